"""The customer summary of a table in memory, computed at once by numpy: no database to open, no SQL to write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, as_day
from kundenwert.analytical.mining.base.summary import UNIT_DAYS, Unit, check_holdout
from kundenwert.analytical.mining.tables import as_arrow

Floats = NDArray[np.float64]
Days = NDArray[np.int64]
NEVER = np.iinfo(np.int64).max
ALL = slice(None)
MONDAY = 3
"""Day 0, 1 January 1970, was a Thursday."""


def summary_in_memory(
    purchases: Any,
    columns: PurchaseColumns | None = None,
    *,
    unit: Unit = "week",
    merge: Unit = "day",
    until: date | None = None,
    calibration_until: date | None = None,
    free_counts: bool = True,
) -> pa.Table:
    """`customer_summary` of an Arrow, polars or pandas table: the same columns, rules and errors, but the rows at once.

    For small tables, where opening DuckDB takes longer than the work, and for any that fits into memory eight times.
    Customers come in the order of their first row.
    """
    columns = columns or PurchaseColumns()
    table = as_arrow(purchases)
    columns.check(ibis.table(ibis.Schema.from_pyarrow(table.schema), name="purchases"))
    check_holdout(until, calibration_until)
    lines = _lines(table, columns, until)
    seen_until = _number(calibration_until) if calibration_until is not None else NEVER
    occasions = _occasions(lines, merge, seen_until, free_counts=free_counts)
    end = _number(until) if until is not None else int(lines.day.max()) if len(lines.day) else 0
    return _figures(lines, occasions, unit, merge, end, None if calibration_until is None else seen_until)


@dataclass(frozen=True)
class _Lines:
    """What can be read of the rows: a number for each customer, the day since 1970, money or nothing."""

    customers: pa.Array
    customer: Days
    day: Days
    amount: Floats | None
    margin: Floats | None


@dataclass(frozen=True)
class _Occasions:
    """One entry per customer, merged period and side of the calibration's end, in this order."""

    customer: Days
    period: Days
    seen: NDArray[np.bool_]
    bought: NDArray[np.bool_]
    first_day: Days
    last_day: Days
    gross: Floats | None
    net: Floats | None
    margin: Floats | None


def _lines(table: pa.Table, columns: PurchaseColumns, until: date | None) -> _Lines:
    names = _customers(table.column(columns.customer))
    days = table.column(columns.date).combine_chunks().cast(pa.date32())
    amount = None if columns.amount is None else _money(table.column(columns.amount))
    margin = None if columns.margin is None else _money(table.column(columns.margin))
    day = days.cast(pa.int32()).fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    kept = np.ones(len(day), bool)
    if names.indices.null_count or days.null_count:
        kept &= pc.and_(names.indices.is_valid(), days.is_valid()).to_numpy(zero_copy_only=False)
    if amount is not None:
        kept &= ~np.isnan(amount)
    if until is not None:
        kept &= day <= _number(until)
    customer = names.indices.fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    if kept.all():
        return _Lines(names.dictionary, customer, day, amount, margin)
    return _Lines(
        names.dictionary,
        customer[kept],
        day[kept],
        None if amount is None else amount[kept],
        None if margin is None else margin[kept],
    )


