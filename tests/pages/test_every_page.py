"""Every page, panel and piece of a page answers with a filled company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from kundenwert.customers.models import Customer
from kundenwert.demo.load import load_demo
from kundenwert.records.record_type import RecordType
from kundenwert.records.registry import record_types

HTMX = {"HX-Request": "true"}
SINGLE = (
    "/", "/search?q=GmbH", "/search/suggestions?q=GmbH", "/palette", "/styleguide", "/imports", "/password-forgotten",
)  # fmt: skip
OF_A_TYPE = ("", "/filters", "/bin", "/new", "/import", "/options", "/options?q=a")
OF_A_RECORD = ("", "/preview", "/timeline")


def _addresses() -> Iterator[str]:
    yield from SINGLE
    for record_type in record_types():
        yield from (f"/{record_type.slug}{rest}" for rest in OF_A_TYPE)
        yield from _of_one_record(record_type)


def _of_one_record(record_type: RecordType) -> Iterator[str]:
    record_id = record_type.model.objects.order_by("pk").values_list("pk", flat=True).first()
    if record_id is None:  # the demo company has no further contact points
        return
    start = f"/{record_type.slug}/{record_id}"
    yield from (f"{start}{rest}" for rest in (OF_A_RECORD if record_type.has_card else ("/edit",)))
    yield from (f"{start}/fields/{field.name}" for field in record_type.all_fields.values() if field.editable)


@pytest.fixture
def company(organisation: Any) -> None:
    load_demo(100, progress=lambda _said: None)


def test_every_page_answers(company, admin_client):
    admin_client.cookies.load({"django_language": "de"})
    wrong = {}
    for address in _addresses():
        answer = admin_client.get(address)
        if answer.status_code not in {200, 302}:
            wrong[address] = answer.status_code
    assert wrong == {}


def test_a_note_is_written_on_the_card(company, admin_client):
    customer = Customer.objects.order_by("pk").first()
    typed = {"kind": "note", "direction": "", "text": "Ruft im Mai wieder an"}
    card = admin_client.get(reverse("customers-card", args=[customer.pk])).content.decode()
    (address,) = set(re.findall(r'hx-post="(/[^"]*touchpoint[^"]*)"', card))
    answer = admin_client.post(address, typed, headers=HTMX)
    assert answer.status_code == 200
    assert "Ruft im Mai wieder an" in answer.content.decode()
