"""The report for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from .analysis import Analysis


def as_json(analysis: Analysis) -> dict[str, Any]:
    """Counts, models with parameters and likelihood, holdout checks, concentration, customer equity."""
    purchases, quality = analysis.purchases, analysis.quality
    lorenz = analysis.lorenz
    return {
        "customers": analysis.customers.num_rows,
        "purchases": analysis.occasions,
        "period": [day.isoformat() for day in analysis.period],
        "rows": purchases.rows,
        "bad_rows": purchases.bad_rows,
        "problems": [asdict(problem) for problem in purchases.problems],
        "quality": {
            name: value
            for name, value in asdict(quality).items()
            if name not in {"period_from", "period_to", "customers"}
        },
        "columns": dict(purchases.columns),
        "revenue": analysis.revenue,
        "anonymous_revenue": analysis.anonymous_revenue,
        "models": {
            name: {
                "params": model.parameters,
                "standard_errors": dict(model.card.standard_errors),
                "log_likelihood": model.log_likelihood,
                "customers": model.card.customers,
            }
            for name, model in analysis.models.items()
        },
        "refused": dict(analysis.refused),
        "buying_model": analysis.buying or None,
        "holdout": {name: asdict(check) for name, check in analysis.holdouts.items()},
        "customer_equity": analysis.equity,
        "assumptions": {
            "unit": analysis.settings.unit,
            "years": analysis.settings.years,
            "discount": analysis.settings.discount,
            "margin": "file" if purchases.has("margin") else analysis.settings.margin,
        },
        "gini": lorenz.gini if lorenz else None,
        "abc": [
            {"class": row["abc"], "customers": row["members"], "sum": row["figure"], "share": row["share"]}
            for row in (analysis.abc.to_pylist() if analysis.abc else [])
        ],
    }
