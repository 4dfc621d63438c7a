"""What countries are called besides their names in the Unicode locale data."""

from __future__ import annotations

# Signs on cars (UN list of distinguishing signs), common short forms, names in the country's own language.
ALIASES: dict[str, tuple[str, ...]] = {
    "AE": ("UAE", "VAE", "Emirate"),
    "AT": ("A", "Republik Österreich"),
    "BA": ("BIH", "Bosnien", "Bosnia"),
    "BE": ("B", "België", "Belgique"),
    "BG": ("Balgarija", "България"),
    "BR": ("Brasil",),
    "CD": ("DR Kongo", "Demokratische Republik Kongo", "DR Congo"),
    "CG": ("Kongo", "Congo", "Republik Kongo"),
    "CH": ("Suisse", "Svizzera", "Svizra", "Schweizerische Eidgenossenschaft", "Helvetia"),
    "CI": ("Elfenbeinküste", "Ivory Coast"),
    "CN": ("Volksrepublik China", "VR China", "PRC", "PR China"),
    "CZ": (
        "Czech Republic", "Tschechische Republik", "Tschechei", "Česko", "Česká republika",
        "République tchèque",
    ),
    "DE": ("D", "BRD", "FRG", "Bundesrepublik Deutschland", "Federal Republic of Germany", "Ger"),
    "DK": ("Danmark",),
    "EE": ("EST", "Eesti"),
    "ES": ("E", "España"),
    "FI": ("FIN", "Suomi"),
    "FR": ("F",),
    "GB": (
        "UK", "Great Britain", "Großbritannien", "Grossbritannien und Nordirland", "England", "Scotland",
        "Schottland", "Wales", "Northern Ireland", "Nordirland",
        "Vereinigtes Königreich Großbritannien und Nordirland",
    ),
    "GR": ("Hellas", "Ελλάδα"),
    "HK": ("Hong Kong", "Hong Kong SAR"),
    "HR": ("Hrvatska",),
    "HU": ("H", "Magyarország"),
    "IE": ("IRL", "Eire", "Republic of Ireland", "Republik Irland"),
    "IR": ("Islamische Republik Iran",),
    "IT": ("I",),
    # The islands have two codes, Jersey (JE) and Guernsey (GG); Jersey is the larger.
    "JE": ("Channel Islands", "Kanalinseln"),
    "JP": ("J", "Nippon"),
    "KP": ("DPRK",),
    "KR": ("Korea", "Republik Korea", "Republic of Korea", "South Korea"),
    "LI": ("FL", "Fürstentum Liechtenstein"),
    "LT": ("Lietuva",),
    "LU": ("L", "Lëtzebuerg", "Grand-Duché de Luxembourg"),
    "LV": ("Latvija",),
    "MD": ("Moldawien", "Moldova"),
    "MK": ("Mazedonien", "Macedonia", "North Macedonia"),
    "MM": ("Burma", "Birma", "Myanmar"),
    "MO": ("Macau", "Macao"),
    "NL": ("Holland", "Nederland", "The Netherlands", "Die Niederlande"),
    "NO": ("N", "Norge"),
    "PL": ("Polska",),
    "PS": ("Palästina", "Palestine"),
    "PT": ("P",),
    "RO": ("România",),
    "RS": ("SRB", "Srbija"),
    "RU": ("RUS", "Russische Föderation", "Russian Federation", "Россия"),
    "SE": ("S", "Sverige"),
    "SI": ("SLO", "Slovenija"),
    "SK": ("Slowakische Republik", "Slovak Republic", "Slovensko"),
    "TR": ("Turkey", "Türkei", "Türkiye"),
    "TW": ("Republic of China",),
    "UA": ("Ukrajina", "Україна"),
    "US": (
        "USA", "Vereinigte Staaten von Amerika", "United States of America", "The United States",
        "Amerika", "America",
    ),
    "VA": ("Vatikan", "Vatican"),
    "ZA": ("RSA", "Republik Südafrika", "Republic of South Africa"),
}  # fmt: skip

# Regions, groups and private-use codes that the locale data lists among the countries.
NOT_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})

# Where the locale data has a name too long or too formal for an envelope.
SHORT_NAMES: dict[str, dict[str, str]] = {
    "de": {"HK": "Hongkong", "MO": "Macau", "PS": "Palästina"},
    "en": {"HK": "Hong Kong", "MO": "Macao"},
}
