from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from kundenwert.customers.models import Customer
from kundenwert.customers.tests.make import make_customer, make_person
from kundenwert.frontoffice.queries.home_page import home_page
from kundenwert.operational.sales.tests.make import line, make_order
from kundenwert.operational.touchpoints.actions.log_touchpoint import log_touchpoint
from kundenwert.records.queries.by_day import Days, figure

OWN = {(subject, "see"): "own" for subject in ("customers.customer", "sales.order", "touchpoints.touchpoint")}


@contextmanager
def counted():
    queries: list[str] = []

    def note(execute, sql, params, many, context):
        queries.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield queries


def _busy(user, number):
    """A customer with all that the home page shows."""
    day = timezone.localdate()
    born = day.replace(year=1980) if (day.month, day.day) != (2, 29) else date(1980, 2, 29)
    customer = make_person(user, "Eva", f"Kunde{number}", owner=user.pk, birthday=born, phone="+49301234567")
    make_order(user, customer, line(number + 1, 100), status="open", owner=user.pk)
    _log(user, customer, days=200)
    return customer


def _log(user, customer, *, days=0, kind="call"):
    at = timezone.now() - timedelta(days=days)
    values = {"kind": kind, "at": at, "customer": customer.pk, "employee": user.pk, "subject": "Rückfrage"}
    log_touchpoint(values, actor=user)


@pytest.mark.parametrize("rows", [1, 3])
def test_ten_queries_however_much_is_there(admin_user, rows):
    for number in range(rows):
        _busy(admin_user, number)
    admin_user._grants = None
    home_page(admin_user)
    with counted() as queries:
        page = home_page(admin_user)
    assert len(queries) == 10
    shown = {name: len(page[name]) for name in ("birthdays", "neglected", "touchpoints", "changed", "orders")}
    assert shown == dict.fromkeys(shown, rows)


def test_the_page_for_an_administrator(admin_user, admin_client):
    customer = _busy(admin_user, 0)
    answer = admin_client.get("/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count(f'href="/customers/{customer.pk}"') == 4
    assert page.count('href="tel:+49301234567"') == 2
    assert page.count('class="stat"') == 4


def test_the_greeting_escapes_names(admin_user, admin_client):
    type(admin_user).objects.update(first_name="<b>Anna")
    assert "&lt;b&gt;Anna" in admin_client.get("/").content.decode()


def test_an_empty_organisation_shows_the_first_steps(admin_client, make_user, client_of):
    page = admin_client.get("/").content.decode()
    assert re.findall(r'class="step" href="([^"]*)"', page) == ["/customers/import", "/customers/new", "/orders/import"]
    nobody = client_of(make_user("neu", permissions=OWN)).get("/")
    assert (nobody.status_code, nobody.content.decode().count('class="step"')) == (200, 0)


def test_without_any_right_the_page_opens_all_the_same(admin_user, make_user, client_of):
    _busy(admin_user, 0)
    answer = client_of(make_user("gast")).get("/")
    assert (answer.status_code, answer.content.decode().count("Kunde0")) == (200, 0)


def test_scope_own_shows_nothing_of_others(admin_user, make_user):
    seller = make_user("vertrieb", permissions=OWN)
    _busy(admin_user, 0)
    mine = make_customer(admin_user, "Meine GmbH", owner=seller.pk)
    make_order(admin_user, mine, line(1, 50), owner=seller.pk)
    page = home_page(seller)
    assert [stat["value"] for stat in page["stats"]] == ["50\u00a0€", "1", "1", "0"]
    assert [entry["name"] for entry in page["changed"]] == ["Meine GmbH"]
    assert (page["birthdays"], page["touchpoints"]) == ([], [])


def test_without_the_right_to_see_orders_there_is_no_revenue(admin_user, make_user):
    reader = make_user("leser", permissions={("customers.customer", "see"): "all"})
    _busy(admin_user, 0)
    page = home_page(reader)
    assert (len(page["stats"]), page["orders"], page["neglected"]) == (1, [], [])


def test_neglected_customers_by_revenue_and_only_mine(admin_user, make_user):
    for name, amount, days in [("Klein", 10, 100), ("Groß", 500, 91), ("Frisch", 900, 89), ("Nie", 50, None)]:
        customer = make_customer(admin_user, name, owner=admin_user.pk)
        make_order(admin_user, customer, line(1, amount))
        if days is not None:
            _log(admin_user, customer, days=days)
    _log(admin_user, Customer.objects.get(name="Klein"), kind="note")
    make_order(admin_user, make_customer(admin_user, "Fremd", owner=make_user("kollege").pk), line(1, 999))
    make_customer(admin_user, "Interessent", owner=admin_user.pk)
    assert [item["entry"].name for item in home_page(admin_user)["neglected"]] == ["Groß", "Nie", "Klein"]


def test_the_same_days_of_last_year(admin_user):
    customer, today = make_customer(admin_user), timezone.localdate()
    zone = timezone.get_current_timezone()

    def at(day: date) -> datetime:
        return datetime(day.year, day.month, day.day, 0, 30, tzinfo=zone)

    first, last = Days(today).year_ago
    make_order(admin_user, customer, line(1, 80), at=at(first))
    make_order(admin_user, customer, line(1, 20), at=at(last))
    make_order(admin_user, customer, line(1, 900), at=at(last + timedelta(days=1)))
    make_order(admin_user, customer, line(1, 900), at=at(first - timedelta(days=1)))
    make_order(admin_user, customer, line(1, 150), at=at(today.replace(day=1)))
    make_order(admin_user, customer, line(1, 700), at=at(today), status="cancelled")
    revenue = home_page(admin_user)["stats"][0]
    assert (revenue["value"], revenue["delta"][:4], revenue["trend"]) == ("150\u00a0€", "+50\u00a0", "up")


@pytest.mark.parametrize(
    ("today", "year_ago", "weeks"),
    [
        (date(2026, 11, 22), (date(2025, 11, 1), date(2025, 11, 22)), (date(2026, 8, 31), date(2026, 11, 22))),
        (date(2028, 2, 29), (date(2027, 2, 1), date(2027, 2, 28)), (date(2027, 12, 13), date(2028, 3, 5))),
        (date(2027, 1, 1), (date(2026, 1, 1), date(2026, 1, 1)), (date(2026, 10, 12), date(2027, 1, 3))),
    ],
)
def test_the_days_looked_at(today, year_ago, weeks):
    assert (Days(today).year_ago, Days(today).weeks) == (year_ago, weeks)


def test_points_are_weeks_and_the_last_is_this_week():
    days = Days(date(2026, 11, 22))
    rows = [{"day": date(2026, 8, 30), "n": 9}, {"day": date(2026, 8, 31), "n": 1}, {"day": date(2026, 11, 20), "n": 2}]
    made = figure(rows, days, lambda row: row["n"])
    assert (made.points, made.now, made.change) == ([1.0, *[0.0] * 10, 2.0], Decimal(2), None)
