"""Credit by the place of a touch: first, last, linear, U, W, time decay. Each sums to the conversions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from .journeys import Journeys
from .markov import markov
from .shapley import shapley

Credit = dict[Any, float]
"""Conversions by channel."""


def first_touch(journeys: Journeys) -> Credit:
    """All to the touch that began the journey."""
    return _credit(journeys, (journeys.place == 0).astype(float))


def last_touch(journeys: Journeys) -> Credit:
    """All to the touch before the conversion."""
    return _credit(journeys, _is_last(journeys).astype(float))


def linear(journeys: Journeys) -> Credit:
    """The same to each touch."""
    return _credit(journeys, np.ones(len(journeys.channel)))


def u_shaped(journeys: Journeys, *, ends: float = 0.4) -> Credit:
    """Position based: `ends` each to the first and the last touch, the rest evenly to those between.

    Two touches share evenly. Raises ValueError for ends outside 0…0.5.
    """
    if not 0 <= ends <= 0.5:
        raise ValueError("the ends take between 0 and a half each")
    weights = ends * ((journeys.place == 0).astype(float) + _is_last(journeys))
    return _credit(journeys, _with_rest(journeys, weights, 1 - 2 * ends))


def w_shaped(journeys: Journeys, *, peaks: float = 0.3) -> Credit:
    """`peaks` each to the first touch, the one that made the lead, and the last; the rest evenly to the others.

    Where the lead's touch is not known, or is an end, the one in the middle stands in; journeys of two touches share
    evenly. Raises ValueError for peaks outside 0…1/3.
    """
    if not 0 <= peaks <= 1 / 3:
        raise ValueError("the peaks take between 0 and a third each")
    lengths = journeys.lengths
    known = (journeys.lead > 0) & (journeys.lead < lengths - 1)
    lead = np.where(known, journeys.lead, lengths // 2)
    ends = (journeys.place == 0).astype(float) + _is_last(journeys)
    middle = (journeys.place == lead[journeys.journey]) & (ends == 0)
    return _credit(journeys, _with_rest(journeys, peaks * (ends + middle), 1 - 3 * peaks))


def time_decay(journeys: Journeys, *, half_life: float = 7.0) -> Credit:
    """A touch `half_life` days earlier counts half. Raises ValueError for a half-life of 0 or less."""
    if half_life <= 0:
        raise ValueError("the half-life must be positive")
    return _credit(journeys, np.exp2(-journeys.days_before / half_life))


METHODS: Mapping[str, Callable[[Journeys], Credit]] = {
    "first": first_touch,
    "last": last_touch,
    "linear": linear,
    "u": u_shaped,
    "w": w_shaped,
    "time decay": time_decay,
    "markov": markov,
    "shapley": shapley,
}


def compare_attribution(journeys: Journeys, *, half_life: float = 7.0) -> Any:
    """Arrow: channel, then one column of credited conversions per method."""
    methods: dict[str, Callable[[Journeys], Credit]] = {
        **METHODS,
        "time decay": partial(time_decay, half_life=half_life),
    }
    found = {name: method(journeys) for name, method in methods.items()}
    columns = {name: [credit[channel] for channel in journeys.channels] for name, credit in found.items()}
    return pa.table({"channel": list(journeys.channels), **columns})


def _is_last(journeys: Journeys) -> NDArray[np.bool_]:
    return np.equal(journeys.place, journeys.lengths[journeys.journey] - 1)


def _with_rest(journeys: Journeys, weights: NDArray[np.float64], rest: float) -> NDArray[np.float64]:
    """Shares `rest` among the touches that are no end and no peak."""
    plain = ~((journeys.place == 0) | _is_last(journeys)) & (weights == 0)
    others = np.bincount(journeys.journey, weights=plain, minlength=len(journeys.conversions))
    return weights + np.where(plain, rest / np.maximum(others, 1)[journeys.journey], 0)


def _credit(journeys: Journeys, weights: NDArray[np.float64]) -> Credit:
    """Splits each journey's conversions in proportion to the weights of its touches (evenly where all are 0)."""
    n = len(journeys.conversions)
    whole = np.bincount(journeys.journey, weights=weights, minlength=n)
    weights = np.where(whole[journeys.journey] > 0, weights, 1.0)
    whole = np.where(whole > 0, whole, journeys.lengths)
    part = journeys.conversions[journeys.journey] * weights / whole[journeys.journey]
    sums = np.bincount(journeys.channel, weights=part, minlength=len(journeys.channels))
    return dict(zip(journeys.channels, sums.tolist(), strict=True))
