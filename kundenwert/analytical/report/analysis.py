"""All figures of a report, from the purchases of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
from django.utils.translation import gettext as _

from kundenwert.analytical.mining.base.netting import net_of_returns
from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.quality import DataQuality, data_quality
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.abc import abc_classes
from kundenwert.analytical.mining.groups.concentration import LorenzCurve, lorenz_curve
from kundenwert.analytical.mining.model_card import HoldoutCheck
from kundenwert.analytical.mining.tables import to_arrow
from kundenwert.analytical.mining.value.parametric import Parametric

from .buying import Buying, fit_models
from .errors import ReportError
from .library_words import said
from .over_time import Cohorts, cohorts_of, trends
from .reading import Purchases
from .scores import score_customers
from .settings import Settings
from .together import Together, bought_together

Told = Callable[[str], None]


@dataclass(frozen=True)
class Analysis:
    """What a list of purchases says about its customers. Money is None or empty where the file tells none."""

    settings: Settings
    purchases: Purchases
    quality: DataQuality
    period: tuple[date, date]
    """First purchase and end of observation (with a calibration its end)."""
    occasions: int
    """Purchases: all lines of a customer on one day are one."""
    revenue: float | None
    """Of all readable rows, returns taken off, with and without a customer."""
    anonymous_revenue: float | None
    """Of it, what belongs to no customer."""
    customers: pa.Table
    """One row per customer, see `scores.score_customers`; by falling value."""
    models: Mapping[str, Parametric]
    refused: Mapping[str, str]
    """Model → why it could not be used."""
    buying: str
    """The buying model behind the scores, "" where none could be used."""
    holdouts: Mapping[str, HoldoutCheck] = field(default_factory=dict)
    equity: float | None = None
    lorenz: LorenzCurve | None = None
    abc: pa.Table | None = None
    cohorts: Cohorts | None = None
    together: Together | None = None
    missing: Sequence[str] = ()
    """What else could not be said, and why."""


def analyse(purchases: Purchases, settings: Settings, tell: Told = lambda _text: None) -> Analysis:
    """Everything a report needs. Raises `ReportError` where there are no customers with purchases."""
    columns = PurchaseColumns(
        amount="amount" if purchases.has("amount") else None,
        margin="margin" if purchases.has("margin") else None,
    )
    tell(_("Counting rows and customers"))
    quality = data_quality(purchases.table, columns, until=settings.until)
    if not quality.customers:
        raise ReportError(_("No row tells who bought something and when: there is nothing to analyse."))
    days = to_arrow(net_of_returns(purchases.table, columns))
    tell(_("Fitting the buying models"))
    buying = fit_models(days, columns, settings)
    tell(_("Valuing {count} customers").replace("{count}", f"{buying.summary.num_rows:,}"))
    customers = score_customers(buying, settings, trends(days, columns, buying.period[1]))
    return _with_the_rest(purchases, days, columns, settings, quality, buying, customers, tell)


def _with_the_rest(
    purchases: Purchases,
    days: pa.Table,
    columns: PurchaseColumns,
    settings: Settings,
    quality: DataQuality,
    buying: Buying,
    customers: pa.Table,
    tell: Told,
) -> Analysis:
    missing = [buying.unchecked] if buying.unchecked else []
    money = "amount" in customers.column_names
    figure = "amount" if money else "purchases"
    lorenz, together = None, None
    try:
        lorenz = lorenz_curve(customers, figure)
    except UnfitData as error:
        missing.append(said(str(error)))
    tell(_("Cohorts"))
    cohorts = cohorts_of(days, columns, buying.period[1])
    if purchases.has("product"):
        tell(_("What is bought together"))
        try:
            together = bought_together(purchases)
        except UnfitData as error:
            missing.append(said(str(error)))
    revenue, anonymous = _revenue(purchases, settings) if money else (None, None)
    return Analysis(
        settings=settings,
        purchases=purchases,
        quality=quality,
        period=buying.period,
        occasions=int(pc.sum(customers["purchases"]).as_py()),
        revenue=revenue,
        anonymous_revenue=anonymous,
        customers=customers,
        models=buying.models,
        refused=buying.refused,
        buying=buying.chosen,
        holdouts=buying.holdouts,
        equity=float(pc.sum(customers["value"]).as_py()) if "value" in customers.column_names else None,
        lorenz=lorenz,
        abc=abc_classes(customers, figure),
        cohorts=cohorts,
        together=together,
        missing=missing,
    )


def _revenue(purchases: Purchases, settings: Settings) -> tuple[float, float]:
    table = purchases.table
    if settings.until is not None:
        table = table.filter(pc.less_equal(table["date"], pa.scalar(settings.until, pa.date32())))
    nobody = table.filter(pc.is_null(table["customer"]))
    return float(pc.sum(table["amount"]).as_py() or 0.0), float(pc.sum(nobody["amount"]).as_py() or 0.0)
