from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.tests.cdnow import cdnow
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.rfm_migration import NOT_YET, rfm_migration

COLUMNS = PurchaseColumns(amount="amount")


def test_five_customers() -> None:
    days = [
        (1, date(2024, 1, 1)),
        (2, date(2024, 1, 2)),
        (3, date(2024, 1, 3)),
        (4, date(2024, 1, 4)),
        (5, date(2024, 1, 5)),
    ]
    later = [(1, date(2024, 3, 1)), (1, date(2024, 3, 2)), (6, date(2024, 3, 3))]
    rows = pa.table(
        {
            "customer": [customer for customer, _ in days + later],
            "date": [day for _, day in days + later],
            "amount": [10.0] * 8,
        }
    )
    found = rfm_migration(rows, COLUMNS, before=date(2024, 1, 31), after=date(2024, 3, 31))
    assert found.customers.sum() == 6
    # Customer 1 was the longest away and came back most often; all equal in F and M before, alone at the top after.
    assert found.moved("Lost", "Champions") == 1
    assert found.moved(NOT_YET, "New") == 1
    assert found.customers[:-1].sum() == 5
    assert np.all(np.isfinite(found.shares()))
    assert set(found.shares().sum(axis=1).round(9)) <= {0.0, 1.0}


def test_cdnow(real_file) -> None:
    purchases = cdnow(real_file("cdnow/CDNOW_sample.txt"))
    found = rfm_migration(purchases, COLUMNS, before=date(1997, 2, 28), after=date(1998, 6, 30))
    assert found.customers.sum() == 2357
    assert 0 < found.customers[-1].sum() < 2357
    with pytest.raises(ValueError, match="not in tuple"):
        found.moved("Kings", "Lost")


def test_refusals() -> None:
    rows = pa.table({"customer": [1], "date": [date(2024, 5, 1)], "amount": [1.0]})
    with pytest.raises(UnfitData, match="Nobody had bought by 2024-04-01"):
        rfm_migration(rows, COLUMNS, before=date(2024, 4, 1), after=date(2024, 6, 1))
    with pytest.raises(ValueError, match="after must follow before"):
        rfm_migration(rows, COLUMNS, before=date(2024, 6, 1), after=date(2024, 6, 1))
