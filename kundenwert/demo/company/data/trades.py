"""The trades the wholesaler sells to: how they call themselves, when they buy, what they buy.

One `Trade` each. `season` are twelve monthly factors (January first). `taste` weighs the product tags of
`products_*.py`. `patterns` build firm names: {s} surname, {t} town, {r} region word, {l} legal form.
"""

from __future__ import annotations

from typing import NamedTuple

EVEN = "95 98 104 104 102 103 100 90 104 106 108 86"
ROOF = "35 40 90 120 130 130 125 110 135 130 85 30"
BUILD = "60 65 105 115 118 118 110 98 118 115 100 58"
GARDEN = "40 60 170 200 160 110 85 75 105 110 60 25"
WINTER = "170 150 80 60 60 60 60 60 70 105 160 165"
PUBLIC = "80 80 105 110 105 105 90 75 105 115 140 90"
SCHOOL = "90 90 100 95 100 110 60 140 125 95 110 55"
PAINT = "70 75 100 115 120 120 115 95 115 110 90 55"


class Trade(NamedTuple):
    """What is known of one trade. `share` is its weight, `rate` orders a year, `basket` a size factor."""

    key: str
    industry: str
    share: int
    rate: float
    basket: float
    season: str
    taste: str
    patterns: str
    departments: bool = False
    public: bool = False


