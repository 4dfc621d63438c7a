"""The page that shows every component in all its states."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kundenwert.foundation.ui.bundle import STATIC
from kundenwert.foundation.ui.web import samples

SECTIONS = (
    ("colours", "Farben und Schrift"),
    ("buttons", "Schaltflächen"),
    ("small", "Kleine Teile"),
    ("fields", "Felder"),
    ("forms", "Formulare"),
    ("surfaces", "Flächen"),
    ("editing", "Bearbeiten am Ort"),
    ("figures", "Kennzahlen"),
    ("history", "Verlauf"),
    ("tables", "Tabelle"),
    ("navigation", "Wege"),
    ("floating", "Schwebendes"),
    ("feedback", "Rückmeldung"),
    ("icons", "Symbole"),
)


class SampleForm(forms.Form):
    """A small Django form with one field of every kind, to show `c-form-field`."""

    company = forms.CharField(label="Firma", help_text="Wie im Handelsregister")
    email = forms.EmailField(label="E-Mail", required=False)
    stage = forms.ChoiceField(label="Phase", choices=samples.STAGES)
    since = forms.DateField(label="Kunde seit", widget=forms.DateInput, required=False)
    limit = forms.DecimalField(label="Kreditlimit", required=False)
    contact_by = forms.ChoiceField(
        label="Kontakt über", choices=samples.CHANNELS, widget=forms.RadioSelect, required=False
    )
    note = forms.CharField(label="Notiz", widget=forms.Textarea, required=False)
    newsletter = forms.BooleanField(label="Newsletter erlaubt", required=False)


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the whole kit; with `?part=` answer the small pieces that the examples load."""
    part = request.POST.get("part") or request.GET.get("part", "")
    if part in ("options", "preview", "edit", "dialog"):
        return render(request, f"kundenwert/styleguide/parts/{part}.html", _part_context(request))
    if part == "nothing" or request.method == "POST":
        return HttpResponse(status=204)
    return render(request, "kundenwert/styleguide.html", _context(request))


def _part_context(request: HttpRequest) -> dict[str, Any]:
    query = request.GET.get("q", "").casefold()
    value = request.POST.get("value", samples.EDITABLE)
    return {
        "q": query,
        "customers": [row for row in samples.ROWS if query in row["name"].casefold()],
        "value": value,
        "saved": request.method == "POST" and bool(value.strip()),
        "error": "" if value.strip() else "Bitte geben Sie einen Ort ein.",
        "here": request.path,
    }


def _context(request: HttpRequest) -> dict[str, Any]:
    form = SampleForm({"company": "", "email": "anna.weber@", "limit": "viel", "stage": "customer"})
    return {
        **samples.everything(),
        "page_title": "Gestaltung",
        "sections": [{"url": f"#{key}", "label": label} for key, label in SECTIONS],
        "form": form,
        "icons": icon_names(),
        "here": request.path,
    }


def icon_names() -> list[str]:
    """The names of all icons in the sprite, in order."""
    return re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8"))
