"""Thresholds without rounding: a confidence of 8 in 10 passes 0.8."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

Threshold = Fraction | Decimal | int | float | str


def exact(threshold: Threshold) -> Fraction:
    """The fraction a threshold means: 0.8 is 4/5, not the nearest binary number. "80 %" and "4/5" are read too.

    Raises ValueError for what is no number, or negative.
    """
    if isinstance(threshold, float):  # also numpy's; the shortest decimal that names the number is what was typed
        value = Fraction(str(float(threshold)))
    elif isinstance(threshold, str) and threshold.rstrip().endswith("%"):
        value = Fraction(threshold.rstrip().removesuffix("%").strip()) / 100
    else:
        value = Fraction(threshold)
    if value < 0:
        raise ValueError(f"a threshold must not be negative: {threshold}")
    return value


def reaches(part: int, whole: int, threshold: Fraction) -> bool:
    """Whether part / whole ≥ threshold, decided in whole numbers."""
    return part * threshold.denominator >= whole * threshold.numerator


def least_count(whole: int, threshold: Fraction) -> int:
    """The smallest count that is at least this share of the whole."""
    return -(-whole * threshold.numerator // threshold.denominator)
