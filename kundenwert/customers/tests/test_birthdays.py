from __future__ import annotations

from datetime import date

import pytest

from kundenwert.customers.queries.coming_birthdays import coming_birthdays

from .make import make_contact, make_customer, make_person


def _names(user, today, **more):
    return [(entry.name, entry.day.isoformat(), entry.age) for entry in coming_birthdays(user, today, **more)]


def test_customers_and_contacts_by_nearness(admin_user):
    company = make_customer(admin_user, "Firma GmbH")
    make_contact(admin_user, company, "Zeh", birthday=date(1970, 11, 22), email="zeh@firma.example")
    make_person(admin_user, "Eva", "Adler", birthday=date(1980, 11, 29), phone="+49301234567")
    make_person(admin_user, "Max", "Spät", birthday=date(1980, 11, 30))
    make_person(admin_user, "Ida", "Vorbei", birthday=date(1980, 11, 21))
    assert _names(admin_user, date(2026, 11, 22)) == [("Zeh", "2026-11-22", 56), ("Eva Adler", "2026-11-29", 46)]
    first, second = coming_birthdays(admin_user, date(2026, 11, 22))
    assert (first.company, first.email, second.phone, second.company) == (
        "Firma GmbH",
        "zeh@firma.example",
        "+49301234567",
        "",
    )


def test_over_the_turn_of_the_year(admin_user):
    make_person(admin_user, "Eva", "Silvester", birthday=date(1980, 12, 31))
    make_person(admin_user, "Max", "Neujahr", birthday=date(1981, 1, 3))
    assert _names(admin_user, date(2026, 12, 29)) == [
        ("Eva Silvester", "2026-12-31", 46),
        ("Max Neujahr", "2027-01-03", 46),
    ]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 2, 25), [("Lea Schalt", "2027-03-01", 31)]),
        (date(2028, 2, 25), [("Lea Schalt", "2028-02-29", 32)]),
        (date(2028, 3, 1), []),
        (date(2027, 3, 1), [("Lea Schalt", "2027-03-01", 31)]),
    ],
)
def test_the_29th_of_february(admin_user, today, expected):
    make_person(admin_user, "Lea", "Schalt", birthday=date(1996, 2, 29))
    assert _names(admin_user, today) == expected


def test_a_round_birthday(admin_user):
    make_person(admin_user, "Eva", "Rund", birthday=date(1976, 11, 22))
    (entry,) = coming_birthdays(admin_user, date(2026, 11, 22))
    assert (entry.age, entry.is_round) == (50, True)


def test_only_what_the_reader_may_see(admin_user, make_user):
    reader = make_user("vertrieb", permissions={("customers.customer", "see"): "own"})
    mine = make_customer(admin_user, "Meine GmbH", owner=reader.pk)
    make_contact(admin_user, mine, "Ohne Recht", birthday=date(1970, 11, 22))
    make_person(admin_user, "Eva", "Fremd", birthday=date(1980, 11, 22), owner=admin_user.pk)
    make_person(admin_user, "Max", "Mein", birthday=date(1980, 11, 22), owner=reader.pk)
    assert [name for name, _day, _age in _names(reader, date(2026, 11, 22))] == ["Max Mein"]
