"""Words firm names are made of, and the three firms that are always there."""

from __future__ import annotations

LEGAL_FORMS_DE = """46 GmbH|8 GmbH & Co. KG|11 e.K.|3 KG|2 OHG|9 GbR|5 UG (haftungsbeschränkt)|1 AG|14"""
LEGAL_FORMS_AT = """58 GmbH|12 e.U.|8 KG|3 OG|3 GmbH & Co KG|16"""
LEGAL_FORMS_CH = """46 AG|38 GmbH|2 KlG|14"""
"""`weight form`; a weight alone: no legal form, a sole trader's name."""

REGION_WORDS_NORTH = (
    "Nord Hanse Küsten Elb Weser Heide Förde Holsten Ostsee Nordlicht Geest Marsch Deich Störtal Alster"
)
REGION_WORDS = "Rhein Main Neckar Isar Donau Spree Saale Ruhr Lahn Harz Mosel Taunus Eifel Elster Havel Allgäu Jura"
REGION_WORDS_AT = "Alpen Tauern Inn Donau Enns Traun Mur Salzach Wienerwald Karawanken"
REGION_WORDS_CH = "Aare Reuss Limmat Alpen Säntis Jura Thur Bodensee Emme"

LANDMARKS = (
    ("Zimmerei Huber GmbH", "zimmerei", "Rosenheim"),
    ("Straßenmaschinenbau Nord GmbH", "maschinenbau", "Neumünster"),
    ("Metallbau Yıldız e.K.", "metallbau", "Berlin"),
)
"""Firms that exist exactly once in every demo: (name, trade, town)."""

NAME_ADDITIONS = """Niederlassung Nord|Abteilung Einkauf|Werk II|Zentrale|Meisterbetrieb|Betriebsstätte Süd
Lager und Versand|Werkstatt|Meisterbetrieb der Innung"""

MAIL_BOXES = "info info info kontakt kontakt office mail buero post einkauf zentrale"
PRIVATE_MAIL = (
    "mailkasten.example postweg.example briefkasten.example nordpost.example netzpost.example web-post.example"
)
"""Only domains of the reserved top level `.example` (RFC 2606): no mail can ever reach anyone."""

FRENCH = """
zimmerei|Charpente {s} Sàrl
tischlerei|Menuiserie {s} SA
metallbau|Serrurerie {s} Sàrl
dachdecker|Toitures {s} Sàrl
elektro|Électricité {s} SA
maler|Peinture {s} Sàrl
maschinenbau|{s} Mécanique SA
shk|{s} Sanitaire & Chauffage SA
galabau|Paysages {s} Sàrl
bauhof|Voirie Ville de {t}
schule|Centre professionnel de {t}
*|Entreprise {s} Sàrl
"""

ITALIAN = """
zimmerei|Carpenteria {s} Sagl
tischlerei|Falegnameria {s} Sagl
metallbau|Officina {s} SA
dachdecker|Lattoneria {s} Sagl
elektro|Elettro {s} SA
maler|Pittura {s} Sagl
galabau|Giardini {s} Sagl
bauhof|Ufficio tecnico Città di {t}
schule|Centro professionale {t}
*|Impresa {s} SA
"""
"""Firm names of French and Italian Switzerland: `trade|pattern`, `*` for any other trade."""
