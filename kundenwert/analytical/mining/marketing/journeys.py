"""Journeys: the touches of each person before a conversion, or before nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow


@dataclass(frozen=True)
class Journeys:
    """Touches in order of time, journey by journey; arrays of one length per touch, or per journey."""

    channels: tuple[Any, ...]
    channel: NDArray[np.int64]
    """Per touch: index into channels."""
    journey: NDArray[np.int64]
    """Per touch: index of the journey, rising."""
    days_before: NDArray[np.float64]
    """Per touch: days before the last touch of the journey."""
    conversions: NDArray[np.float64]
    """Per journey: 1 and 0, or a value."""
    lead: NDArray[np.int64]
    """Per journey: place (from 0) of the touch that made the lead; -1 where not known."""

    @classmethod
    def of(cls, paths: Sequence[Sequence[Any]], conversions: Sequence[float], *, leads: Sequence[int] = ()) -> Self:
        """From lists of channels; the touches are a day apart. Raises ValueError for an empty path."""
        lengths = np.array([len(path) for path in paths], dtype=np.int64)
        if len(paths) != len(conversions) or not lengths.all():
            raise ValueError("each journey takes a touch and a conversion (or 0)")
        flat = [name for path in paths for name in path]
        channels = sorted(set(flat), key=str)
        code = {name: index for index, name in enumerate(channels)}
        return cls(
            tuple(channels),
            np.array([code[name] for name in flat], dtype=np.int64),
            np.repeat(np.arange(len(paths)), lengths),
            np.concatenate([np.arange(length - 1, -1, -1.0) for length in lengths]) if len(paths) else np.empty(0),
            np.asarray(conversions, dtype=float),
            np.array(leads if len(leads) else [-1] * len(paths), dtype=np.int64),
        )

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Touches per journey."""
        return np.bincount(self.journey, minlength=len(self.conversions))

    @property
    def place(self) -> NDArray[np.int64]:
        """Per touch: its place in the journey, from 0."""
        ends = np.cumsum(self.lengths)
        return np.arange(len(self.channel)) - (ends - self.lengths)[self.journey]

    @property
    def total(self) -> float:
        """All conversions."""
        return float(self.conversions.sum())


def read_journeys(
    touches: Any, *, journey: str = "journey", channel: str = "channel", date: str = "date",
    conversion: str = "conversion",
) -> Journeys:  # fmt: skip
    """From a table with a row per touch; `conversion` (0, 1, true, or a value) is that of the journey on any row.

    The greatest value on the rows of a journey counts. Touches at the same moment go by name of the channel, so that
    the order of rows does not matter. Rows without journey, channel or date are left out. Raises UnfitData where no
    journey converts, or for a negative conversion.
    """
    source = as_ibis(touches)
    need_columns(source, (journey, channel, date, conversion))
    rows = source.select(
        journey=journey, channel=channel, seconds=source[date].cast("timestamp").epoch_seconds(),
        conversion=source[conversion].cast("float64").fill_null(0),
    ).drop_null()  # fmt: skip
    table = to_arrow(rows.order_by(["journey", "seconds", "channel"]))
    seconds = table.column("seconds").to_numpy().astype(float)
    _names, owner = np.unique(np.array(table.column("journey").to_pylist()), return_inverse=True)
    channels, code = np.unique(np.array(table.column("channel").to_pylist()), return_inverse=True)
    converted = np.zeros(len(_names))
    values = table.column("conversion").to_numpy()
    if len(values) and values.min() < 0:
        raise UnfitData("A conversion is negative.", needed="conversions of 0 or more (returns left out)")
    np.maximum.at(converted, owner, values)
    if not converted.sum() > 0:
        raise UnfitData("No journey ends in a conversion.", needed="journeys with and without conversion")
    order = np.argsort(owner, kind="stable")
    owner, code, seconds = owner[order], code[order], seconds[order]
    last = np.full(len(_names), -np.inf)
    np.maximum.at(last, owner, seconds)
    return Journeys(
        tuple(channels.tolist()), code, owner, (last[owner] - seconds) / 86_400, converted, np.full(len(_names), -1)
    )
