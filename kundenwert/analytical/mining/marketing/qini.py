"""Qini curve: how well a score finds those whom a campaign moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData

MINIMUM_GROUP = 10
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Qini:
    """Points of the curve, from nobody to everybody, the highest score first."""

    targeted: Floats
    """Number of people."""
    gain: Floats
    """Extra conversions among them, as if all had been treated as the treated were."""
    coefficient: float
    """Area over the straight line, as a share of that of a perfect score: 1 perfect, 0 as good as a lot."""
    area: float
    """Area over the straight line in conversions per head targeted: / (people²)."""


def qini_curve(score: Any, treated: Any, converted: Any) -> Qini:
    """From one value per person: score, treated (or held out), converted.

    Radcliffe (2007), Using control groups to target on predicted lift: gain(k) = conversions of the treated among
    the first k, less those of the controls × treated / controls among them. People with the same score are one
    step, so the order of rows does not matter. The perfect score ranks treated who converted and controls who did
    not above all others. Raises UnfitData for fewer than 10 treated or controls.
    """
    scores, group, outcome = np.asarray(score, float), np.asarray(treated, bool), np.asarray(converted, bool)
    if min(group.sum(), (~group).sum()) < MINIMUM_GROUP:
        raise UnfitData(
            f"{group.sum()} treated and {(~group).sum()} held out are too few for a curve.",
            needed=f"at least {MINIMUM_GROUP} people in each group",
        )
    targeted, gain = _curve(scores, group, outcome)
    perfect = 2.0 * (outcome == group)
    perfect += outcome if (outcome & ~group).sum() > (~outcome & group).sum() else group
    over, best = _over_line(targeted, gain), _over_line(*_curve(perfect, group, outcome))
    return Qini(targeted, gain, over / best if best > 0 else 0.0, over / len(scores) ** 2)


def _curve(score: Floats, treated: NDArray[np.bool_], converted: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    order = np.argsort(-score, kind="stable")
    ends = np.append(np.flatnonzero(np.diff(score[order])), len(score) - 1)
    sums = [np.cumsum(flag[order])[ends].astype(float) for flag in (
        treated, ~treated, treated & converted, ~treated & converted
    )]  # fmt: skip
    people, controls, won, anyway = sums
    gain = won - anyway * np.divide(people, controls, out=np.zeros_like(people), where=controls > 0)
    return np.append(0.0, ends + 1.0), np.append(0.0, gain)


def _over_line(targeted: Floats, gain: Floats) -> float:
    return float(np.trapezoid(gain, targeted) - gain[-1] * targeted[-1] / 2)
