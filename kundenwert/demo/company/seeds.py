"""Deterministic chance: every decision comes from (seed, stream, index), never from what was drawn before."""

from __future__ import annotations

from random import Random

_MASK = (1 << 64) - 1

CORE, HABIT, PLAN, BASKET, DETAIL, CONTACTS, TOUCH, TEXT = range(1, 9)
TWIN, TWIN_OF, TWIN_HOW, HOUSEHOLD, BRANCH, BRANCH_OF, LINK, LINK_OF, DESK, KEY_ACCOUNT = range(21, 31)


def mix(seed: int, stream: int, index: int, part: int = 0) -> int:
    """64 well-stirred bits of four numbers (splitmix64), the same on every machine and run."""
    x = (seed * 0x9E3779B97F4A7C15 + stream * 0xD1B54A32D192ED03 + index * 0x8CB92BA72F3D8DD7 + part + 1) & _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return x ^ (x >> 31)


def rng(seed: int, stream: int, index: int, part: int = 0) -> Random:
    """A generator of its own for one decision."""
    return Random(mix(seed, stream, index, part))  # noqa: S311 - demo data, nothing secret


def chance(seed: int, stream: int, index: int) -> float:
    """One number in [0, 1) without the cost of a generator."""
    return (mix(seed, stream, index) >> 11) / (1 << 53)
