"""Background jobs of sales."""

from __future__ import annotations

from procrastinate.contrib.django import app

from kundenwert.foundation.jobs.job import job


@app.periodic(cron="7 2 * * *", periodic_id="nightly")
@job(name="sales.renew_yearly_sales")
def renew_yearly_sales(timestamp: int) -> None:
    """Every night: orders older than a year leave the revenue of the last 365 days. `timestamp` is when it was due."""
    from .actions.renew_yearly_sales import renew_yearly_sales as renew

    renew(actor=None)
