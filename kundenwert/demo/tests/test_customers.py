"""Customers look like the file of a real wholesaler."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import chain

import phonenumbers
import pytest
from phonenumbers import geocoder

from kundenwert.demo.company import DemoCustomer
from kundenwert.demo.company.places import TOWNS
from kundenwert.demo.tests.fixtures import everything


def _phones(customer: DemoCustomer) -> list[str]:
    own = [customer.phone, customer.mobile]
    of_contacts = [number for contact in customer.contacts for number in (contact.phone, contact.mobile)]
    return [number for number in own + of_contacts if number]


def test_numbers_run_from_10001_without_a_gap() -> None:
    numbers = [customer.number for customer in everything().customers]
    assert numbers == [str(10_001 + index) for index in range(2000)]


def test_kinds_and_countries_are_as_asked() -> None:
    customers = everything().customers
    people = sum(customer.kind == "person" for customer in customers) / len(customers)
    countries = Counter(customer.country for customer in customers)
    assert 0.26 < people < 0.34
    assert 0.83 < countries["DE"] / len(customers) < 0.89
    assert 0.06 < countries["AT"] / len(customers) < 0.10
    assert 0.04 < countries["CH"] / len(customers) < 0.08


@pytest.mark.parametrize("customers", [100, 2000])
def test_the_firms_every_demo_has_are_there_once(customers: int) -> None:
    names = Counter(customer.name for customer in everything(customers).customers)
    firms = ("Zimmerei Huber GmbH", "Straßenmaschinenbau Nord GmbH", "Metallbau Yıldız e.K.")
    assert [names[firm] for firm in firms] == [1, 1, 1]


def test_address_and_region_come_from_one_town() -> None:
    known = {(code, town.name, town.region, town.country) for town in TOWNS for code in town.postal_codes}
    for customer in everything().customers:
        assert (customer.postal_code, customer.city, customer.region, customer.country) in known


def test_landlines_belong_to_the_town() -> None:
    areas = {(town.name, town.country): town.area for town in TOWNS if town.region != "Aargau"}
    countries = {"DE": "+49", "AT": "+43", "CH": "+41"}
    for customer in everything().customers:
        area = areas.get((customer.city, customer.country))
        if customer.phone and area:
            assert customer.phone.startswith(countries[customer.country] + area)


def test_area_codes_are_those_of_the_towns() -> None:
    """Checked against the geographic tables of libphonenumber, which name the town of a German area code."""
    wrong = []
    for town in TOWNS:
        number = phonenumbers.parse(f"+49{town.area}223344")
        place = geocoder.description_for_number(number, "de")
        if town.country == "DE" and place[:3] != town.name.replace("ß", "ss")[:3]:
            wrong.append((town.name, place))
    shared_area = {
        "Norderstedt",
        "Offenbach am Main",
        "Ludwigshafen am Rhein",
        "Fürth",
        "Esslingen am Neckar",
    }
    assert {name for name, _ in wrong} == shared_area


def test_postal_codes_lie_in_the_land() -> None:
    """The first two digits of a postal code and the Land, as Deutsche Post cut them."""
    areas = {
        "Schleswig-Holstein": "22 23 24 25",
        "Hamburg": "20 21 22",
        "Niedersachsen": "21 26 27 29 30 31 37 38 48 49",
        "Bremen": "27 28",
        "Mecklenburg-Vorpommern": "17 18 19 23",
        "Berlin": "10 12 13",
        "Brandenburg": "03 14 15 16 19",
        "Sachsen-Anhalt": "06 29 38 39",
        "Sachsen": "01 02 04 08 09",
        "Thüringen": "07 98 99",
        "Nordrhein-Westfalen": "32 33 40 41 42 44 45 46 47 48 50 51 52 53 57 58 59",
        "Hessen": "34 35 36 60 63 64 65",
        "Rheinland-Pfalz": "54 55 56 67 76",
        "Saarland": "66",
        "Bayern": "63 80 81 82 83 84 85 86 87 90 91 92 93 94 95 96 97",
        "Baden-Württemberg": "68 69 70 71 72 73 74 75 76 77 78 79 88 89",
    }
    for town in TOWNS:
        if town.country == "DE":
            assert {code[:2] for code in town.postal_codes} <= set(areas[town.region].split()), town
        assert {len(code) for code in town.postal_codes} == {5 if town.country == "DE" else 4}


def test_almost_every_telephone_number_is_valid() -> None:
    numbers = [number for customer in everything().customers for number in _phones(customer)]
    valid = sum(phonenumbers.is_valid_number(phonenumbers.parse(number)) for number in numbers)
    assert valid / len(numbers) > 0.995


def test_no_mail_can_reach_anyone() -> None:
    customers = everything().customers
    mails = chain.from_iterable([c.email, *(contact.email for contact in c.contacts)] for c in customers)
    assert all(mail.endswith(".example") and mail.count("@") == 1 and mail.isascii() for mail in mails if mail)
    sites = [customer.website for customer in customers if customer.website]
    assert all(site.startswith("https://www.") and site.endswith(".example") for site in sites)
    assert len(sites) > 700


@pytest.mark.parametrize("customers", [100, 2000])
def test_birthdays_in_the_coming_week(customers: int) -> None:
    found = everything(customers)
    today = found.company.world.today
    week = {((today + timedelta(days=ahead)).month, (today + timedelta(days=ahead)).day) for ahead in range(7)}
    everyone = chain.from_iterable([c.birthday, *(k.birthday for k in c.contacts)] for c in found.customers)
    birthdays = [born for born in everyone if born]
    assert sum((born.month, born.day) in week for born in birthdays) >= 5
    assert len([born for born in birthdays if (born.month, born.day) in week]) < 0.15 * len(birthdays) + 6


def test_companies_have_contacts_and_people_none() -> None:
    for customer in everything().customers:
        assert len(customer.contacts) in (range(1, 5) if customer.kind == "company" else range(1))
        assert bool(customer.last_name) == (customer.kind == "person")
        assert customer.salutation in ({"mr", "ms", "neutral"} if customer.kind == "person" else {""})


def test_a_few_customers_were_entered_twice() -> None:
    found = everything()
    streets = Counter((c.street, c.postal_code, c.kind) for c in found.customers if not c.name_addition)
    twice = sum(count - 1 for (_, _, kind), count in streets.items() if kind == "company")
    assert 2 <= twice <= 25


def test_relations_link_customers_that_fit() -> None:
    found = everything()
    cards = {customer.number: customer for customer in found.customers}
    relations = list(found.company.relations())
    assert {relation.kind for relation in relations} == {"parent", "referral", "partner", "household"}
    for relation in relations:
        one, other = cards[relation.from_customer], cards[relation.to_customer]
        assert one.number != other.number
        if relation.kind == "household":
            assert (one.last_name, one.street, one.city) == (other.last_name, other.street, other.city)
        if relation.kind == "parent":
            assert (one.kind, other.kind, one.name) == ("company", "company", other.name)


def test_dates_on_the_card_fit_what_happened() -> None:
    found = everything()
    orders = {order.customer: order.date for order in found.orders}
    touched = {touchpoint.customer: touchpoint.at for touchpoint in found.touchpoints}
    first = {}
    for touchpoint in found.touchpoints:
        first.setdefault(touchpoint.customer, touchpoint.at)
    for customer in found.customers:
        assert customer.last_order_at == orders.get(customer.number)
        assert customer.last_touchpoint_at == touched.get(customer.number)
        assert customer.created_at < first.get(customer.number, found.company.world.now)
        assert (customer.stage == "prospect") == (customer.last_order_at is None)