def _customers(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """Each customer once, NULL for those that are NaN or blank."""
    names = column.combine_chunks()
    if isinstance(names.type, pa.DictionaryType):
        names = names.cast(names.type.value_type)
    if pa.types.is_floating(names.type):
        names = pc.if_else(pc.is_nan(names), pa.scalar(None, names.type), names)
    encoded = names.dictionary_encode()
    if pa.types.is_string(names.type) or pa.types.is_large_string(names.type):
        blank = pc.equal(pc.utf8_trim(encoded.dictionary, " \t\n\r"), "")
        if pc.any(blank).as_py():
            is_blank = blank.take(encoded.indices)
            return pc.if_else(is_blank, pa.scalar(None, names.type), names).dictionary_encode()
    return encoded


def _money(column: pa.ChunkedArray) -> Floats:
    """NaN where there is no finite number."""
    numbers = column.combine_chunks().cast(pa.float64()).fill_null(np.nan).to_numpy(zero_copy_only=False)
    finite = np.isfinite(numbers)
    return numbers if finite.all() else np.where(finite, numbers, np.nan)


def _occasions(lines: _Lines, merge: Unit, seen_until: int, *, free_counts: bool) -> _Occasions:
    period, late = _period(lines.day, merge), lines.day > seen_until
    lowest = int(period.min(initial=0))
    span = int(period.max(initial=0)) - lowest + 1
    key = (lines.customer * span + (period - lowest)) * 2 + late
    order = np.argsort(key, kind="stable") if (key[1:] < key[:-1]).any() else ALL
    key = key[order]
    starts = _starts(key)
    amount = None if lines.amount is None else lines.amount[order]
    bought = np.ones(len(key), bool) if amount is None else amount >= 0 if free_counts else amount > 0
    period = period[order][starts]
    first_day = last_day = period
    if merge != "day":
        day = lines.day[order]
        first_day = np.minimum.reduceat(np.where(bought, day, NEVER), starts)
        last_day = np.maximum.reduceat(np.where(bought, day, -NEVER), starts)
    net = gross = None if amount is None else np.add.reduceat(amount, starts)
    if amount is not None and (amount < 0).any():
        gross = np.add.reduceat(np.where(bought, amount, 0.0), starts)
    return _Occasions(
        customer=lines.customer[order][starts],
        period=period,
        seen=~late[order][starts],
        bought=np.logical_or.reduceat(bought, starts),
        first_day=first_day,
        last_day=last_day,
        gross=gross,
        net=net,
        margin=None if lines.margin is None else np.add.reduceat(np.nan_to_num(lines.margin[order], nan=0.0), starts),
    )


def _starts(ordered: Days) -> Days:
    """Where another value begins."""
    change = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    return np.concatenate(([0], change)) if len(ordered) else change


def _period(day: Days, merge: Unit) -> Days:
    """The first day of the merged period."""
    if merge == "week":
        return day - (day + MONDAY) % 7
    if merge == "month":
        return _as_days(_as_dates(day).astype("datetime64[M]"))
    return day


def _figures(
    lines: _Lines, occasions: _Occasions, unit: Unit, merge: Unit, end: int, calibration_until: int | None
) -> pa.Table:
    counted, later = _where(occasions.bought & occasions.seen), occasions.bought & ~occasions.seen
    of = occasions.customer[counted]  # in order, so that the first and last of a customer stand at the ends
    starts = _starts(of)
    ends = np.append(starts[1:], len(of))[: len(starts)] - 1
    customer = of[starts]
    purchases = ends + 1 - starts

    def total(values: Floats, where: Any) -> Floats:
        sums = np.bincount(occasions.customer[where], values[where], minlength=len(lines.customers))
        return np.asarray(sums[customer], np.float64)

    first, last = occasions.period[counted][starts], occasions.period[counted][ends]
    observed = _period(np.array([end if calibration_until is None else calibration_until]), merge)
    frequency = purchases - 1
    repeated, divisor = frequency > 0, np.maximum(frequency, 1)
    figures: dict[str, Any] = {
        "customer": lines.customers.take(pa.array(customer)),
        "first": _as_dates(occasions.first_day[counted][starts]),
        "last": _as_dates(occasions.last_day[counted][ends]),
        "purchases": purchases,
        "frequency": frequency,
        "recency": _time(last, first, unit, merge),
        "T": _time(observed, first, unit, merge),
        "mean_interpurchase_days": np.where(repeated, (last - first) / divisor, 0.0),
    }
    if occasions.gross is not None and occasions.net is not None:
        later_gross = total(occasions.gross, counted) - occasions.gross[counted][starts]
        repeat = np.where(repeated, np.maximum(later_gross, 0.0), 0.0)
        figures["amount"] = total(occasions.net, _where(occasions.seen))
        figures["repeat_amount"] = repeat
        figures["monetary_value"] = repeat / divisor
    if occasions.margin is not None:
        figures["margin"] = total(occasions.margin, _where(occasions.seen))
    if calibration_until is not None:
        figures["holdout_frequency"] = total(np.ones(len(later)), later).astype(np.int64)
        figures["holdout_periods"] = np.full(len(purchases), (end - calibration_until) / UNIT_DAYS[unit])
        if occasions.gross is not None:
            figures["holdout_amount"] = total(occasions.gross, later)
    return pa.table(figures)


def _where(mask: NDArray[np.bool_]) -> Any:
    """An index for those; taking all is free."""
    return ALL if mask.all() else mask


def _time(later: Days, earlier: Days, unit: Unit, merge: Unit) -> Floats:
    if unit == merge == "month":
        months = _as_dates(later).astype("datetime64[M]") - _as_dates(earlier).astype("datetime64[M]")
        return np.asarray(months.astype(np.float64))
    return (later - earlier) / UNIT_DAYS[unit]


def _number(day: date) -> int:
    """Days since 1970."""
    return (as_day(day) - date(1970, 1, 1)).days


def _as_dates(days: Days) -> NDArray[np.datetime64]:
    return days.astype("datetime64[D]")


def _as_days(dates: NDArray[np.datetime64]) -> Days:
    return dates.astype("datetime64[D]").astype(np.int64)
