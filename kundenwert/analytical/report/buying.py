"""The buying models of a report: fitted, checked on time they have not seen, the best one chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.utils.translation import gettext as _

from kundenwert.analytical.mining.base.compressed import sufficient_statistics
from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.statistics import SufficientStatistics
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.model_card import HoldoutCheck
from kundenwert.analytical.mining.tables import as_ibis, to_arrow
from kundenwert.analytical.mining.value.bg_nbd import BgNbd, fit_bg_nbd
from kundenwert.analytical.mining.value.gamma_gamma import GammaGamma, fit_gamma_gamma
from kundenwert.analytical.mining.value.holdout_check import holdout_check
from kundenwert.analytical.mining.value.mbg_nbd import fit_mbg_nbd
from kundenwert.analytical.mining.value.parametric import Parametric
from kundenwert.analytical.mining.value.pareto_nbd import ParetoNbd, fit_pareto_nbd

from .library_words import said
from .settings import BUYING_MODELS, Settings

HOLDOUT_SHARE = 0.25
"""Of the observed time: what the models are checked on where no day is named."""
SHORTEST_DAYS = 60
"""A shorter time is not divided."""
FITS: Mapping[str, Callable[..., Any]] = {
    "bg_nbd": fit_bg_nbd, "pareto_nbd": fit_pareto_nbd, "mbg_nbd": fit_mbg_nbd,
}  # fmt: skip


@dataclass(frozen=True)
class Buying:
    """Customers with frequency, recency and T, and what was fitted on them."""

    summary: pa.Table
    period: tuple[date, date]
    models: Mapping[str, Parametric]
    refused: Mapping[str, str]
    holdouts: Mapping[str, HoldoutCheck]
    chosen: str
    unchecked: str = ""
    """Why no model could be checked on time it had not seen."""

    @property
    def model(self) -> BgNbd | ParetoNbd | None:
        """The chosen buying model."""
        found = self.models.get(self.chosen)
        return found if isinstance(found, BgNbd | ParetoNbd) else None

    @property
    def spend(self) -> GammaGamma | None:
        """The model of the money per purchase."""
        found = self.models.get("gamma_gamma")
        return found if isinstance(found, GammaGamma) else None


def fit_models(table: pa.Table, columns: PurchaseColumns, settings: Settings) -> Buying:
    """Fit what was asked for on all of the time, or up to the end of the calibration where one is named."""
    lines = as_ibis(table)
    options: dict[str, Any] = {"unit": settings.unit, "until": settings.until}
    summary = to_arrow(
        customer_summary(lines, columns, **options, calibration_until=settings.calibration_until).order_by("customer")
    )
    period = _period(table, summary, settings)
    statistics = sufficient_statistics(as_ibis(summary), settings.unit)
    models, refused = _fit(statistics, settings, period)
    if "gamma_gamma" in settings.models and columns.amount:
        try:
            models["gamma_gamma"] = fit_gamma_gamma(
                summary["frequency"].to_numpy(), summary["monetary_value"].to_numpy(), period=period
            )
        except UnfitData as error:
            refused["gamma_gamma"] = str(error)
    holdouts, unchecked = _holdouts(lines, columns, settings, summary, period, models)
    models = {name: model.with_holdout(holdouts[name]) if name in holdouts else model for name, model in models.items()}
    return Buying(summary, period, models, refused, holdouts, _best(models, holdouts), unchecked)


def _period(table: pa.Table, summary: pa.Table, settings: Settings) -> tuple[date, date]:
    first = pc.min(summary["first"]).as_py()
    end = settings.calibration_until or settings.until or pc.max(table["date"]).as_py()
    return first, end


def _fit(
    statistics: SufficientStatistics, settings: Settings, period: tuple[date, date] | None
) -> tuple[dict[str, Parametric], dict[str, str]]:
    models: dict[str, Parametric] = {}
    refused: dict[str, str] = {}
    for name in BUYING_MODELS:
        if name in settings.models:
            try:
                models[name] = FITS[name](statistics, period=period)
            except UnfitData as error:
                refused[name] = str(error)
    return models, refused


def _holdouts(
    lines: Any,
    columns: PurchaseColumns,
    settings: Settings,
    summary: pa.Table,
    period: tuple[date, date],
    models: Mapping[str, Parametric],
) -> tuple[dict[str, HoldoutCheck], str]:
    """On the time after the calibration that was named, else on the last quarter by models that do not know it."""
    if settings.calibration_until is not None:
        return {name: _check(model, summary) for name, model in models.items() if name in BUYING_MODELS}, ""
    days = (period[1] - period[0]).days
    if days < SHORTEST_DAYS:
        return {}, _("The file covers %(days)s days, too few to check a forecast on a part of them.") % {"days": days}
    until = period[1] - timedelta(days=round(days * HOLDOUT_SHARE))
    known = to_arrow(
        customer_summary(lines, columns, unit=settings.unit, until=settings.until, calibration_until=until)
    )
    earlier, refused = _fit(sufficient_statistics(as_ibis(known), settings.unit), settings, None)
    checks = {name: _check(model, known) for name, model in earlier.items() if name in models}
    reason = " ".join(dict.fromkeys(map(said, refused.values())))
    return checks, "" if checks else _("No forecast could be checked on unseen time: %(reason)s") % {"reason": reason}


def _check(model: Any, known: pa.Table) -> HoldoutCheck:
    history = [known[name].to_numpy() for name in ("frequency", "recency", "T", "holdout_frequency")]
    return holdout_check(model, *history, periods=float(known["holdout_periods"][0].as_py()))


def _best(models: Mapping[str, Parametric], holdouts: Mapping[str, HoldoutCheck]) -> str:
    """The smallest error on unseen time; without a check the largest likelihood."""
    names = [name for name in BUYING_MODELS if name in models]
    if holdouts:
        checked = [name for name in names if name in holdouts]
        return min(checked, key=lambda name: holdouts[name].mean_absolute_error) if checked else ""
    return max(names, key=lambda name: models[name].log_likelihood or float("-inf")) if names else ""
