from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.text.fold import _any_script, fold, plain, sort_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"),
        ("Mueller", "muller"),
        ("MÜLLER", "muller"),
        ("Äpfel & Öl", "apfel & ol"),
        ("Aepfel & Oel", "apfel & ol"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Crédit Agricole", "credit agricole"),
        ("Bjørn Ærø", "bjorn aro"),
        ("Łódź", "lodz"),
        ("Þór Guðmundsson", "thor gudmundsson"),
        ("Iğdır İstanbul", "igdir istanbul"),
        ("Wichterlová", "wichterlova"),
        ("Ελλάδα ΑΣ", "ελλαδα ασ"),
        ("Москва", "москва"),
        ("東京 ガス", "東京 ガス"),
        ("ﬁrma", "firma"),
        ("Donau\u00addampf", "donaudampf"),
        ("O’Neill", "o'neill"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_fold_does_not_mind_how_unicode_is_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_the_short_cut_for_latin_gives_the_same(text: str) -> None:
    assert plain(text) == _any_script(text)


@given(st.text(alphabet="aäoöuübmß "))
def test_written_out_umlauts_fold_like_umlauts(text: str) -> None:
    written_out = text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    assert fold(written_out) == fold(text) == fold(text.upper())


def test_sort_key_orders_like_din_5007_1() -> None:
    ordered = [
        "1. FC Köln",
        "3M",
        "Assemann",
        "Aßmann Erika",
        "Assmann Frank",
        "Astmann",
        "Hacker Simon",
        "Häcker Xaver",
        "Hackmann",
        "Haecker",
        "Hafermann",
        "Maier",
        "Maier-Huber",
        "Maierhof",
        "Müller & Söhne",
        "Müllerei",
        "Ódzka",
        "Zorn",
        "Αθήνα",
    ]
    shuffled = ordered[::-2] + ordered[-2::-2]
    assert sorted(shuffled, key=lambda name: sort_key(name).encode()) == ordered


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("»Zum Ochsen« GmbH", "zum ochsen gmbh"),
        ("Müller-Lüdenscheidt", "muller ludenscheidt"),
        ("A.B.C. Handel", "abc handel"),
        ("  Ærø  ", "aero"),
        ("!!!", ""),
        ("Αθήνα", "αθηνα"),
    ],
)
def test_sort_key(text: str, key: str) -> None:
    assert sort_key(text) == key


@given(st.text(max_size=500))
def test_sort_key_is_short_and_stable(text: str) -> None:
    key = sort_key(text)
    assert len(key) <= 200
    assert sort_key(key) == key
