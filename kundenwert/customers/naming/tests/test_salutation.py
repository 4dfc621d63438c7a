from __future__ import annotations

import pytest

from kundenwert.customers.naming.salutation import parse_salutation, split_salutation


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("mr", ["Herr", "HERR", "Herrn", "Hr.", "Mr", "Mr.", "Herr Dr.", "m", "männlich", "Monsieur",
                "Signor", "Sig.", "Sehr geehrter Herr", "An Herrn"]),
        ("ms", ["Frau", "Fr.", "Frl.", "Ms", "Mrs.", "Miss", "w", "weiblich", "female", "Madame",
                "Frau Prof. Dr.", "Sehr geehrte Frau", "Sig.ra"]),
        ("neutral", ["divers", "d", "Mx", "keine", "keine Angabe", "Herr/Frau", "Herr und Frau",
                     "Frau & Herr", "m/w/d"]),
        ("", ["", "Firma", "Max", "Familie", "Herrmann", "1"]),
    ],
)  # fmt: skip
def test_parse_salutation(code: str, texts: list[str]) -> None:
    assert {text: parse_salutation(text) for text in texts} == dict.fromkeys(texts, code)


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("Herr Dr.", "mr", "Dr."),
        ("Frau Prof. Dr. Eva Muster", "ms", "Prof. Dr. Eva Muster"),
        ("Herr und Frau Muster", "neutral", "Muster"),
        ("M. Muster", "", "M. Muster"),
        ("Eva Muster", "", "Eva Muster"),
        ("Liebe Eva", "", "Liebe Eva"),
    ],
)
def test_split_salutation(text: str, code: str, rest: str) -> None:
    assert split_salutation(text) == (code, rest)
