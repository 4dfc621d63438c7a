from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.organisation.models import OrganisationProfile

GOOD = {
    "name": "Schrauben Weber GmbH", "street": "Gießereistraße 3", "postal_code": "50667", "city": "Köln",
    "country": "AT", "currency": "CHF",
}  # fmt: skip


def test_round_trip(admin_client):
    assert admin_client.post(reverse("admin-organisation"), GOOD).status_code == 302
    assert OrganisationProfile.objects.values(*GOOD).get() == GOOD
    assert admin_client.post(reverse("admin-organisation"), {**GOOD, "city": " Bonn "}).status_code == 302
    assert OrganisationProfile.objects.get().city == "Bonn"
    entries = list(AuditEntry.objects.order_by("id").values_list("action", "before", "after"))
    assert entries[1] == ("organisation.organisationprofile.changed", {"city": "Köln"}, {"city": "Bonn"})
    admin_client.post(reverse("admin-organisation"), {**GOOD, "city": "Bonn"})
    assert AuditEntry.objects.count() == 2


@pytest.mark.parametrize(("field", "bad"), [
    ("name", " "), ("name", "x" * 201), ("country", "XX"), ("currency", "DM"), ("postal_code", "1" * 21),
])  # fmt: skip
def test_bad_entries_are_refused(admin_client, field, bad):
    response = admin_client.post(reverse("admin-organisation"), {**GOOD, field: bad})
    assert (response.status_code, set(response.context["form"].errors)) == (422, {field})
    assert OrganisationProfile.objects.count() == 0


def test_only_administrators(make_user, client_of):
    assert Client().post(reverse("admin-organisation"), GOOD).status_code == 302
    assert client_of(make_user("anna")).post(reverse("admin-organisation"), GOOD).status_code == 403
    assert OrganisationProfile.objects.count() == 0
