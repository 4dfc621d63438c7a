from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.customers.naming.person import PersonName, envelope_name, full_name, split_person


@pytest.mark.parametrize(
    ("title", "first", "last", "name"),
    [
        ("Dr.", "Max", "von Muster", "Dr. Max von Muster"),
        ("", "Eva", "Muster", "Eva Muster"),
        ("Prof. Dr., MBA", "Eva", "Muster", "Prof. Dr. Eva Muster MBA"),
        ("", "", "Muster", "Muster"),
        ("", "", "", ""),
    ],
)
def test_full_name(title: str, first: str, last: str, name: str) -> None:
    assert full_name(title, first, last) == name


@pytest.mark.parametrize(
    ("salutation", "title", "first", "last", "language", "country", "line"),
    [
        ("ms", "Dr.", "Eva", "Muster", "de", "DE", "Frau Dr. Eva Muster"),
        ("mr", "Prof. Dr. med.", "Max", "Muster", "de", "DE", "Herrn Prof. Dr. med. Max Muster"),
        ("mr", "", "Max", "Muster", "de", "AT", "Herrn Max Muster"),
        ("mr", "", "Max", "Muster", "de", "CH", "Herr Max Muster"),
        ("neutral", "", "Robin", "Muster", "de", "DE", "Robin Muster"),
        ("", "Dr.", "Robin", "Muster", "de", "DE", "Dr. Robin Muster"),
        ("ms", "", "", "Muster", "de", "DE", "Frau Muster"),
        ("ms", "", "Eva", "Muster", "en", "GB", "Ms Eva Muster"),
        ("ms", "Dr.", "Eva", "Muster", "en", "GB", "Dr. Eva Muster"),
        ("mr", "MBA", "Max", "Muster", "en", "GB", "Mr Max Muster MBA"),
        ("ms", "", "Eva", "Muster", "fr", "CH", "Madame Eva Muster"),
        ("mr", "", "Max", "Muster", "it", "CH", "Signor Max Muster"),
        ("mr", "", "Max", "Muster", "pl", "PL", "Mr Max Muster"),
        ("mr", "", "", "", "de", "DE", ""),
    ],
)
def test_envelope_name(
    salutation: str, title: str, first: str, last: str, language: str, country: str, line: str
) -> None:
    assert envelope_name(salutation, title, first, last, language, country) == line


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Max Muster", PersonName("", "", "Max", "Muster")),
        ("Dr. Max von Muster", PersonName("", "Dr.", "Max", "von Muster")),
        ("Muster, Max", PersonName("", "", "Max", "Muster")),
        ("von Muster, Dr. Max", PersonName("", "Dr.", "Max", "von Muster")),
        ("Muster, Frau Dr. Eva", PersonName("ms", "Dr.", "Eva", "Muster")),
        ("Frau Prof. Dr. med. Eva Maria Muster", PersonName("ms", "Prof. Dr. med.", "Eva Maria", "Muster")),
        ("Herr Muster", PersonName("mr", "", "", "Muster")),
        ("Herr", PersonName("mr", "", "", "")),
        ("Eva Muster, M.A.", PersonName("", "M.A.", "Eva", "Muster")),
        ("Mag. Eva Muster, BSc", PersonName("", "Mag. BSc", "Eva", "Muster")),
        ("Muster, Eva, MBA", PersonName("", "MBA", "Eva", "Muster")),
        ("Hans-Peter Müller-Lüdenscheidt", PersonName("", "", "Hans-Peter", "Müller-Lüdenscheidt")),
        ("Johannes Van der Berg", PersonName("", "", "Johannes", "Van der Berg")),
        ("Karl-Theodor Freiherr von und zu Guttenberg",
         PersonName("", "", "Karl-Theodor", "Freiherr von und zu Guttenberg")),
        ("Steffi Graf", PersonName("", "", "Steffi", "Graf")),
        ("Luca di Lorenzo", PersonName("", "", "Luca", "di Lorenzo")),
        ("Di Huber", PersonName("", "", "Di", "Huber")),
        ("Herr und Frau Muster", PersonName("neutral", "", "", "Muster")),
        ("M. Muster", PersonName("", "", "M.", "Muster")),
        ("Madonna", PersonName("", "", "", "Madonna")),
        ("", PersonName("", "", "", "")),
    ],
)  # fmt: skip
def test_split_person(text: str, person: PersonName) -> None:
    assert split_person(text) == person


@given(st.lists(st.sampled_from(["Eva", "Muster", "von", "Dr.", "MBA", "Graf", "M.", "Ölmann"]), max_size=6))
def test_splitting_loses_no_word(pieces: list[str]) -> None:
    person = split_person(" ".join(pieces))
    found = f"{person.title} {person.first_name} {person.last_name}".split()
    assert sorted(found) == sorted(pieces)


@given(st.text(max_size=40))
def test_any_text_is_taken_apart_without_losing_letters(text: str) -> None:
    person = split_person(text)
    assert bool(re.search(r"\w", text)) <= any((person.salutation, person.title, person.first_name, person.last_name))
