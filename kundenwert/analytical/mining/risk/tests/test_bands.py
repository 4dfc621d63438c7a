from __future__ import annotations

import pytest

from kundenwert.analytical.mining.risk.bands import risk_bands


def test_by_hand():
    found = risk_bands([0.05, 0.1, 0.29, 0.3, 0.6, 1.0], value=[100, 100, 100, 200, 300, 10])
    assert found.words() == ["low", "moderate", "moderate", "high", "very high", "very high"]
    assert found.table.column("customers").to_pylist() == [1, 2, 1, 2]
    assert found.table.column("expected").to_pylist() == pytest.approx([0.05, 0.39, 0.3, 1.6])
    assert found.table.column("value").to_pylist() == [100, 200, 200, 310]
    assert found.table.column("value_at_risk").to_pylist() == pytest.approx([5, 39, 60, 190])


def test_without_value_and_without_customers():
    assert risk_bands([]).table.column("customers").to_pylist() == [0, 0, 0, 0]
    assert risk_bands([0.5]).table.column("value").to_pylist() == [None] * 4


def test_nonsense_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        risk_bands([float("nan")])
    with pytest.raises(ValueError, match="bounds must rise"):
        risk_bands([0.5], bounds=[0.5, 0.2, 0.7])
