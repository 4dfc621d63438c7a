"""Which columns of a list of purchases are what, and what in them can be read."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import ibis
from ibis.expr import types as ir

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns


@dataclass(frozen=True)
class PurchaseColumns:
    """The names of the columns; None for what the table does not have.

    One row is one purchase, or one line of one. `amount` and `margin` are money; a negative amount is a return.
    """

    customer: str = "customer"
    date: str = "date"
    amount: str | None = None
    margin: str | None = None
    product: str | None = None
    order: str | None = None

    def check(self, table: ir.Table) -> None:
        """Raises UnfitData where a column is missing, dates are no dates or money is no number."""
        named = (self.customer, self.date, self.amount, self.margin, self.product, self.order)
        need_columns(table, [name for name in named if name is not None])
        kind = table[self.date].type()
        if not (kind.is_date() or kind.is_timestamp()):
            raise UnfitData(f"Column {self.date!r} holds {kind}, no dates.", needed="a column of dates or times")
        for name in (self.amount, self.margin):
            if name is not None and not (table[name].type().is_numeric() or table[name].type().is_null()):
                raise UnfitData(
                    f"Column {name!r} holds {table[name].type()}, no numbers.", needed="a column of numbers"
                )


def purchase_lines(purchases: Any, columns: PurchaseColumns) -> ir.Table:
    """The rows with the columns customer, date (a day) and, where there are such, amount, margin, product, order.

    What cannot be read is NULL: customers that are NaN or blank, amounts that are NaN or infinite. Nothing is left out.
    """
    table = as_ibis(purchases)
    columns.check(table)
    read = {"customer": _present(table[columns.customer]), "date": table[columns.date].cast("date")}
    for name in ("amount", "margin"):
        column = getattr(columns, name)
        if column is not None:
            read[name] = _finite(table[column])
    for name in ("product", "order"):
        column = getattr(columns, name)
        if column is not None:
            read[name] = _present(table[column])
    return table.select(**read)


def readable(lines: ir.Table) -> ir.Table:
    """The rows that tell who bought when, and for how much where the table has amounts."""
    kept = lines.filter(lines.customer.notnull(), lines.date.notnull())
    return kept.filter(kept.amount.notnull()) if "amount" in lines.columns else kept


def is_purchase(lines: ir.Table, *, free_counts: bool) -> ir.BooleanColumn:
    """Whether a readable row is an occasion of buying: every row of a table without amounts, else no return.

    A free purchase (amount 0) is one: CDNOW has some, and the papers count them. `free_counts=False` where 0 stands for
    gifts and corrections.
    """
    if "amount" not in lines.columns:
        return lines.customer.notnull()  # of every readable row, and a column, which a literal is not
    return lines.amount >= 0 if free_counts else lines.amount > 0


def as_day(value: date) -> date:
    """The day of a date or a time."""
    return value.date() if isinstance(value, datetime) else value


def _present(column: ir.Column) -> ir.Column:
    if isinstance(column, ir.StringColumn):
        # No strip: on Spark, Ibis 12 has it take the letters v and f for white space. And to trim ten million keys
        # would double the time of a summary, so that is done only where the key sorts before "!", as blank ones do.
        blank = column
        for space in " \t\n\r":
            blank = blank.replace(space, "")
        return ibis.ifelse((column < "!") & (blank == ""), ibis.null(column.type()), column)
    if isinstance(column, ir.FloatingColumn):
        return ibis.ifelse(column.isnan(), ibis.null(column.type()), column)
    return column


def _finite(column: ir.Column) -> ir.Column:
    # NaN is greater than any number, in DuckDB as in Spark. No isinf: on Spark, Ibis 12 makes it always false.
    number = column.cast("float64")
    return ibis.ifelse(number.abs() <= sys.float_info.max, number, ibis.null("float64"))
