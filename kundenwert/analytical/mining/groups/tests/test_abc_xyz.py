from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.abc_xyz import abc_xyz
from kundenwert.analytical.mining.tables import to_arrow

COLUMNS = PurchaseColumns(amount="amount", product="product")
MONTHS = [date(2024, month, 15) for month in range(1, 5)]
DEMAND = {
    "steady": [100, 100, 100, 100],
    "wavy": [150, 50, 150, 50],
    "seasonal": [0, 40, 0, 0],
    "returned": [0, 0, 5, -5],
    "two of four": [5, 0, 5, 0],
}


def rows(factor=1.0):
    lines = [
        (name, day, value * factor)
        for name, values in DEMAND.items()
        for day, value in zip(MONTHS, values, strict=True)
        if value
    ]
    lines += [("steady", MONTHS[0], None), (None, MONTHS[0], 1000.0)]
    return pa.table(
        {
            "customer": [1] * len(lines),
            "product": [n for n, _, _ in lines],
            "date": [d for _, d, _ in lines],
            "amount": [a for _, _, a in lines],
        }
    )


@pytest.mark.parametrize("factor", [1.0, 0.01, 1e6])
def test_classes(factor) -> None:
    found = {row["item"]: row for row in to_arrow(abc_xyz(rows(factor), COLUMNS)).to_pylist()}
    assert {name: row["abc_xyz"] for name, row in found.items()} == {
        "steady": "AX", "wavy": "AX", "seasonal": "BZ", "returned": "CZ", "two of four": "CY",
    }  # fmt: skip
    variations = {name: row["variation"] for name, row in found.items()}
    assert variations["steady"] == pytest.approx(0, abs=1e-6)
    assert variations["wavy"] == pytest.approx(0.5)
    assert variations["seasonal"] == pytest.approx(3**0.5)
    assert variations["two of four"] == pytest.approx(1.0)
    assert variations["returned"] is None


def test_other_items_bounds_and_end() -> None:
    found = to_arrow(abc_xyz(rows(), COLUMNS, item="customer", until=date(2024, 12, 31), bounds=(0.1, 0.2)))
    assert found["item"].to_pylist() == [1]
    assert found["abc_xyz"].to_pylist() == ["AZ"]  # nothing in the eight months after
    with pytest.raises(UnfitData, match="cover 2 months"):
        abc_xyz(rows(), COLUMNS, until=date(2024, 2, 28))
    with pytest.raises(UnfitData, match="no product"):
        abc_xyz(rows(), PurchaseColumns(amount="amount"))
    with pytest.raises(ValueError, match="ascending"):
        abc_xyz(rows(), COLUMNS, bounds=(1.0, 0.5))
