"""Keyword return: from impressions to margin, per keyword."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

COLUMNS = {
    "keyword": pa.string(), "impressions": pa.int64(), "clicks": pa.int64(), "leads": pa.int64(),
    "customers": pa.int64(), "cost": pa.float64(), "revenue": pa.float64(), "margin": pa.float64(),
    "click_rate": pa.float64(), "lead_rate": pa.float64(), "customer_rate": pa.float64(),
    "cost_per_click": pa.float64(), "cost_per_lead": pa.float64(), "cost_per_customer": pa.float64(),
    "revenue_per_cost": pa.float64(), "return": pa.float64(), "payback": pa.date32(),
}  # fmt: skip


@dataclass(frozen=True)
class KeywordReturn:
    """What each keyword cost and earned."""

    table: Any
    """Arrow, by falling margin after cost: keyword, impressions, clicks, leads, customers, cost, revenue, margin,
    click_rate (clicks / impressions), lead_rate (leads / clicks), customer_rate (customers / leads),
    cost_per_click, cost_per_lead, cost_per_customer, revenue_per_cost, return ((margin - cost) / cost), payback (the
    day from which on the margin to date has covered the cost to date). Null where the divisor is 0, or not yet."""
    unknown_customers: int
    """Customers with sales who came as no lead of a keyword: in no row."""


def keyword_return(clicks: Any, leads: Any, sales: Any) -> KeywordReturn:
    """Follows each keyword from its cost to the margin of the customers it brought.

    clicks: keyword, date, impressions, clicks, cost (a row per keyword and day, or finer). leads: lead, keyword,
    date, customer (null while it is none). sales: customer, date, revenue, margin. A customer belongs to the keyword
    of the first lead (of one day: the first by name), and counts once; all sales from then on are the keyword's,
    earlier ones are not. Keywords without a click row but with leads are listed with no cost. Raises UnfitData
    without click rows.
    """
    spent, asked, sold = as_ibis(clicks), as_ibis(leads), as_ibis(sales)
    need_columns(spent, ("keyword", "date", "impressions", "clicks", "cost"))
    need_columns(asked, ("lead", "keyword", "date", "customer"))
    need_columns(sold, ("customer", "date", "revenue", "margin"))
    daily = spent.filter(spent.keyword.notnull() & spent.date.notnull()).group_by(
        "keyword", day=spent.date.cast("date")
    )
    cost = to_arrow(
        daily.aggregate(
            impressions=ibis._.impressions.cast("int64").sum(), clicks=ibis._.clicks.cast("int64").sum(),
            cost=ibis._.cost.cast("float64").sum(),
        )
    ).to_pylist()  # fmt: skip
    if not cost:
        raise UnfitData("There are no clicks of any keyword.", needed="a row per keyword and day with its cost")
    known = asked.filter(asked.keyword.notnull() & asked.lead.notnull() & asked.date.notnull())
    came = to_arrow(known.group_by("keyword").aggregate(leads=known.lead.nunique())).to_pylist()
    brought = to_arrow(
        known.filter(known.customer.notnull())
        .group_by("customer", "keyword").aggregate(day=ibis._.date.cast("date").min())
    ).to_pylist()  # fmt: skip
    earned = sold.filter(sold.customer.notnull() & sold.date.notnull())
    earned = earned.group_by("customer", day=earned.date.cast("date")).aggregate(
        revenue=ibis._.revenue.cast("float64").sum(), margin=ibis._.margin.cast("float64").sum()
    )
    return _follow(cost, came, brought, to_arrow(earned).to_pylist())


Rows = list[dict[str, Any]]


def _follow(cost: Rows, came: Rows, brought: Rows, earned: Rows) -> KeywordReturn:
    totals: dict[Any, dict[str, Any]] = {}
    flows: dict[Any, dict[dt.date, float]] = {}
    zero = dict.fromkeys(("impressions", "clicks", "leads", "customers", "cost", "revenue", "margin"), 0)
    for row in cost:
        total = totals.setdefault(row["keyword"], dict(zero))
        for name in ("impressions", "clicks", "cost"):
            total[name] += row[name] or 0
        _flow(flows, row["keyword"], row["day"], -(row["cost"] or 0))
    for row in came:
        totals.setdefault(row["keyword"], dict(zero))["leads"] += row["leads"]
    first: dict[Any, tuple[dt.date, Any]] = {}
    for row in sorted(brought, key=lambda row: (row["day"], str(row["keyword"]))):
        first.setdefault(row["customer"], (row["day"], row["keyword"]))
    for _day, keyword in first.values():
        totals[keyword]["customers"] += 1
    unknown = set()
    for row in earned:
        if row["customer"] not in first:
            unknown.add(row["customer"])
            continue
        since, keyword = first[row["customer"]]
        if row["day"] >= since:
            totals[keyword]["revenue"] += row["revenue"] or 0
            totals[keyword]["margin"] += row["margin"] or 0
            _flow(flows, keyword, row["day"], row["margin"] or 0)
    rows = [_row(keyword, total, flows.get(keyword, {})) for keyword, total in totals.items()]
    rows.sort(key=lambda row: (row["cost"] - row["margin"], row["keyword"]))
    table = pa.table({name: pa.array([row[name] for row in rows], kind) for name, kind in COLUMNS.items()})
    return KeywordReturn(table, len(unknown))


def _flow(flows: dict[Any, dict[dt.date, float]], keyword: Any, day: dt.date, amount: float) -> None:
    days = flows.setdefault(keyword, {})
    days[day] = days.get(day, 0.0) + amount


def _row(keyword: Any, total: dict[str, Any], flow: dict[dt.date, float]) -> dict[str, Any]:
    cost, margin = float(total["cost"]), float(total["margin"])
    return {
        **total, "keyword": str(keyword), "cost": cost, "revenue": float(total["revenue"]), "margin": margin,
        "click_rate": _ratio(total["clicks"], total["impressions"]),
        "lead_rate": _ratio(total["leads"], total["clicks"]),
        "customer_rate": _ratio(total["customers"], total["leads"]),
        "cost_per_click": _ratio(cost, total["clicks"]),
        "cost_per_lead": _ratio(cost, total["leads"]),
        "cost_per_customer": _ratio(cost, total["customers"]),
        "revenue_per_cost": _ratio(total["revenue"], cost),
        "return": _ratio(margin - cost, cost),
        "payback": _payback(flow) if cost else None,
    }  # fmt: skip


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _payback(flow: dict[dt.date, float]) -> dt.date | None:
    """The first day after the last one in the red; half a cent of rounding is no debt."""
    balance, since = 0.0, None
    for day in sorted(flow):
        balance += flow[day]
        if balance < -0.005:
            since = None
        elif since is None:
            since = day
    return since
