"""Orders behave as buyers of the trade do."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from itertools import combinations, pairwise

import pytest

from kundenwert.demo.company import DemoOrder, generate
from kundenwert.demo.company.workdays import easter, holidays
from kundenwert.demo.tests.fixtures import everything


def _net(order: DemoOrder) -> float:
    return sum(float(line.quantity * line.unit_price * (100 - line.discount_percent)) / 100 for line in order.lines)


def test_there_are_as_many_orders_as_such_a_firm_has() -> None:
    orders = everything().orders
    lines = sum(len(order.lines) for order in orders)
    assert 12 < len(orders) / 2000 < 18
    assert 3 < lines / len(orders) < 4.5


def test_orders_hold_together() -> None:
    found = everything()
    products = {product.number: product for product in found.company.products}
    customers = {customer.number for customer in found.customers}
    employees = {employee.key for employee in found.company.employees}
    for order in found.orders:
        assert order.customer in customers
        assert order.owner in employees
        assert [line.position for line in order.lines] == list(range(1, len(order.lines) + 1))
        for line in order.lines:
            assert line.quantity != 0
            assert line.product is None or line.unit == products[line.product].unit


def test_numbers_are_unique_and_rise_with_the_date() -> None:
    by_number = sorted(everything().orders, key=lambda order: order.number)
    assert len({order.number for order in by_number}) == len(by_number)
    assert all(before.date <= after.date for before, after in pairwise(by_number))
    assert all(order.number.startswith(f"A-{order.date.year}-") for order in by_number)


def test_the_three_years_end_today_and_nothing_is_later() -> None:
    dates = [order.date for order in everything().orders]
    assert date(2023, 11, 23) <= min(dates) <= date(2023, 11, 25)
    assert date(2026, 11, 20) <= max(dates) <= date(2026, 11, 22)


def test_nobody_orders_on_sundays_and_holidays_and_few_on_saturdays() -> None:
    dates = [order.date for order in everything().orders]
    weekdays = Counter(day.weekday() for day in dates)
    assert weekdays[6] == 0
    assert not [day for day in dates if day in holidays(day.year)]
    assert 0.01 < weekdays[5] / len(dates) < 0.05


@pytest.mark.parametrize(
    ("year", "sunday"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2038, (4, 25)), (2000, (4, 23))]
)
def test_easter(year: int, sunday: tuple[int, int]) -> None:
    assert easter(year) == date(year, *sunday)


def test_a_fifth_of_the_customers_brings_three_quarters_of_the_revenue() -> None:
    revenue: dict[str, float] = defaultdict(float)
    for order in everything().orders:
        revenue[order.customer] += _net(order)
    ranked = sorted(revenue.values(), reverse=True)
    assert 0.70 < sum(ranked[: len(ranked) // 5]) / sum(ranked) < 0.82


def test_roofers_garden_builders_and_winter_services_have_their_seasons() -> None:
    found = everything()
    trade = {customer.number: customer.industry for customer in found.customers}
    months: dict[str, Counter[int]] = defaultdict(Counter)
    for order in found.orders:
        months[trade[order.customer]][order.date.month] += 1
    roof, garden, service = (months[t] for t in ("Dachdecker", "Garten- und Landschaftsbau", "Gebäudeservice"))
    assert roof[1] + roof[2] < (roof[5] + roof[9]) / 2
    assert garden[3] + garden[4] > 1.6 * (garden[7] + garden[8])
    assert service[12] + service[1] > 1.6 * (service[6] + service[7])
    assert sum(m[12] for m in months.values()) < 0.75 * sum(m[10] for m in months.values())


def test_most_buyers_come_back() -> None:
    counts = Counter(order.customer for order in everything().orders)
    again = sum(count > 1 for count in counts.values()) / len(counts)
    assert 0.7 < again < 0.9


def test_lost_and_fading_customers_stay_away() -> None:
    found = everything()
    last = {order.customer: order.date for order in found.orders}
    gaps: dict[str, list[int]] = defaultdict(list)
    for number, day in last.items():
        gaps[found.company.habit_of(number)].append((date(2026, 11, 22) - day).days)
    assert min(gaps["lost"]) > 150
    assert sorted(gaps["loyal"])[len(gaps["loyal"]) // 2] < 45


def test_some_lines_are_returns_of_what_was_bought_before() -> None:
    bought: dict[str, set[str | None]] = defaultdict(set)
    lines = returns = 0
    for order in everything().orders:
        for line in order.lines:
            lines += 1
            if line.quantity < 0:
                returns += 1
                assert line.product in bought[order.customer]
        bought[order.customer] |= {line.product for line in order.lines}
    assert 0.018 < returns / lines < 0.032


def test_prices_rise_over_the_years_and_leave_a_margin() -> None:
    prices: dict[str | None, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for order in everything().orders:
        for line in order.lines:
            assert line.unit_cost < line.unit_price
            prices[line.product][order.date.year].add(f"{line.unit_price:012.4f}")
    screws = prices["2010.03"]
    assert min(screws[2023]) < min(screws[2024] - screws[2023]) < max(screws[2026]) == "0000008.4000"


def test_an_association_analysis_finds_rules() -> None:
    baskets = [{line.product for line in order.lines if line.product} for order in everything().orders]
    single = Counter(product for basket in baskets for product in basket)
    pairs = Counter(pair for basket in baskets for pair in combinations(sorted(basket), 2))
    rules = [
        pair
        for pair, count in pairs.items()
        if count > 0.005 * len(baskets)
        and count / min(single[pair[0]], single[pair[1]]) > 0.35
        and count * len(baskets) > 4 * single[pair[0]] * single[pair[1]]
    ]
    assert len(rules) >= 10


def test_a_wanted_average_thins_the_orders() -> None:
    full = sum(1 for _ in generate(400).orders())
    thin = sum(1 for _ in generate(400, orders_per_customer=4).orders())
    assert 0.2 < thin / full < 0.36
