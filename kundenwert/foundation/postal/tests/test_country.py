from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.postal.country import CountryError, _key, _names, country_code, country_name
from kundenwert.foundation.postal.country_aliases import ALIASES


@pytest.mark.parametrize(
    ("code", "spellings"),
    [
        (
            "DE",
            [
                "Deutschland",
                "DEUTSCHLAND",
                " deutschland ",
                "Germany",
                "D",
                "DE",
                "de",
                "DEU",
                "BRD",
                "Allemagne",
            ],
        ),
        ("AT", ["Österreich", "Oesterreich", "Austria", "A", "AT", "AUT", "Autriche"]),
        ("CH", ["Schweiz", "Switzerland", "Suisse", "Svizzera", "CH", "CHE"]),
        ("LI", ["Liechtenstein", "FL", "LI", "LIE"]),
        (
            "GB",
            [
                "United Kingdom",
                "UK",
                "U.K.",
                "England",
                "Großbritannien",
                "Vereinigtes Königreich",
                "GB",
                "GBR",
            ],
        ),
        ("US", ["USA", "U.S.A.", "United States", "United States of America", "Vereinigte Staaten", "US"]),
        ("IE", ["EIRE", "Ireland", "Irland", "IRL"]),
        ("ZA", ["RSA", "South Africa", "Südafrika"]),
        ("CZ", ["Czech Republic", "Czechia", "Tschechien", "Tschechische Republik", "CZ"]),
        ("JE", ["Channel Islands", "Jersey"]),
        ("HK", ["Hong Kong", "Hongkong"]),
        ("AE", ["United Arab Emirates", "Vereinigte Arabische Emirate", "UAE"]),
        ("FR", ["France", "Frankreich", "F"]),
        ("NL", ["Niederlande", "The Netherlands", "Holland"]),
        ("SE", ["Schweden", "S", "SE"]),
        ("ES", ["Spanien", "España", "Spain", "E"]),
        ("TR", ["Türkei", "Turkey", "Türkiye"]),
        ("CI", ["Elfenbeinküste", "Côte d'Ivoire"]),
        ("GR", ["Griechenland", "Ελλάδα"]),
    ],
)
def test_country_code(code: str, spellings: list[str]) -> None:
    assert {spelling: country_code(spelling) for spelling in spellings} == dict.fromkeys(spellings, code)


# All countries of two public sales files (Online Retail, Chinook).
_FILES = [
    "Argentina", "Australia", "Austria", "Bahrain", "Belgium", "Brazil", "Canada", "Chile", "Cyprus",
    "Denmark", "Finland", "France", "Germany", "Greece", "Hungary", "Iceland", "India", "Israel", "Italy",
    "Japan", "Lebanon", "Lithuania", "Malta", "Netherlands", "Norway", "Poland", "Portugal", "Singapore",
    "Spain", "Sweden", "Switzerland", "USA", "EIRE", "RSA", "Saudi Arabia", "Hong Kong",
    "Channel Islands", "Czech Republic",
]  # fmt: skip


@pytest.mark.parametrize("name", _FILES)
def test_countries_of_real_files_are_known(name: str) -> None:
    assert len(country_code(name)) == 2


@pytest.mark.parametrize("text", ["European Community", "EU", "Unspecified", "", "Bayern", "ZZ", "XX", "001", "?"])
def test_what_is_no_country_says_so(text: str) -> None:
    with pytest.raises(CountryError) as error:
        country_code(text)
    assert str(error.value) == f"“{text}” is not a country we know."


@pytest.mark.parametrize("language", ["de", "en", "fr", "it"])
def test_every_name_leads_back_to_its_country(language: str) -> None:
    names = _names(language)
    assert len(names) > 240
    assert {code: country_code(name) for code, name in names.items()} == {code: code for code in names}
    assert {code: country_code(code.lower()) for code in names} == {code: code for code in names}


def test_no_alias_belongs_to_two_countries() -> None:
    aliases = [_key(alias) for several in ALIASES.values() for alias in several]
    doubled = {alias for alias in aliases if aliases.count(alias) > 1}
    assert doubled == set()
    assert {alias: country_code(alias) for code, several in ALIASES.items() for alias in several} == {
        alias: code for code, several in ALIASES.items() for alias in several
    }


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("AT", "de", "Österreich"),
        ("AT", "en", "Austria"),
        ("CH", "de-AT", "Schweiz"),
        ("GB", "fr", "Royaume-Uni"),
        ("HK", "de", "Hongkong"),
        ("AT", "tlh", "Austria"),
        ("AT", "", "Austria"),
        ("EU", "de", "EU"),
        ("", "de", ""),
    ],
)
def test_country_name(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


@given(st.text(max_size=20))
def test_any_text_is_a_country_or_an_error(text: str) -> None:
    try:
        assert country_name(country_code(text), "de") != ""
    except CountryError as error:
        assert text in str(error)
