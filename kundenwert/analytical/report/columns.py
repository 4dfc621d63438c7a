"""Which column of a list of purchases is what: said by the user, else guessed from the header."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.plain_header import plain_header

from .errors import ReportError

SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])")
ROLES: dict[str, tuple[str, ...]] = {
    "customer": (
        "customer id", "customer", "customer no", "customer number", "kundennummer", "kunden nr", "kundennr", "kd nr",
        "kunden id", "kunde", "kundenname", "client id", "client", "user id", "user", "member id", "account id",
        "account", "debitor", "debitorennummer", "e mail", "email",
    ),
    "date": (
        "date", "datum", "invoice date", "order date", "purchase date", "bestelldatum", "rechnungsdatum",
        "auftragsdatum", "kaufdatum", "belegdatum", "buchungsdatum", "ordered at", "created at", "timestamp", "time",
    ),
    "amount": (
        "amount", "betrag", "net amount", "nettobetrag", "net total", "nettosumme", "umsatz", "umsatz netto", "revenue",
        "sales", "total", "order total", "summe", "gesamt", "gesamtbetrag", "dollar value", "order value", "value",
        "wert", "bestellwert", "netto", "brutto",
    ),
    "quantity": ("quantity", "qty", "menge", "anzahl", "stuck"),
    "price": ("unit price", "einzelpreis", "stuckpreis", "preis", "price"),
    "margin": ("margin", "marge", "rohertrag", "deckungsbeitrag", "db", "profit", "gewinn"),
    "product": (
        "stock code", "product id", "product no", "artikelnummer", "artikel nr", "artikelnr", "sku", "item id",
        "product", "produkt", "artikel", "item",
    ),
    "label": ("description", "bezeichnung", "artikelbezeichnung", "product name", "produktname", "artikelname"),
    "order": (
        "invoice no", "invoice", "invoice id", "order id", "order no", "order number", "order", "bestellnummer",
        "auftragsnummer", "rechnungsnummer", "belegnummer", "bestellnr", "auftragsnr", "rechnungsnr", "belegnr",
        "bestell nr", "auftrags nr", "rechnungs nr", "beleg nr", "beleg", "auftrag", "rechnung", "transaction id",
    ),
}  # fmt: skip
"""Role → headers, the surest first."""


def choose_columns(header: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """Role → place of its column. What is chosen is a header or a number counted from 1.

    Raises `ReportError` where a chosen column is not there, or nobody knows who bought or when.
    """
    places = {role: _place(header, name) for role, name in chosen.items() if name}
    plain = [_plain(name) for name in header]
    for role, names in ROLES.items():
        if role in places:
            continue
        found = (plain.index(name) for name in map(_plain, names) if name in plain)
        place = next((place for place in found if place not in places.values()), None)
        if place is not None:
            places[role] = place
    if "amount" in chosen or not {"quantity", "price"} <= places.keys():
        places = {role: place for role, place in places.items() if role not in {"quantity", "price"}}
    else:
        places.pop("amount", None)
    _need(header, places)
    return places


def _place(header: Sequence[str], name: str) -> int:
    if name in header:
        return list(header).index(name)
    folded = [_plain(column) for column in header]
    if _plain(name) in folded:
        return folded.index(_plain(name))
    if name.isdecimal() and 1 <= int(name) <= len(header):
        return int(name) - 1
    raise ReportError(_("There is no column “%(name)s”. The file has: %(columns)s.")
                      % {"name": name, "columns": ", ".join(header)})  # fmt: skip


def _need(header: Sequence[str], places: Mapping[str, int]) -> None:
    missing = [role for role in ("customer", "date") if role not in places]
    if missing:
        options = " ".join(f"--{role} {_('COLUMN')}" for role in missing)
        message = _("Who bought and when is not clear from the header (%(columns)s). Please say it: %(options)s.")
        raise ReportError(message % {"columns": ", ".join(header), "options": options})


def _plain(name: str) -> str:
    """`InvoiceNo`, `Kunden-Nr.` → `invoice no`, `kunden nr`."""
    return plain_header(SPLIT.sub(" ", name))
