"""`kundenwert analyse`: what a customer base is worth, from any list of purchases."""

from __future__ import annotations

import json
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .errors import FINDINGS, NotDone
from .options import Json, example

if TYPE_CHECKING:
    from kundenwert.analytical.report.settings import Settings

EXAMPLES = example(
    "kundenwert analyse orders.csv",
    "kundenwert analyse umsatz.xlsx --customer Kundennr --date Datum --amount Netto --margin 0.3 --currency EUR",
    "kundenwert analyse orders.csv --calibration-until 2026-03-31 --models bg_nbd,gamma_gamma --json",
)
UNITS = ("day", "week", "month")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("analyse", epilog=EXAMPLES)(analyse_command)


def analyse_command(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX file, one row per purchase or per line of one.")],
    *,
    customer: Annotated[str, typer.Option("--customer", help="Column: who bought (name, or number from 1).")] = "",
    day: Annotated[str, typer.Option("--date", help="Column: when.")] = "",
    amount: Annotated[str, typer.Option("--amount", help="Column: for how much; else quantity × price.")] = "",
    product: Annotated[str, typer.Option("--product", help="Column: what.")] = "",
    order: Annotated[str, typer.Option("--order", help="Column: number of the order or invoice.")] = "",
    margin_column: Annotated[str, typer.Option("--margin-column", help="Column: margin of the row.")] = "",
    until: Annotated[datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="End of observation.")] = None,
    calibration_until: Annotated[
        datetime | None,
        typer.Option("--calibration-until", formats=["%Y-%m-%d"], help="Fit up to this day, check on the rest."),
    ] = None,
    unit: Annotated[str, typer.Option("--unit", help="Of time: day, week or month.")] = "week",
    margin: Annotated[float, typer.Option("--margin", min=0, max=1, help="Share of the amounts that is margin.")] = 1.0,
    discount: Annotated[float, typer.Option("--discount", min=0, max=10, help="Per year, 0.1 for 10 %.")] = 0.1,
    years: Annotated[float, typer.Option("--years", min=0.1, max=50, help="How far value is counted.")] = 3.0,
    models: Annotated[
        str, typer.Option("--models", help="Of bg_nbd, pareto_nbd, mbg_nbd, gamma_gamma; with commas.")
    ] = "",
    currency: Annotated[str, typer.Option("--currency", help="Such as EUR, written beside amounts.")] = "",
    language: Annotated[str, typer.Option("--language", help="Of the report: de or en.")] = "de",
    out: Annotated[Path | None, typer.Option("--out", help="The report (default: FILE-report.html).")] = None,
    scores: Annotated[Path | None, typer.Option("--scores", help="Also write all customers: .csv or .parquet.")] = None,
    as_json: Json = False,
) -> None:
    """Value, concentration, cohorts, who leaves and who grows: a report from a list of purchases.

    Needs no database. With --json the figures are printed and a report is written only where --out says. Exit code 1:
    some rows could not be read; they are named in the report.
    """
    if not file.is_file():
        raise NotDone(f"There is no file {file}.")
    if language not in {"de", "en"}:
        raise NotDone(f"--language is de or en, not {language}.")
    target = out or (None if as_json else file.with_name(f"{file.stem}-report.html"))
    for path in filter(None, (target, scores)):
        _check_writable(path)
    from kundenwert.project.boot import set_up_django

    set_up_django()
    from django.utils import translation

    from kundenwert.analytical.report.analysis import analyse
    from kundenwert.analytical.report.errors import ReportError
    from kundenwert.analytical.report.reading import read_purchases

    settings = _settings(until, calibration_until, unit, margin, discount, years, models, currency)
    chosen = {
        "customer": customer, "date": day, "amount": amount, "product": product, "order": order,
        "margin": margin_column,
    }  # fmt: skip
    tell = _Progress(show=not as_json and sys.stderr.isatty())
    with translation.override(language):
        try:
            purchases = read_purchases(file, {role: name for role, name in chosen.items() if name}, tell.share)
            analysis = analyse(purchases, settings, tell.step)
        except ReportError as error:
            raise NotDone(str(error)) from error
        tell.end()
        if target:
            from kundenwert.analytical.report.page import page

            target.write_text(page(analysis, file.name), "utf-8")
        if scores:
            from kundenwert.analytical.report.scores import write_scores

            write_scores(analysis.customers, scores)
        if as_json:
            from kundenwert.analytical.report.as_json import as_json as figures

            typer.echo(json.dumps(figures(analysis), ensure_ascii=False))
        else:
            from kundenwert.analytical.report.findings import findings

            for sentence in findings(analysis):
                typer.echo(sentence)
            typer.echo(f"Report: {target}")
    raise typer.Exit(FINDINGS if purchases.bad_rows else 0)


def _check_writable(path: Path) -> None:
    """Before minutes of work, and without leaving an empty file behind."""
    if not os.access(path if path.exists() else path.resolve().parent, os.W_OK) or path.is_dir():
        raise NotDone(f"{path} cannot be written: the folder is not there or closed.")


def _settings(
    until: datetime | None,
    calibration_until: datetime | None,
    unit: str,
    margin: float,
    discount: float,
    years: float,
    models: str,
    currency: str,
) -> Settings:
    from kundenwert.analytical.report.settings import MODELS, Settings

    if unit not in UNITS:
        raise NotDone(f"--unit is day, week or month, not {unit}.")
    wanted = tuple(name.strip() for name in models.split(",") if name.strip()) or MODELS
    unknown = sorted(set(wanted) - set(MODELS))
    if unknown:
        raise NotDone(f"--models knows {', '.join(MODELS)}, not {', '.join(unknown)}.")
    days = [_day(until), _day(calibration_until)]
    if days[0] and days[1] and days[0] <= days[1]:
        raise NotDone("--until must lie after --calibration-until.")
    return Settings(days[0], days[1], unit, margin, discount, years, wanted, currency)  # type: ignore[arg-type]


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


class _Progress:
    """One line on the terminal that says what is being done."""

    def __init__(self, *, show: bool) -> None:
        self.show = show

    def share(self, share: float) -> None:
        self.step(f"{share:4.0%}")

    def step(self, text: str) -> None:
        if self.show:
            typer.echo(f"\r\x1b[K{text} …", nl=False, err=True)

    def end(self) -> None:
        if self.show:
            typer.echo("\r\x1b[K", nl=False, err=True)
