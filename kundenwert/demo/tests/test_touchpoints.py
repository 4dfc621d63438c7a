"""Touchpoints: who spoke with whom, when, and in words that make sense."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from kundenwert.demo.company import generate
from kundenwert.demo.company.texts import templates
from kundenwert.demo.company.workdays import is_open
from kundenwert.demo.tests.fixtures import everything


def test_about_four_a_customer() -> None:
    assert 3.5 < len(everything().touchpoints) / 2000 < 5.5


def test_touchpoints_hold_together() -> None:
    found = everything()
    customers = {customer.number: customer for customer in found.customers}
    employees = {employee.key for employee in found.company.employees}
    for touchpoint in found.touchpoints:
        assert touchpoint.employee in employees
        contacts = len(customers[touchpoint.customer].contacts)
        assert touchpoint.contact is None or 0 <= touchpoint.contact < contacts
        assert touchpoint.direction in ({""} if touchpoint.kind in ("note", "visit") else {"in", "out"})


def test_orders_named_in_a_text_are_the_customers_own() -> None:
    found = everything()
    of_customer = {order.number: order.customer for order in found.orders}
    named = 0
    for touchpoint in found.touchpoints:
        for word in f"{touchpoint.subject} {touchpoint.text}".replace("(", " ").split():
            if word.startswith("A-20"):
                named += 1
                assert of_customer[word[:13]] == touchpoint.customer
    assert named > 1000


def test_texts_are_filled_and_varied() -> None:
    found = everything().touchpoints
    for touchpoint in found:
        whole = touchpoint.subject + touchpoint.text
        assert "{" not in whole
        assert "  " not in whole
        assert " ." not in whole
        assert len(touchpoint.text) > 20
    assert sum(len(group) for group in templates().values()) > 230
    assert len({touchpoint.text for touchpoint in found}) > 0.7 * len(found)


def test_all_in_working_hours_none_in_the_future() -> None:
    found = everything()
    for touchpoint in found.touchpoints:
        assert touchpoint.at < found.company.world.now
        assert 7 <= touchpoint.at.hour <= 17
        assert is_open(touchpoint.at.date())


@pytest.mark.parametrize("customers", [100, 2000])
def test_the_last_fortnight_is_alive_at_every_desk(customers: int) -> None:
    found = everything(customers)
    since = datetime.combine(date(2026, 11, 8), datetime.min.time(), UTC)
    recent = Counter(touchpoint.employee for touchpoint in found.touchpoints if touchpoint.at >= since)
    assert min(recent[employee.key] for employee in found.company.employees) >= 5


def test_now_cuts_the_day() -> None:
    noon = datetime(2026, 11, 19, 11, 0, tzinfo=UTC)
    company = generate(300, today=date(2026, 11, 19), now=noon)
    times = [touchpoint.at for touchpoint in company.touchpoints()]
    assert noon - timedelta(hours=5) < max(times) < noon
