"""One generated company for all tests of this package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kundenwert.demo.company import DemoCompany, DemoCustomer, DemoOrder, DemoTouchpoint, generate


@dataclass(frozen=True, slots=True)
class Everything:
    """All rows of one company."""

    company: DemoCompany
    customers: tuple[DemoCustomer, ...]
    orders: tuple[DemoOrder, ...]
    touchpoints: tuple[DemoTouchpoint, ...]


@cache
def everything(customers: int = 2000) -> Everything:
    """The rows of a company of that size, generated once."""
    company = generate(customers)
    return Everything(company, tuple(company.customers()), tuple(company.orders()), tuple(company.touchpoints()))
