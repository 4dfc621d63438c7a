"""What order lines and orders come to. Decimal throughout; rounding after docs/decisions/0005-rounding-per-line.md."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Protocol

CENT = Decimal("0.01")
HUNDRED = Decimal(100)
EXACT = Context(prec=80, rounding=ROUND_HALF_UP)
"""Wide enough that no product of two stored numbers is rounded before it is meant to be."""


class Line(Protocol):
    """What the totals need to know of a line; `OrderLine` has it."""

    quantity: Decimal
    net_amount: Decimal
    tax_rate: Decimal
    unit_cost: Decimal | None


def round_cents(amount: Decimal) -> Decimal:
    """To the cent, half a cent away from zero: a return comes to exactly minus its sale."""
    return amount.quantize(CENT, context=EXACT)


def line_amount(quantity: Decimal, unit_price: Decimal, discount_percent: Decimal = Decimal(0)) -> Decimal:
    """Net amount of a line: quantity × unit price × (1 - discount / 100), rounded half up to the cent."""
    kept_share = EXACT.divide(EXACT.subtract(HUNDRED, discount_percent), HUNDRED)
    return round_cents(EXACT.multiply(EXACT.multiply(quantity, unit_price), kept_share))


def tax_by_rate(lines: Iterable[Line]) -> dict[Decimal, Decimal]:
    """Tax rate in percent → tax on the sum of the net amounts of that rate, rounded once."""
    nets: dict[Decimal, Decimal] = {}
    for line in lines:
        nets[line.tax_rate] = EXACT.add(nets.get(line.tax_rate, Decimal(0)), line.net_amount)
    return {rate: round_cents(EXACT.divide(EXACT.multiply(net, rate), HUNDRED)) for rate, net in nets.items()}


def order_totals(lines: Iterable[Line]) -> tuple[Decimal, Decimal, Decimal | None]:
    """Net total, tax total, and cost total: None where the cost of a line is unknown, for a margin would be wrong."""
    known = list(lines)
    net = _sum(line.net_amount for line in known)
    tax = _sum(tax_by_rate(known).values())
    costs = [None if line.unit_cost is None else line_amount(line.quantity, line.unit_cost) for line in known]
    return net, tax, None if None in costs else _sum(cost for cost in costs if cost is not None)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    total = Decimal("0.00")
    for amount in amounts:
        total = EXACT.add(total, amount)
    return total
