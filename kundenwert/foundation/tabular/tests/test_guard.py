from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.tabular.guard import guard, unguard

TRICKY = st.text(st.sampled_from("'=+-@\t\r\n \u00a0\u200b\uff1d\uff0d0a1()/.,"), max_size=8) | st.text()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|'/c calc'!A0",
        "+A1",
        "-A1",
        "@SUM(A1)",
        "\ttext",
        "\rtext",
        "\n=1",
        "  =1+1",
        "\u00a0=1",
        "\u200b=1",
        "\uff1d1+1",
        "\uff0bA1",
        "\uff0dA1",
        "\uff20SUM(A1)",
        "-2+3+cmd|' /C calc'!A0",
        "'=1",
        "+49 89 1234 DURCHWAHL",
    ],
)
def test_formulas_are_guarded(text: str) -> None:
    assert guard(text) == "'" + text
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Müller",
        "-5",
        "-5,00",
        "+5",
        "+49 89 1234",
        "+49 (0)89/1234-5",
        "-",
        "'s Lädchen",
        "a=b",
        "12",
        "(5)",
    ],
)
def test_harmless_texts_stay(text: str) -> None:
    assert guard(text) == text
    assert unguard(text) == text


@given(TRICKY)
def test_unguard_is_exact(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TRICKY)
def test_guarded_text_begins_with_no_sign_of_a_formula(text: str) -> None:
    guarded = guard(text).lstrip()
    assert guarded[:1] not in ("=", "@", "\uff1d", "\uff20")
    assert guarded[:1] not in ("+", "-") or not any(char.isalpha() for char in guarded)
