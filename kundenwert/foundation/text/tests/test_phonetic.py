from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.text.phonetic import cologne


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Müller", "657"),
        ("Mueller", "657"),
        ("muller", "657"),
        ("Meier", "67"),
        ("Mayr", "67"),
        ("Schmidt", "862"),
        ("Schmitt", "862"),
        ("Breschnew", "17863"),
        ("Müller-Lüdenscheidt", "65752682"),
        ("Wikipedia", "3412"),
        ("Łukasz", "548"),
        ("O'Neill", "065"),
        ("3M", ""),
        ("Москва", ""),
        ("東京", ""),
        ("&", ""),
        ("", ""),
    ],
)
def test_cologne(word: str, code: str) -> None:
    assert cologne(word) == code


@given(st.text(max_size=30))
def test_cologne_is_digits_or_nothing(word: str) -> None:
    code = cologne(word)
    assert code == "" or (code.isascii() and code.isdigit())
