"""Lists: complete by keyset, sorted as Germans sort, filtered by what the address says."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kundenwert.customers.models import Customer
from kundenwert.foundation.access.models import Team
from kundenwert.records.fields.periods import PERIODS
from kundenwert.records.queries import list_page as pages
from kundenwert.records.queries.list_state import Filter, list_state
from kundenwert.records.registry import record_type_for


def all_rows(user, record_type, query):
    state = list_state(record_type, QueryDict(query), None)
    titles, cursor = [], ""
    for _page in range(100):
        page = pages.list_page(pages.list_records(user, record_type, state), record_type, state, cursor)
        titles += [row.title for row in page.rows]
        cursor = page.next_cursor
        if not cursor:
            return titles
    raise AssertionError("the list does not end")


def test_sorted_as_germans_sort(make_customer, admin_user, customer_type):
    for name in ["Zebra", "Ärger", "Apfel", "österreich", "Ostern", "Strasse 2", "Straße 1"]:
        make_customer(name)
    expected = ["Apfel", "Ärger", "Ostern", "österreich", "Straße 1", "Strasse 2", "Zebra"]
    assert all_rows(admin_user, customer_type, "sort=name") == expected
    assert all_rows(admin_user, customer_type, "sort=-name") == expected[::-1]


@pytest.mark.parametrize(
    "sort", ["name", "-name", "city", "-city", "last_touchpoint_at", "-last_touchpoint_at", "owner", "revenue"]
)
def test_paging_shows_every_row_once_whatever_is_equal_or_empty(
    make_customer, make_user, admin_user, customer_type, monkeypatch, sort
):
    monkeypatch.setattr(pages, "PAGE_SIZE", 3)
    anna = make_user("anna")
    for number in range(11):
        customer = make_customer(
            f"Firma {number % 4}", city=["", "Ulm", "Aalen"][number % 3], owner=anna if number % 2 else None
        )
        if number % 3:
            at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number % 5, microseconds=7)
            Customer.objects.filter(pk=customer.pk).update(last_touchpoint_at=at)
    found = all_rows(admin_user, customer_type, f"sort={sort}")
    assert sorted(found) == sorted(Customer.objects.values_list("name", flat=True))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_no_address_breaks_a_list(organisation, text):
    record_type = record_type_for("customers.customer")
    for query in ({"f": text}, {"sort": text}, {"columns": text}, {"q": text}, {"view": text}):
        data = QueryDict(mutable=True)
        data.update(query)
        state = list_state(record_type, data, None)
        assert set(state.columns) <= set(record_type.all_fields)


def test_an_unreadable_cursor_begins_at_the_first_page(make_customer, admin_client):
    make_customer("Weber")
    for cursor in ["x", "W10=", "////", "eyJ9"]:
        assert "Weber" in admin_client.get("/customers", {"after": cursor}).content.decode()


FILTERS = [
    ("city:is:ulm", ["Alpha"]),
    ("city:contains:l", ["Alpha", "Beta"]),
    ("city:starts:k", ["Beta"]),
    ("city:empty:", ["Gamma"]),
    ("city:filled:", ["Alpha", "Beta"]),
    ("stage:is:customer|former", ["Alpha", "Gamma"]),
    ("stage:not:customer", ["Beta", "Gamma"]),
    ("tags:has:VIP", ["Alpha"]),
    ("country:is:AT|CH", ["Gamma"]),
    ("phone:contains:0731 1", ["Alpha"]),
    ("birthday:from:01.01.1990", ["Beta"]),
    ("birthday:to:1989-12-31", ["Alpha"]),
    ("birthday:empty:", ["Gamma"]),
]


@pytest.mark.parametrize(("text", "expected"), FILTERS)
def test_filters(make_customer, admin_user, customer_type, text, expected):
    from datetime import date

    make_customer("Alpha", city="Ulm", tags=["VIP"], phone="+497311234", birthday=date(1980, 5, 1))
    make_customer("Beta", city="Köln", stage="prospect", birthday=date(1990, 1, 1))
    make_customer("Gamma", stage="former", country="CH")
    data = QueryDict(mutable=True)
    data["f"] = text
    assert all_rows(admin_user, customer_type, data.urlencode()) == expected


def test_a_filter_without_sense_is_told_and_left_out(customer_type):
    state = list_state(customer_type, QueryDict("f=birthday:from:gestern&f=nothing:is:1&f=city:is:Ulm"), None)
    assert state.filters == (Filter("city", "is", "Ulm"),)
    assert len(state.problems) == 2


def test_a_list_asks_the_same_number_of_questions_for_one_row_and_for_many(make_customer, admin_client):
    from django.db import connection

    def queries():
        seen = []

        def note(execute, sql, params, many, context):
            seen.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            admin_client.get("/customers")
        return len(seen)

    make_customer("Eins")
    admin_client.get("/customers")
    one = queries()
    for number in range(3):
        make_customer(f"Noch {number}")
    assert (one, queries()) == (one, one)
    assert one <= 9


def test_saved_views_private_and_shared(make_customer, make_user, client_of):
    rights = {("customers.customer", "see"): "all"}
    anna, paul = make_user("anna", permissions=rights), make_user("paul", permissions=rights)
    make_customer("Ulmer", city="Ulm")
    make_customer("Kölner", city="Köln")
    browser = client_of(anna)
    state = "?f=city:is:Ulm&sort=-name&columns=name,city"
    browser.post("/customers/views", {"state": state, "name": "Nur Ulm"})
    browser.post("/customers/views", {"state": state, "name": "Für alle", "shared": "on"})
    page = browser.get("/customers").content.decode()
    private, shared = (
        re.search(rf'view=(\d+)"[^>]*>[^<]*(?:<[^>]*>)*\s*{name}', page) for name in ("Nur Ulm", "Für alle")
    )
    assert private
    assert shared
    rows = browser.get(f"/customers?view={private[1]}").content.decode()
    assert ("Ulmer" in rows, "Kölner" in rows) == (True, False)
    other = client_of(paul).get("/customers").content.decode()
    assert ("Nur Ulm" in other, "Für alle" in other) == (False, True)
    assert client_of(paul).post(f"/customers/views/{shared[1]}/delete").status_code == 404
    assert browser.post(f"/customers/views/{private[1]}/delete").status_code == 302
    browser.get("/customers")  # shows that it is deleted
    assert "Nur Ulm" not in browser.get("/customers").content.decode()


@pytest.mark.parametrize(
    ("operator", "first", "last"),
    [
        ("today", "2026-11-22", "2026-11-22"),
        ("this_week", "2026-11-16", "2026-11-22"),
        ("this_month", "2026-11-01", "2026-11-30"),
        ("last_month", "2026-10-01", "2026-10-31"),
        ("this_quarter", "2026-10-01", "2026-12-31"),
        ("this_year", "2026-01-01", "2026-12-31"),
        ("last_year", "2025-01-01", "2025-12-31"),
    ],
)
def test_periods_seen_from_a_sunday(operator, first, last):
    span = PERIODS[operator][1](date(2026, 11, 22))
    assert [day.isoformat() for day in span] == [first, last]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_periods_hold_what_they_say_on_any_day(today):
    spans = {key: span(today) for key, (_label, span) in PERIODS.items()}
    assert all(first <= today <= last for key, (first, last) in spans.items() if not key.startswith("last"))
    assert spans["last_month"][1] == spans["this_month"][0] - timedelta(days=1)
    assert spans["last_year"][1] == spans["this_year"][0] - timedelta(days=1)


def test_filters_that_move_with_the_day(make_customer, admin_user, customer_type):
    now = timezone.localtime()
    for name, days in (("Heute", 0), ("Vorjahr", 400)):
        customer = make_customer(name)
        Customer.objects.filter(pk=customer.pk).update(last_touchpoint_at=now - timedelta(days=days))
    for operator in ("today", "this_week", "this_month", "this_quarter", "this_year", "next:1"):
        assert all_rows(admin_user, customer_type, f"f=last_touchpoint_at:{operator}") == ["Heute"]
    assert "Heute" not in all_rows(admin_user, customer_type, "f=last_touchpoint_at:last_year")


def test_mine_and_those_of_my_team_mean_the_reader(make_customer, make_user, customer_type):
    team = Team.objects.create(name="Nord")
    see = {("customers.customer", "see"): "all"}
    anna, bernd = (make_user(name, permissions=see, teams=(team,)) for name in ("anna", "bernd"))
    clara = make_user("clara", permissions=see)
    for owner in (anna, bernd, clara):
        make_customer(f"Von {owner.first_name}", owner=owner)
    assert all_rows(anna, customer_type, "f=owner:is:me") == ["Von Anna"]
    assert all_rows(bernd, customer_type, "f=owner:is:me") == ["Von Bernd"]
    assert all_rows(anna, customer_type, "f=owner:is:team") == ["Von Anna", "Von Bernd"]
    assert all_rows(clara, customer_type, "f=owner:is:team") == ["Von Clara"]
    assert all_rows(anna, customer_type, f"f=owner:is:me|{clara.pk}") == ["Von Anna", "Von Clara"]
