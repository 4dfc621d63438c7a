from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.text.fold import fold
from kundenwert.foundation.text.words import deletes, trigrams, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Straßenmaschinenbau Nord GmbH", ["strassenmaschinenbau", "nord", "gmbh"]),
        ("Müller-Lüdenscheidt & Söhne", ["muller", "ludenscheidt", "sohne"]),
        ("GmbH&Co.KG", ["gmbh", "co", "kg"]),
        ("Weiß e.K.", ["weiss", "ek"]),
        ("Weiß e. K.", ["weiss", "ek"]),
        ("Turnverein e. V., Köln", ["turnverein", "ev", "koln"]),
        ("Ferrari S.p.A.", ["ferrari", "spa"]),
        ("Bau G.m.b.H.", ["bau", "gmbh"]),
        ("J. Müller", ["j", "muller"]),
        ("O’Neill", ["oneill"]),
        ("McDonald's", ["mcdonalds"]),
        ("C&A", ["c", "a"]),
        ("info@nordwerk.de", ["info", "nordwerk", "de"]),
        ("www.nordwerk.de/kontakt", ["www", "nordwerk", "de", "kontakt"]),
        ("Schraube M8x30 3/8", ["schraube", "m8x30", "3", "8"]),
        ("Berlin Berlin", ["berlin"]),
        ("snake_case", ["snake", "case"]),
        ("Москва 東京", ["москва", "東京"]),
        (" – ", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_words_are_folded_and_unique(text: str) -> None:
    found = words(text)
    assert len(set(found)) == len(found)
    assert [fold(word) for word in found] == found
    assert words(" ".join(found)) == found


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("muller", ["mul", "ull", "lle", "ler"]),
        ("aaaaa", ["aaa"]),
        ("abc", ["abc"]),
        ("ab", ["ab"]),
        ("", []),
    ],
)
def test_trigrams(word: str, expected: list[str]) -> None:
    assert trigrams(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bach", ["bach", "ach", "bch", "bah", "bac"]),
        ("muller", ["muller", "uller", "mller", "muler", "mullr", "mulle"]),
        ("bau", []),
        ("m8x30", []),
        ("", []),
    ],
)
def test_deletes(word: str, expected: list[str]) -> None:
    assert deletes(word) == expected


@given(st.text(alphabet="abcde", min_size=5, max_size=12), st.data())
def test_one_missing_letter_shares_a_delete(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    slipped = word[:at] + word[at + 1 :]
    assert slipped in set(deletes(word)) & set(deletes(slipped))
