"""Order lines without an article number: `text|unit|net price`."""

from __future__ import annotations

FREE_LINES = """
Mindermengenzuschlag|Stück|6.50
Frachtkostenpauschale Sperrgut|Stück|29.00
Sonderanfertigung Gewindestange nach Muster|Stück|18.40
Zuschnitt Lochblech nach Skizze|Stück|46.00
Sonderbestellung Türband laut Angebot|Stück|74.50
Restposten Schleifmittel gemischt|Pack|22.00
Musterpaket Befestigungstechnik|Pack|9.90
Pfand Mehrwegkiste|Stück|4.50
Palettentausch Differenz|Stück|12.00
Gravur Werkzeugnummern|Stück|3.80
Ersatzteil laut Explosionszeichnung|Stück|27.60
Verschnitt und Verpackung|Stück|5.40
Schließplan nach Kundenangabe|Stück|38.00
Sonderfarbe nach RAL, angemischt|Liter|24.90
"""
