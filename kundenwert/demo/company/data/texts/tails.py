"""A last sentence some notes of calls and visits end with. Slots: see the package."""

from __future__ import annotations

CALL = """Wiedervorlage {tag}.
{kollege} ist informiert.
In der Kartei vermerkt.
Gespräch war freundlich.
Rückruf am besten vormittags.
Am besten vor 9 Uhr anrufen.
Nächster Anruf in etwa vier Wochen.
Mit {kollege} abgesprochen.
Nebenbei nach {p2} gefragt, Preis genannt."""

VISIT = """Nächster Besuch in sechs Wochen.
Protokoll liegt in der Ablage.
{kollege} erstellt das Angebot.
Visitenkarte von {wem} mitgenommen.
Muster {p2} dagelassen.
Stimmung im Betrieb gut, Auftragsbücher voll.
Parken nur im Hof möglich.
Nächstes Mal {kollege} mitnehmen.
Bestellung soll bis {tag} kommen."""
