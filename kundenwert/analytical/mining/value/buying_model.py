"""What lifetime value, credible ranges and holdout checks ask of a buying model, whichever it is."""

from __future__ import annotations

from typing import Protocol, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..model_card import ModelCard

Floats = NDArray[np.float64]


class BuyingModel(Protocol):
    """BG/NBD, MBG/NBD or Pareto/NBD, in one unit of time. Arrays broadcast; results are finite."""

    @property
    def card(self) -> ModelCard:
        """What it was fitted on."""
        ...

    def probability_alive(self, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike) -> Floats:
        """That the customer has not left by T."""
        ...

    def expected_if_alive(self, periods: ArrayLike, frequency: ArrayLike, T: ArrayLike) -> Floats:
        """Purchases in the `periods` after T of a customer known to be alive at T."""
        ...

    def expected_purchases(
        self, periods: ArrayLike, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike
    ) -> Floats:  # fmt: skip
        """Purchases in the `periods` after T, given the history."""
        ...

    def expected_purchases_new(self, t: ArrayLike) -> Floats:
        """Repeat purchases of a new customer in the t periods after the first purchase."""
        ...

    def draw_purchases(
        self, periods: float, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike, draws: np.random.Generator
    ) -> Floats:  # fmt: skip
        """One possible number of purchases in the `periods` after T for each customer."""
        ...

    def drawn(self, draws: int, *, seed: int) -> list[Self]:
        """Models that the data could also have come from."""
        ...
