"""Why a customer has this probability, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kundenwert.analytical.mining.features import Column

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Driver:
    """One feature of one customer."""

    feature: str
    value: Any
    """The customer's; None where it is missing."""
    typical: Any
    """Median or most frequent level of all customers."""
    effect: float
    """In log odds; positive raises the probability."""

    @property
    def words(self) -> str:
        """Such as "Contract is Month-to-month: raises the probability strongly"."""
        return f"{_value(self)}: {'raises' if self.effect > 0 else 'lowers'} the probability{_strength(self.effect)}"


def explain(
    parts: Floats, owner: Sequence[str], columns: Sequence[Column], typical: Mapping[str, Any], *, top: int
) -> list[tuple[Driver, ...]]:
    """Adds up the contributions (rows × matrix columns) per feature and picks the `top` strongest of each row."""
    names = [column.name for column in columns]
    place = {name: index for index, name in enumerate(names)}
    whole = np.zeros((len(parts), len(names)))
    for index, name in enumerate(owner):
        whole[:, place[name]] += parts[:, index]
    order = np.argsort(-np.abs(whole), axis=1, kind="stable")[:, :top]
    return [
        tuple(
            Driver(names[index], _known(columns[index], row), typical[names[index]], float(whole[row, index]))
            for index in strongest
            if whole[row, index] != 0
        )
        for row, strongest in enumerate(order)
    ]


def _known(column: Column, row: int) -> Any:
    value = column.values[row]
    if column.kind == "category":
        return value
    return None if np.isnan(value) else float(value)


def _value(driver: Driver) -> str:
    if driver.value is None:
        return f"{driver.feature} is not known"
    if isinstance(driver.value, str):
        return f"{driver.feature} is {driver.value}"
    compared = ""
    if driver.value != driver.typical:
        compared = f", {'above' if driver.value > driver.typical else 'below'} the usual {driver.typical:.6g}"
    return f"{driver.feature} is {driver.value:.6g}{compared}"


def _strength(effect: float) -> str:
    """Odds × 2 is strong, less than × 1.2 is slight."""
    size = abs(effect)
    if size >= 0.693:
        return " strongly"
    return " slightly" if size < 0.182 else ""
