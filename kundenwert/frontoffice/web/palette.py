"""What the command palette offers beside the navigation."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import signed_in
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.records.access import may
from kundenwert.records.imports.access import may_import
from kundenwert.records.registry import record_types


@signed_in
def palette(request: SignedInRequest) -> HttpResponse:
    """GET: creating, importing, own settings."""
    create = [
        {"label": _("New: %(name)s") % {"name": found.label}, "url": found.new_url, "icon": "plus"}
        for found in record_types()
        if found.in_navigation and may(request.user, found, "create")
    ]
    load = [
        {
            "label": _("Import: %(name)s") % {"name": found.label_plural},
            "url": reverse(f"{found.slug}-import"),
            "icon": "file-up",
        }
        for found in record_types()
        if found.in_navigation and may_import(request.user, found)
    ]
    own = [{"label": _("My profile"), "url": reverse("profile"), "icon": "user"}]
    groups = [(_("Create"), create), (_("Import"), load), (_("Settings"), own)]
    return render(request, "frontoffice/parts/palette.html", {"groups": groups})
