"""Credit by what a channel adds to every coalition of others."""

from __future__ import annotations

from math import factorial
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData

from .journeys import Journeys

MOST_CHANNELS = 12
"""For the game over rates: 2ⁿ coalitions are counted."""


def shapley(journeys: Journeys, *, game: Literal["conversions", "rate"] = "conversions") -> dict[Any, float]:
    """Conversions by channel: Shapley (1953) values of a game on the sets of channels.

    "conversions" (Zhao, Mahboobi and Bagheri 2018): a coalition is worth the conversions of journeys that needed no
    other channel. Its value is each journey shared evenly by its different channels: exact for any number of them.
    "rate": a coalition is worth the conversions per journey of the same journeys, so journeys that came to nothing
    count as well; a channel that lowers the rate gets a negative credit. Exact over all coalitions; raises UnfitData
    for over 12 channels. Both sum to the conversions.
    """
    n = len(journeys.channels)
    owner, channel = np.unique(np.column_stack([journeys.journey, journeys.channel]), axis=0).T
    if game == "conversions":
        different = np.bincount(owner, minlength=len(journeys.conversions))
        credit = np.zeros(n)
        np.add.at(credit, channel, (journeys.conversions / different)[owner])
    elif n > MOST_CHANNELS:
        raise UnfitData(
            f"{n} channels have too many coalitions to count.", needed=f"at most {MOST_CHANNELS} channels, or groups"
        )
    else:
        mask = np.zeros(len(journeys.conversions), dtype=np.int64)
        np.bitwise_or.at(mask, owner, 1 << channel)
        won = _subset_sums(np.bincount(mask, weights=journeys.conversions, minlength=1 << n), n)
        tried = _subset_sums(np.bincount(mask, minlength=1 << n), n)
        credit = shapley_values(np.where(tried > 0, won / np.maximum(tried, 1), 0), n) * len(journeys.conversions)
    return dict(zip(journeys.channels, credit.tolist(), strict=True))


def shapley_values(worth: NDArray[np.float64], players: int) -> NDArray[np.float64]:
    """Exact values of a game given as the worth of all 2ⁿ coalitions, player i being bit i."""
    coalitions = np.arange(1 << players)
    sizes = np.bitwise_count(coalitions)
    weight = np.array([factorial(s) * factorial(players - s - 1) / factorial(players) for s in range(players)])
    values = np.empty(players)
    for player in range(players):
        without = coalitions[(coalitions >> player) & 1 == 0]
        values[player] = np.sum(weight[sizes[without]] * (worth[without | (1 << player)] - worth[without]))
    return values


def _subset_sums(values: NDArray[Any], n: int) -> NDArray[np.float64]:
    """Sum over all subsets of each set of bits."""
    sums = values.astype(np.float64)
    sets = np.arange(1 << n)
    for bit in range(n):
        has = sets[(sets >> bit) & 1 == 1]
        sums[has] += sums[has ^ (1 << bit)]
    return sums
