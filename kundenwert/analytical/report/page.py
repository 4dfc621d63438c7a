"""The report as one HTML page without anything around it: no script, no request to anywhere, printable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kundenwert import __version__
from kundenwert.analytical.mining.groups.retention import repeat_rate

from .analysis import Analysis
from .findings import findings
from .words import count, day, money, percent

SHADE_STEP = 5
STYLE = Path(__file__).parent / "report.css"


@dataclass(frozen=True)
class Head:
    """A column of a table."""

    text: str
    is_number: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table."""

    text: str
    css: str = ""


@dataclass(frozen=True)
class TableOf:
    """A table with its caption."""

    caption: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Section:
    """A titled part of the report."""

    title: str
    texts: Sequence[str] = ()
    charts: Sequence[SafeString] = ()
    tables: Sequence[TableOf] = ()
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def says_something(self) -> bool:
        """Whether there is anything below the title."""
        return bool(self.texts or any(self.charts) or any(table.rows for table in self.tables))


def table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 1) -> TableOf:
    """A table whose first `words` columns are texts, the others figures."""
    cells = [[Cell(text, "" if place < words else "num") for place, text in enumerate(row)] for row in rows]
    return TableOf(caption, [Head(head, place >= words) for place, head in enumerate(heads)], cells)


def page(analysis: Analysis, file_name: str) -> str:
    """The whole HTML text in the active language."""
    from .sections import sections

    context = {
        "title": _("What the customer base is worth"),
        "subtitle": _("%(file)s · %(begin)s to %(end)s")
        % {"file": file_name, "begin": day(analysis.period[0]), "end": day(analysis.period[1])},
        "style": _style(),
        "version": __version__,
        "figures": _figures(analysis),
        "findings": findings(analysis),
        "sections": [section for section in sections(analysis) if section.says_something],
    }
    return render_to_string("report/report.html", context)


def _style() -> SafeString:
    """In the page itself: the file is read far from any server."""
    shades = "".join(f".s{step} {{ --shade: {step}; }}\n" for step in range(0, 101, SHADE_STEP))
    return mark_safe(f"<style>\n{STYLE.read_text('utf-8')}{shades}</style>")  # noqa: S308  our own file


def _figures(analysis: Analysis) -> list[dict[str, str]]:
    currency, customers = analysis.settings.currency, analysis.customers
    shown = [
        {"label": _("Customers"), "value": count(customers.num_rows)},
        {"label": _("Purchases"), "value": count(analysis.occasions)},
        {"label": _("Buy again"), "value": percent(repeat_rate(customers).rate)},
    ]
    if analysis.revenue is not None:
        shown.insert(2, {"label": _("Revenue"), "value": money(analysis.revenue, currency)})
    if analysis.equity is not None:
        years = _("expected in %(years)s years") % {"years": f"{analysis.settings.years:g}"}
        shown.append({"label": _("Customer equity"), "value": money(analysis.equity, currency), "note": years})
    return shown
