"""Maximum likelihood in the logarithms of positive parameters: the one search behind all models here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from ..errors import UnfitData

Floats = NDArray[np.float64]
Objective = Callable[[Floats], tuple[float, Floats]]
"""Log-parameters to the sum of log-likelihoods and its gradient by log-parameters."""

BOUND = 10.0
"""Log-parameters stay within ±10, times and money being scaled to about 1: beyond, models cannot be told apart."""
_STEP = 1e-4
_FLAT = 1e-4
"""Largest gradient per observation that still counts as the top."""


@dataclass(frozen=True)
class Maximum:
    """Where the likelihood is highest."""

    parameters: Floats
    log_likelihood: float
    log_covariance: Floats | None
    """Of the log-parameters, shape (k, k): the inverse of the negative Hessian; None where that is no covariance."""

    def standard_errors(self, names: Sequence[str], scales: Floats | float = 1.0) -> dict[str, float]:
        """By delta method: parameter times standard error of its logarithm; empty without covariance."""
        if self.log_covariance is None:
            return {}
        errors = self.parameters * scales * np.sqrt(np.diag(self.log_covariance))
        return dict(zip(names, map(float, errors), strict=True))

    def notes(self, names: Sequence[str]) -> tuple[str, ...]:
        """What a reader should know of parameters that the data hardly determine."""
        if self.log_covariance is None:
            return ("Standard errors cannot be had: the likelihood is flat around its top.",)
        spread = np.sqrt(np.diag(self.log_covariance))
        vague = [name for name, error in zip(names, spread, strict=True) if error > 1]
        return (f"The data hardly determine {', '.join(vague)}: read forecasts, not parameters.",) if vague else ()


def maximise(
    objective: Objective, starts: Sequence[Sequence[float]], *, observations: float, meanings: Mapping[str, str],
    exact: Objective | None = None,
) -> Maximum:  # fmt: skip
    """The highest of the maxima that the search finds from each of the starts (values of the parameters).

    L-BFGS-B with analytic gradient, then one Newton step with the Hessian that the standard errors need anyway. A later
    start is tried only where those before it end at a bound. `meanings` says for each parameter what data must show to
    determine it; `exact` is for the last steps, where `objective` is a quick approximation to seven digits. Raises
    UnfitData where the search runs to a bound or does not settle.
    """
    loss = _loss(objective, observations)
    runaway: UnfitData | None = None
    for start in starts:
        found = minimize(
            loss, np.clip(np.log(start), -BOUND / 2, BOUND / 2), jac=True, method="L-BFGS-B",
            bounds=[(-BOUND, BOUND)] * len(start), options={"ftol": 1e-13, "gtol": 1e-7, "maxiter": 500, "maxcor": 20},
        )  # fmt: skip
        runaway = _runaway(found.x, meanings)
        if runaway is None:
            return _polished(_loss(exact or objective, observations), found.x, _hessian(loss, found.x), observations)
    raise runaway or ValueError("no start was given")


def _loss(objective: Objective, observations: float) -> Objective:
    def loss(logs: Floats) -> tuple[float, Floats]:
        value, gradient = objective(logs)
        return -value / observations, -gradient / observations

    return loss


def _runaway(logs: Floats, meanings: Mapping[str, str]) -> UnfitData | None:
    for log, (name, meaning) in zip(logs, meanings.items(), strict=True):
        if abs(log) > BOUND - 0.01:
            where = "zero" if log < 0 else "infinity"
            reason = f"The data do not show {meaning}: the best {name} runs off to {where}."
            return UnfitData(reason, needed="more customers, a longer period of observation, or a simpler model")
    return None


def _polished(loss: Objective, logs: Floats, hessian: Floats, observations: float) -> Maximum:
    value, gradient = loss(logs)
    curved = bool(np.linalg.eigvalsh(hessian)[0] > 1e-10)
    if curved:
        step = np.linalg.solve(hessian, gradient)
        if np.max(np.abs(step)) < 0.1:
            nearer, slope = loss(logs - step)
            if np.max(np.abs(slope)) < np.max(np.abs(gradient)):
                logs, value, gradient = logs - step, nearer, slope
    if np.max(np.abs(gradient)) > _FLAT:
        raise UnfitData(
            "The search for the best parameters did not settle.", needed="more customers or a simpler model"
        )
    covariance = np.asarray(np.linalg.inv(hessian) / observations, dtype=np.float64) if curved else None
    return Maximum(np.exp(logs), -value * observations, covariance)


def _hessian(loss: Objective, logs: Floats) -> Floats:
    """Central differences of the analytic gradient."""
    rows = [(loss(logs + shift)[1] - loss(logs - shift)[1]) / (2 * _STEP) for shift in np.eye(len(logs)) * _STEP]
    hessian = np.array(rows)
    return (hessian + hessian.T) / 2
