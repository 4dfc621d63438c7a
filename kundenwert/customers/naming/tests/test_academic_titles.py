from __future__ import annotations

import pytest

from kundenwert.customers.naming.academic_titles import highest_title, split_title, take_degrees, take_titles


@pytest.mark.parametrize(
    ("text", "titles", "rest"),
    [
        ("Dr. Max Muster", "Dr.", "Max Muster"),
        ("Prof. Dr. med. Eva Muster", "Prof. Dr. med.", "Eva Muster"),
        ("Univ.-Prof. DDr. Eva Muster", "Univ.-Prof. DDr.", "Eva Muster"),
        ("Prof. Dr. Dr. h.c. mult. Eva Muster", "Prof. Dr. Dr. h.c. mult.", "Eva Muster"),
        ("Dr.-Ing. Max Muster", "Dr.-Ing.", "Max Muster"),
        ("Dipl.-Ing. (FH) Max Muster", "Dipl.-Ing. (FH)", "Max Muster"),
        ("DI Max Muster", "DI", "Max Muster"),
        ("Mag.a Eva Muster", "Mag.a", "Eva Muster"),
        ("Phil Collins", "", "Phil Collins"),
        ("Max Muster", "", "Max Muster"),
    ],
)
def test_take_titles(text: str, titles: str, rest: str) -> None:
    assert take_titles(text) == (titles, rest)


@pytest.mark.parametrize(
    ("text", "name", "degrees"),
    [
        ("Eva Muster MBA", "Eva Muster", "MBA"),
        ("Eva Muster M. A.", "Eva Muster", "M.A."),
        ("Eva Muster, BSc MSc", "Eva Muster,", "BSc MSc"),
        ("Yo-Yo Ma", "Yo-Yo Ma", ""),
        ("Eva Muster", "Eva Muster", ""),
    ],
)
def test_take_degrees(text: str, name: str, degrees: str) -> None:
    assert take_degrees(text) == (name, degrees)


@pytest.mark.parametrize(
    ("title", "before", "after"),
    [
        ("Dr.", "Dr.", ""),
        ("Dr., MBA", "Dr.", "MBA"),
        ("Prof. Dr. LL. M.", "Prof. Dr.", "LL.M."),
        ("", "", ""),
    ],
)
def test_split_title(title: str, before: str, after: str) -> None:
    assert split_title(title) == (before, after)


@pytest.mark.parametrize(
    ("title", "country", "highest"),
    [
        ("Prof. Dr.", "DE", "prof"),
        ("Dr. Dr. h. c.", "DE", "Dr."),
        ("Dr.-Ing.", "DE", "Dr."),
        ("Dipl.-Ing.", "DE", ""),
        ("Dipl.-Ing. (FH)", "AT", "Dipl.-Ing."),
        ("Mag.a Dr.", "AT", "Dr."),
        ("Mag.", "AT", "Mag."),
        ("", "AT", ""),
    ],
)
def test_highest_title(title: str, country: str, highest: str) -> None:
    assert highest_title(title, country) == highest
