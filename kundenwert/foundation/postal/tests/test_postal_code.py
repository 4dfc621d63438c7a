from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.postal.postal_code import PostalCodeError, clean_postal_code


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("80331", "DE", "80331"),
        ("D-80331", "DE", "80331"),
        ("D 80331", "DE", "80331"),
        ("DE80331", "DE", "80331"),
        (" 80 331 ", "DE", "80331"),
        ("1067", "DE", "01067"),
        ("1067.0", "DE", "01067"),
        ("80331.0", "DE", "80331"),
        ("８０３３１", "DE", "80331"),
        ("A-1010", "AT", "1010"),
        ("1010", "AT", "1010"),
        ("CH-8001", "CH", "8001"),
        ("FL-9490", "LI", "9490"),
        ("H-1073", "HU", "H-1073"),
        (" SW1V  3EN ", "GB", "SW1V 3EN"),
        ("12227-000", "BR", "12227-000"),
        ("0171", "NO", "0171"),
        ("", "DE", ""),
        ("  ", "AT", ""),
    ],
)
def test_clean_postal_code(text: str, country: str, code: str) -> None:
    assert clean_postal_code(text, country) == code


@pytest.mark.parametrize(
    ("text", "country", "message"),
    [
        ("803", "DE", "“803” is not a postal code of Germany (5 digits)."),
        ("803311", "DE", "“803311” is not a postal code of Germany (5 digits)."),
        ("00000", "DE", "“00000” is not a postal code of Germany (5 digits)."),
        ("SW1V 3EN", "DE", "“SW1V 3EN” is not a postal code of Germany (5 digits)."),
        ("D-1010", "AT", "“D-1010” is not a postal code of Austria (4 digits)."),
        ("80331", "CH", "“80331” is not a postal code of Switzerland (4 digits)."),
        ("0999", "AT", "“0999” is not a postal code of Austria (4 digits)."),
    ],
)
def test_what_is_no_code_says_why(text: str, country: str, message: str) -> None:
    with pytest.raises(PostalCodeError) as error:
        clean_postal_code(text, country)
    with translation.override("en"):
        assert str(error.value) == message


@given(st.text(max_size=12), st.sampled_from(["DE", "AT", "CH", "LI", "GB"]))
def test_a_clean_code_stays(text: str, country: str) -> None:
    try:
        code = clean_postal_code(text, country)
    except PostalCodeError:
        return
    assert clean_postal_code(code, country) == code
