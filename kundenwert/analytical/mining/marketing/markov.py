"""Credit by removal: what would be lost if a channel's touches led nowhere."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .journeys import Journeys


def markov(journeys: Journeys) -> dict[Any, float]:
    """Conversions by channel in proportion to the removal effects of a first-order Markov chain.

    Anderl, Becker, von Wangenheim and Schumann (2016), Mapping the customer journey: states are start, the channels,
    conversion and null; the removal effect of a channel is 1 - P(conversion without it) / P(conversion), where what
    led to it leads to null. The credits sum to the conversions. Journeys weigh by number, conversions by value only
    in the total: a journey converts where its conversions are over 0.
    """
    total = journeys.total
    if total == 0:
        return dict.fromkeys(journeys.channels, 0.0)
    step, start, goal = _transitions(journeys)
    whole = _reached(step, start, goal)
    effects = np.array([1 - _reached_without(step, start, goal, channel) / whole for channel in range(len(goal))])
    effects = np.clip(effects, 0, 1)
    return dict(zip(journeys.channels, (total * effects / effects.sum()).tolist(), strict=True))


def _transitions(journeys: Journeys) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Probabilities: channel → channel, start → channel, channel → conversion; the missing rest goes to null."""
    n = len(journeys.channels)
    channel = journeys.channel
    last = np.append(journeys.journey[1:] != journeys.journey[:-1], values=True)
    counts = np.zeros((n, n))
    np.add.at(counts, (channel[:-1][~last[:-1]], channel[1:][~last[:-1]]), 1)
    won = journeys.conversions[journeys.journey[last]] > 0
    goal = np.bincount(channel[last][won], minlength=n).astype(float)
    leaving = np.maximum(np.bincount(channel, minlength=n), 1)
    start = np.bincount(channel[journeys.place == 0], minlength=n) / len(journeys.conversions)
    return counts / leaving[:, None], start, goal / leaving


def _reached(step: NDArray[np.float64], start: NDArray[np.float64], goal: NDArray[np.float64]) -> float:
    """P(conversion): start · (I - step)⁻¹ · goal. Each channel ends somewhere, so the inverse exists."""
    return float(start @ np.linalg.solve(np.eye(len(goal)) - step, goal))


def _reached_without(
    step: NDArray[np.float64], start: NDArray[np.float64], goal: NDArray[np.float64], channel: int
) -> float:
    keep = np.arange(len(goal)) != channel
    return _reached(step[np.ix_(keep, keep)], start[keep], goal[keep])
