from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.base.tests.cdnow import cdnow
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.retention import repeat_rate, revenue_retention

COLUMNS = PurchaseColumns(amount="amount")


def table(*rows):
    return pa.table(
        {
            name: list(values)
            for name, values in zip(("customer", "date", "amount"), zip(*rows, strict=True), strict=True)
        }
    )


ROWS = table(
    ("grows", date(2023, 5, 1), 100.0),
    ("grows", date(2024, 5, 1), 150.0),
    ("shrinks", date(2023, 5, 1), 100.0),
    ("shrinks", date(2024, 5, 1), 90.0),
    ("shrinks", date(2024, 5, 2), -10.0),
    ("leaves", date(2023, 12, 31), 200.0),
    ("is new", date(2024, 1, 1), 999.0),
    ("came back", date(2022, 1, 1), 5.0),
    ("came back", date(2024, 1, 1), 5.0),
    ("undid it", date(2023, 2, 1), 5.0),
    ("undid it", date(2023, 2, 2), -5.0),
)


@pytest.mark.parametrize("factor", [1.0, 0.01])
def test_gross_and_net(factor) -> None:
    scaled = ROWS.set_column(2, "amount", pa.array([amount * factor for amount in ROWS["amount"].to_pylist()]))
    found = revenue_retention(scaled, COLUMNS, base_to=date(2023, 12, 31), until=date(2024, 12, 31))
    assert (found.base_from, found.customers) == (date(2022, 12, 31), 3)
    assert found.base == pytest.approx(400 * factor)
    assert [found.churned, found.contraction, found.expansion] == pytest.approx(
        [200 * factor, 20 * factor, 50 * factor]
    )
    assert (found.gross, found.net) == (pytest.approx(180 / 400), pytest.approx(230 / 400))


def test_base_of_free_length() -> None:
    found = revenue_retention(
        ROWS, COLUMNS, base_from=date(2022, 1, 1), base_to=date(2023, 12, 31), until=date(2024, 12, 31)
    )
    assert (found.base_from, found.customers) == (date(2022, 1, 1), 4)


def test_refusals() -> None:
    with pytest.raises(UnfitData, match="Nobody brought revenue between 2020-12-31 and 2021-06-30"):
        revenue_retention(
            ROWS, COLUMNS, base_to=date(2021, 6, 30), until=date(2021, 12, 31), base_from=date(2020, 12, 31)
        )
    with pytest.raises(UnfitData, match="no amounts"):
        revenue_retention(ROWS, PurchaseColumns(), base_to=date(2023, 6, 30), until=date(2023, 12, 31))
    with pytest.raises(ValueError, match="order"):
        revenue_retention(ROWS, COLUMNS, base_to=date(2023, 6, 30), until=date(2023, 6, 30))
    with pytest.raises(UnfitData, match="no customer"):
        repeat_rate(customer_summary(ROWS, COLUMNS, until=date(2000, 1, 1)))


def test_repeat_rate_of_cdnow(real_file) -> None:
    purchases = cdnow(real_file("cdnow/CDNOW_sample.txt"))
    found = repeat_rate(customer_summary(purchases, COLUMNS, calibration_until=date(1997, 9, 30)))
    assert (found.customers, found.repeaters) == (2357, 946)
    assert found.rate == pytest.approx(0.4014, abs=1e-4)
