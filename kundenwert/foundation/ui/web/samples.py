"""Sample content of the style guide: a tool wholesaler's customers, as they might really be."""

from __future__ import annotations

from typing import Any

STAGES = [("prospect", "Interessent"), ("customer", "Kunde"), ("former", "Ehemaliger Kunde")]
CHANNELS = [("mail", "E-Mail"), ("phone", "Telefon"), ("letter", "Brief")]
EDITABLE = "Garmisch-Partenkirchen"

ROWS: list[dict[str, Any]] = [
    {"id": 1, "name": "Straßenmaschinenbau Nord GmbH", "city": "Flensburg", "owner": "Jens Petersen"},
    {"id": 2, "name": "Schreinerei Änne Müller", "city": "Köln", "owner": "Anna Weber"},
    {
        "id": 3,
        "name": "Donaudampfschifffahrts-Elektrizitätenhauptbetriebswerkbau AG",
        "city": "Passau",
        "owner": "",
    },
    {"id": 4, "name": "Zimmerei Öztürk & Söhne OHG", "city": "Zürich", "owner": "Mehmet Kaya"},
    {"id": 5, "name": "Prof. Dr. Friederike von Hohenlohe", "city": "Wien", "owner": "Anna Weber"},
    {"id": 6, "name": "Bäder & Wärme Schäfer KG", "city": "Bad Homburg v. d. Höhe", "owner": "Jens Petersen"},
]
_STATE = [
    ("Kunde", "success", "128.430,00 €", "vor 2 Tagen"),
    ("Kunde", "success", "12.480,50 €", "gestern"),
    ("Interessent", "info", "0,00 €", "vor 3 Wochen"),
    ("Kunde", "success", "8.912,75 €", "heute, 09:12"),
    ("Abwanderung droht", "warning", "1.204,00 €", "vor 5 Monaten"),
    ("Ehemaliger Kunde", "neutral", "−312,40 €", "12.03.2024"),
]
for _row, (_stage, _tone, _value, _last) in zip(ROWS, _STATE, strict=True):
    _row.update(stage=_stage, tone=_tone, value=_value, last=_last)

COLUMNS = [
    {"key": "name", "label": "Name", "sort_url": "#tables", "sort": "asc", "width": 300},
    {"key": "city", "label": "Ort", "sort_url": "#tables", "sort": "", "width": 180},
    {"key": "stage", "label": "Phase", "sort_url": "#tables", "sort": "", "width": 170},
    {
        "key": "value",
        "label": "Umsatz 12 Monate",
        "sort_url": "#tables",
        "sort": "",
        "numeric": True,
        "width": 160,
    },
    {"key": "owner", "label": "Betreut von", "width": 160},
    {"key": "last", "label": "Letzter Kontakt", "sort_url": "#tables", "sort": "", "width": 140},
]
COLUMN_CHOICE = [
    {"key": "name", "label": "Name", "shown": True, "fixed": True},
    {"key": "city", "label": "Ort", "shown": True},
    {"key": "stage", "label": "Phase", "shown": True},
    {"key": "value", "label": "Umsatz 12 Monate", "shown": True},
    {"key": "phone", "label": "Telefon", "shown": False},
    {"key": "birthday", "label": "Geburtstag", "shown": False},
]
VIEWS = [
    {"label": "Alle Kunden", "url": "#tables", "active": True, "count": "20.000+"},
    {"label": "Meine A-Kunden", "url": "#tables", "active": False, "count": 84, "icon": "star"},
    {"label": "Lange nicht gesprochen", "url": "#tables", "active": False, "count": 312, "shared": True},
]
TABS = [
    {"label": "Verlauf", "url": "#navigation", "active": True},
    {"label": "Aufträge", "url": "#navigation", "active": False, "count": 42},
    {"label": "Ansprechpartner", "url": "#navigation", "active": False, "count": 3},
    {"label": "Dateien", "url": "#navigation", "active": False, "icon": "paperclip"},
]
CRUMBS = [{"label": "Kunden", "url": "#navigation"}, {"label": "Straßenmaschinenbau Nord GmbH", "url": ""}]
STEPS = [
    {"label": "Datei", "state": "done", "url": "#navigation"},
    {"label": "Spalten zuordnen", "state": "current"},
    {"label": "Prüfen", "state": "todo"},
    {"label": "Ergebnis", "state": "todo"},
]
KINDS = [
    {"value": "note", "label": "Notiz", "icon": "sticky-note"},
    {"value": "call", "label": "Anruf", "icon": "phone"},
    {"value": "mail", "label": "E-Mail", "icon": "mail"},
    {"value": "visit", "label": "Besuch", "icon": "map-pin"},
    {"value": "message", "label": "Nachricht", "icon": "message-square"},
    {"value": "letter", "label": "Brief", "icon": "file-text"},
]
DIRECTIONS = [("out", "Ausgehend"), ("in", "Eingehend")]
GROUPED = [
    ("Deutschland", [("de-hh", "Hamburg"), ("de-k", "Köln")]),
    ("Österreich", [("at-w", "Wien")]),
    ("Schweiz", [("ch-zh", "Zürich")]),
]
ERRORS = [
    ("id_sg_email", "E-Mail", "Hinter dem @ fehlt die Adresse."),
    ("id_sg_plz", "Postleitzahl", "Fünf Ziffern."),
]
BACK_URL = "#"
POINTS_UP = [3, 4, 4, 6, 5, 7, 9, 8, 11, 12]
POINTS_DOWN = [12, 11, 11, 9, 8, 8, 6, 5, 4, 3]
PEOPLE = ["Anna Weber", "Jens Petersen", "Mehmet Kaya", "Lena Groß", "Otto Ä. Thoma"]
TAGS = ["Großhandel", "Messe 2026", "Skonto"]
TAG_IDEAS = ["Großhandel", "Handwerk", "Industrie", "Messe 2026"]


def everything() -> dict[str, Any]:
    """All samples by the lower-case name that the templates use."""
    return {name.lower(): value for name, value in globals().items() if name[0].isupper() and name.isupper()}
