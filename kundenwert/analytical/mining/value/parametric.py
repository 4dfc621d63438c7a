"""What all models with positive parameters share: their parameters by name, and draws of what they could also be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from ..errors import UnfitData
from ..model_card import HoldoutCheck, ModelCard

_GIVEN = ModelCard("", "", 0, {}, notes=("The parameters were given, not fitted.",))
_FARTHEST = 4.0
"""Of a draw from the parameter, as a logarithm: by a factor of 55."""


@dataclass(frozen=True, kw_only=True)
class Parametric:
    """A model whose fields `names` are its parameters, all greater than 0 (ValueError otherwise)."""

    names: ClassVar[tuple[str, ...]] = ()

    log_likelihood: float | None = None
    """At these parameters, of the data it was fitted on."""
    card: ModelCard = _GIVEN
    log_covariance: NDArray[np.float64] | None = field(default=None, repr=False, compare=False)
    """Of the logarithms of the parameters, in the order of `names`; asymptotic."""

    def __post_init__(self) -> None:
        values = np.array(list(self.parameters.values()))
        if not np.all((values > 0) & np.isfinite(values)):
            raise ValueError(f"{', '.join(self.names)} must be greater than 0 and finite")

    @property
    def parameters(self) -> dict[str, float]:
        """By name, as the paper orders them."""
        return {name: getattr(self, name) for name in self.names}

    def with_holdout(self, check: HoldoutCheck) -> Self:
        """The same model, its card telling how it did on time it had not seen."""
        return replace(self, card=replace(self.card, holdout=check))

    def drawn(self, draws: int, *, seed: int) -> list[Self]:
        """Models that the data could also have come from: draws of the asymptotic normal of the log-parameters.

        Raises UnfitData for a model without covariance (given, not fitted; or a flat likelihood).
        """
        if self.log_covariance is None:
            raise UnfitData(
                "The uncertainty of the parameters is not known.", needed="a model that was fitted on enough data"
            )
        centre = np.log(list(self.parameters.values()))
        steps = np.random.default_rng(seed).multivariate_normal(np.zeros(len(centre)), self.log_covariance, size=draws)
        # Where data leave a ridge open (only a/b is known, say), draws go along it, but not beyond all sense.
        steps *= np.minimum(1.0, _FARTHEST / np.maximum(np.abs(steps).max(axis=1), 1e-300))[:, None]
        made = []
        for row in np.exp(centre + steps):
            changes: dict[str, Any] = dict(zip(self.names, map(float, row), strict=True))
            made.append(replace(self, **changes))
        return made