COMPANIES = (
    Trade(
        "zimmerei",
        "Zimmerei",
        9,
        15,
        1.15,
        BUILD,
        "holz 10 dach 3 bau 1 allg 2",
        "Zimmerei {s} {l}|Holzbau {s} {l}|{s} Holzbau {l}|Zimmerei & Holzbau {s} {l}|"
        "Zimmerermeister {s}|{s} & Söhne Zimmerei {l}|Holzbau {t} {l}",
    ),
    Trade(
        "tischlerei",
        "Tischlerei",
        11,
        15,
        1.0,
        EVEN,
        "holz 10 beschlag 6 chemie 1 allg 2",
        "Tischlerei {s} {l}|Schreinerei {s} {l}|{s} Innenausbau {l}|Möbelwerkstatt {s}|"
        "Bau- und Möbeltischlerei {s} {l}|{s} & Partner Tischlerei {l}|Ladenbau {s} {l}",
    ),
    Trade(
        "metallbau",
        "Metallbau",
        10,
        16,
        1.1,
        EVEN,
        "metall 10 bau 2 chemie 1 allg 2",
        "Metallbau {s} {l}|Schlosserei {s} {l}|{s} Metalltechnik {l}|Stahlbau {s} {l}|"
        "{s} Edelstahlverarbeitung {l}|Bauschlosserei {s} {l}|Geländerbau {s} {l}",
    ),
    Trade(
        "dachdecker",
        "Dachdecker",
        7,
        14,
        1.1,
        ROOF,
        "dach 12 holz 2 schutz 2 allg 1",
        "Dachdeckerei {s} {l}|{s} Bedachungen {l}|Dachtechnik {s} {l}|{s} Dach & Fassade {l}|"
        "Bedachungen {t} {l}|Spenglerei {s} {l}",
    ),
    Trade(
        "elektro",
        "Elektrotechnik",
        10,
        15,
        0.85,
        EVEN,
        "elektro 12 bau 2 allg 2",
        "Elektro {s} {l}|Elektrotechnik {s} {l}|{s} Elektroanlagen {l}|{s} Gebäudetechnik {l}|"
        "Elektro-Service {t} {l}|{s} Solar & Elektro {l}",
    ),
    Trade(
        "maler",
        "Malerbetrieb",
        7,
        12,
        0.75,
        PAINT,
        "maler 12 chemie 3 schutz 2 allg 1",
        "Malerbetrieb {s} {l}|Maler {s} {l}|{s} Malermeister|Farbe & Raum {s} {l}|"
        "{s} Maler und Lackierer {l}|Malerwerkstatt {s}",
    ),
    Trade(
        "bau",
        "Bauunternehmen",
        9,
        17,
        1.5,
        BUILD,
        "bau 12 holz 2 schutz 3 allg 2",
        "Bauunternehmen {s} {l}|{s} Bau {l}|Hoch- und Tiefbau {s} {l}|{s} Bauunternehmung {l}|"
        "{r}bau {l}|Baugeschäft {s} {l}|{s} & {s2} Bau {l}",
        True,
    ),
    Trade(
        "maschinenbau",
        "Maschinenbau",
        7,
        18,
        1.8,
        EVEN,
        "metall 10 schutz 2 chemie 2 allg 2",
        "{s} Maschinenbau {l}|Maschinenbau {t} {l}|{s} Anlagenbau {l}|{s} Präzisionsteile {l}|"
        "Fördertechnik {s} {l}|{r}technik Maschinenbau {l}|{s} & {s2} Apparatebau {l}|"
        "Werkzeugbau {s} {l}",
        True,
    ),
    Trade(
        "shk",
        "Sanitär und Heizung",
        9,
        14,
        0.95,
        EVEN,
        "shk 10 bau 2 chemie 2 allg 2",
        "{s} Sanitär & Heizung {l}|Heizungsbau {s} {l}|{s} Haustechnik {l}|Sanitär {s} {l}|"
        "{s} Wärmetechnik {l}|Bad & Heizung {s} {l}",
    ),
    Trade(
        "trockenbau",
        "Trockenbau",
        5,
        13,
        1.0,
        EVEN,
        "trocken 12 bau 2 maler 1 allg 1",
        "Trockenbau {s} {l}|{s} Akustikbau {l}|{s} Ausbau {l}|Innenausbau {s} {l}|{r} Ausbau {l}",
    ),
    Trade(
        "galabau",
        "Garten- und Landschaftsbau",
        6,
        12,
        1.0,
        GARDEN,
        "garten 12 bau 2 schutz 2 allg 1",
        "{s} Garten- und Landschaftsbau {l}|Gartenbau {s} {l}|GaLaBau {s} {l}|Grünwerk {s} {l}|"
        "{s} Gartengestaltung {l}|Baumpflege {s}",
    ),
    Trade(
        "facility",
        "Gebäudeservice",
        6,
        13,
        0.8,
        WINTER,
        "winter 9 putz 6 elektro 1 allg 3",
        "{s} Gebäudeservice {l}|{s} Facility Service {l}|Hausmeisterdienst {s} {l}|"
        "{r} Gebäudereinigung {l}|{s} Winterdienst {l}|Objektservice {t} {l}",
    ),
    Trade(
        "landtechnik",
        "Landtechnik",
        4,
        13,
        1.2,
        BUILD,
        "metall 6 garten 3 chemie 3 allg 3",
        "{s} Landtechnik {l}|Landmaschinen {s} {l}|Agrartechnik {t} {l}|"
        "{s} & Sohn Landmaschinen {l}|Agrargenossenschaft {t} eG|Maschinenring {t} eG",
    ),
    Trade(
        "bauhof",
        "Öffentliche Verwaltung",
        4,
        10,
        1.3,
        PUBLIC,
        "winter 6 garten 5 schutz 4 bau 2 allg 2",
        "Bauhof Stadt {t}|Stadt {t} – Baubetriebshof|Städtischer Bauhof {t}|"
        "Stadt {t} – Grünflächenamt|Kreisstraßenmeisterei {t}",
        True,
        True,
    ),
    Trade(
        "schule",
        "Schule und Bildung",
        3,
        5,
        0.7,
        SCHOOL,
        "holz 3 metall 2 schutz 2 allg 4",
        "Berufsbildende Schulen {t}|Realschule {t}|Gesamtschule {t}|"
        "Berufsschule {t} – Fachbereich Holz|Bildungszentrum Handwerk {t}|"
        "Förderverein Werkhof {t} e.V.|Hausverwaltung {s} GbR",
        True,
        True,
    ),
)

PERSONS = (
    Trade("privat", "", 52, 2.2, 0.42, PAINT, "allg 8 holz 4 garten 4 maler 2 schutz 1", ""),
    Trade("montage", "Montageservice", 20, 8, 0.6, EVEN, "holz 5 beschlag 4 bau 4 allg 3", ""),
    Trade(
        "hausmeister",
        "Hausmeisterservice",
        14,
        7,
        0.5,
        WINTER,
        "winter 5 putz 4 elektro 1 garten 2 allg 4",
        "",
    ),
    Trade("landwirt", "Landwirtschaft", 14, 5, 0.8, BUILD, "metall 3 garten 4 chemie 3 holz 2 allg 3", ""),
)
