"""The papers' file of purchases as a table."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pyarrow as pa

CUSTOMER, DATE, VALUE = 0, 2, 4


def cdnow(path: Path) -> pa.Table:
    """Columns customer, date, amount of CDNOW_sample.txt."""
    rows = [line.split() for line in path.read_text().splitlines()]
    return pa.table(
        {
            "customer": [row[CUSTOMER] for row in rows],
            "date": [datetime.strptime(row[DATE], "%Y%m%d").date() for row in rows],  # noqa: DTZ007
            "amount": [float(row[VALUE]) for row in rows],
        }
    )
