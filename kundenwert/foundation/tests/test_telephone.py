from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.telephone import (
    PhoneError,
    _clean_german,
    _normalise,
    format_phone,
    normalise_phone,
    phone_href,
)


@pytest.mark.parametrize(
    ("text", "country", "e164"),
    [
        ("089/1234567", "DE", "+49891234567"),
        ("(089) 123 45 67", "DE", "+49891234567"),
        ("+49 (0)89 1234567", "DE", "+49891234567"),
        ("+49 (0) 89 / 1234567", "DE", "+49891234567"),
        ("+49 0711 2842222", "DE", "+497112842222"),
        ("0049 89 1234567", "DE", "+49891234567"),
        ("(+49) 89 1234567", "DE", "+49891234567"),
        ("Tel.: 089 1234567", "DE", "+49891234567"),
        ("Tel. +49.89.1234567", "DE", "+49891234567"),
        ("tel:+49-89-1234567", "DE", "+49891234567"),
        ("089 – 1234567", "DE", "+49891234567"),
        ("089\u00a01234567", "DE", "+49891234567"),
        ("089 12345-0", "DE", "+4989123450"),
        ("089 12345-0 DW 12", "DE", "+49891234512"),
        ("089 12345 Durchwahl 12", "DE", "+49891234512"),
        ("01 5134505 DW 12", "AT", "+431513450512"),
        ("01/5134505-12", "AT", "+431513450512"),
        ("01 5134505 Kl. 12", "AT", "+431513450512"),
        ("0043 (0)1 5134505", "DE", "+4315134505"),
        ("+43 01 5134505", "DE", "+4315134505"),
        ("044 668 18 00", "CH", "+41446681800"),
        ("+41 (0)44 668 18 00", "DE", "+41446681800"),
        ("0171 1234567", "DE", "+491711234567"),
        ("891234567", "DE", "+49891234567"),  # a spreadsheet ate the zero
        ("+55 (12) 3923-5555", "DE", "+551239235555"),
        ("+39 06 39733434", "DE", "+390639733434"),
        ("+39 (0)6 39733434", "DE", "+390639733434"),
        ("+453 3331 9991", "DE", "+45333319991"),  # a digit too many for Denmark, kept as typed
        ("+46 08-651 52 52", "DE", "+4686515252"),
        ("+56 (0)2 635 4444", "DE", "+5626354444"),  # Chile, before 2013
        ("+1 (650) 253-0000 ext. 12", "DE", "+16502530000;ext=12"),
        ("(650) 253-0000 x12", "US", "+16502530000;ext=12"),
        ("22 44 22 22", "NO", "+4722442222"),
        ("０８９ １２３４５６７", "DE", "+49891234567"),
    ],
)
def test_normalise_phone(text: str, country: str, e164: str) -> None:
    assert normalise_phone(text, country) == e164


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "“” is not a telephone number."),
        ("keine", "“keine” is not a telephone number."),
        ("089 1234567 vormittags", "“089 1234567 vormittags” is not a telephone number."),
        ("info@nordwerk.de", "“info@nordwerk.de” is not a telephone number."),
        (
            "089 1234567 / 0171 1234567",
            "“089 1234567 / 0171 1234567” is too long or too short for a telephone number.",
        ),
        ("0", "“0” is not a telephone number."),
        ("08 1", "“08 1” is too long or too short for a telephone number."),
        (
            "1234567",
            "“1234567” has no area code. Please enter the number with its area code.",
        ),
    ],
)
def test_what_is_no_number_says_why(text: str, message: str) -> None:
    with pytest.raises(PhoneError) as error:
        normalise_phone(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("e164", "country", "shown"),
    [
        ("+49891234567", "DE", "089 1234567"),
        ("+491711234567", "DE", "0171 1234567"),
        ("+49891234567", "AT", "+49 89 1234567"),
        ("+4315134505", "DE", "+43 1 5134505"),
        ("+4315134505", "AT", "01 5134505"),
        ("+41446681800", "CH", "044 668 18 00"),
        ("+16502530000;ext=12", "DE", "+1 650-253-0000 ext. 12"),
        ("", "DE", ""),
        ("nonsense", "DE", "nonsense"),
    ],
)
def test_format_phone(e164: str, country: str, shown: str) -> None:
    assert format_phone(e164, country) == shown


def test_phone_href() -> None:
    assert phone_href("+49891234567") == "tel:+49891234567"
    assert phone_href("") == ""


@given(
    st.sampled_from(["0", "+49 ", "0049", "+49 (0)", "(0"]),
    st.from_regex(r"[1-9][0-9]{1,4}", fullmatch=True),
    st.sampled_from([" ", "/", "-", ") ", "."]),
    st.from_regex(r"[0-9]{4,8}", fullmatch=True),
)
def test_fast_path_agrees_with_the_numbering_plan(prefix: str, area: str, separator: str, local: str) -> None:
    text = prefix + area + separator + local
    assert _clean_german(text) in ("", _normalise(text, "DE"))


@given(st.from_regex(r"\+49[1-9][0-9]{6,10}", fullmatch=True))
def test_what_is_shown_can_be_typed_again(e164: str) -> None:
    assert normalise_phone(format_phone(e164)) == normalise_phone(e164)


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_an_error(text: str) -> None:
    try:
        assert normalise_phone(text).startswith("+")
    except PhoneError as error:
        assert text in str(error)
