"""Made purchases, any number of them, in a Parquet file: customers come, buy at a rate of their own, and leave."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

FIRST_DAY = date(2023, 1, 2)
DAYS = 104 * 7
JOINING = 365
"""Days in which all customers buy for the first time."""
SLICE = 7
PURCHASES_EACH = 10
"""Per customer, about."""


def make_purchases(file: Path, customers: int, *, seed: int = 3) -> int:
    """Columns customer, date, amount, in the order of days as an order book has them; how many rows were written.

    Rates gamma, leaving at random at rates gamma (as Pareto/NBD says), amounts around a mean of each customer (as
    Gamma-Gamma says). Made week by week, so that memory does not grow with the purchases.
    """
    chance = np.random.default_rng(seed)
    joined = chance.uniform(0, JOINING, customers)
    rate = chance.gamma(1.2, 1.0, customers) / 1.2 * 0.0296  # per day: leaves PURCHASES_EACH with the first
    leaving = chance.exponential(1.0, customers) / np.maximum(chance.gamma(1.5, 1.0, customers) / 500, 1e-12)
    left = joined + leaving
    mean_amount = 40 * 3 / np.maximum(chance.gamma(4.0, 1.0, customers), 1e-12)
    numbers = chance.permutation(customers).astype(np.int64) + 100_000  # so that age cannot be read off the number
    start = (FIRST_DAY - date(1970, 1, 1)).days
    schema = pa.schema({"customer": pa.int64(), "date": pa.date32(), "amount": pa.float64()})
    written = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as target:
        for begin in range(0, DAYS, SLICE):
            who, day = _bought(chance, joined, left, rate, float(begin))
            cents = np.maximum(chance.gamma(4.0, 0.25, len(who)) * mean_amount[who] * 100, 1.0)
            columns: list[Any] = [numbers[who], (start + day).astype(np.int32), np.rint(cents) / 100]
            arrays = [pa.array(column).cast(field.type) for column, field in zip(columns, schema, strict=True)]
            target.write_table(pa.table(arrays, schema=schema))
            written += len(who)
    return written


def _bought(chance: np.random.Generator, joined: Any, left: Any, rate: Any, begin: float) -> tuple[Any, Any]:
    """Indexes of customers and days of their purchases of one slice, by day."""
    end = begin + SLICE
    new = np.flatnonzero((joined >= begin) & (joined < end))
    there = np.flatnonzero((joined < end) & (left > begin))
    since, until = np.maximum(joined[there], begin), np.minimum(left[there], end)
    times = chance.poisson(rate[there] * (until - since))
    again = np.repeat(np.arange(len(there)), times)
    days = since[again] + chance.random(len(again)) * (until - since)[again]
    who = np.concatenate([new, there[again]])
    day = np.concatenate([joined[new], days]).astype(np.int64)
    order = np.argsort(day, kind="stable")
    return who[order], day[order]
