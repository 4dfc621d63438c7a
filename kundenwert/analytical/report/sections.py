"""The parts of the report, in the order a reader asks: how much, from whom, what changes, how sure."""

from __future__ import annotations

import numpy as np
from django.utils.translation import gettext as _

from .analysis import Analysis
from .charts import Bar, Line, bars, lines
from .choices import growing, leaving
from .page import SHADE_STEP, Cell, Head, Section, TableOf, table
from .trust import trust
from .words import CELLS, count, day, money, number, percent

TOP = 20
TENTHS = 10
DARKEST = 70


def sections(analysis: Analysis) -> list[Section]:
    """All parts; those without content are left out by the page."""
    return [
        _value(analysis),
        _concentration(analysis),
        _cells(analysis),
        _cohorts(analysis),
        _leaving(analysis),
        _growing(analysis),
        _together(analysis),
        *trust(analysis),
    ]


def _value(analysis: Analysis) -> Section:
    customers, currency = analysis.customers, analysis.settings.currency
    if "value" not in customers.column_names:
        return Section(_("Value"))
    ordered = np.sort(customers["value"].to_numpy())[::-1]
    tenths = [part.sum() for part in np.array_split(ordered, TENTHS)] if len(ordered) >= TENTHS else []
    chart = bars(
        _("Value by tenths of the customers"),
        [Bar(f"{index + 1}.", float(value), percent(float(value) / sum(tenths))) for index, value in enumerate(tenths)],
    )
    best = customers.slice(0, TOP).to_pylist()
    rows = [
        [row["customer"], money(row["value"], currency), money(row["amount"], currency), count(row["purchases"]),
         percent(row["probability_alive"]), day(row["last"]), day(row["next_purchase"])]
        for row in best
    ]  # fmt: skip
    heads = [_("Customer"), _("Value"), _("Revenue so far"), _("Purchases"), _("Still there"), _("Last purchase"),
             _("Next expected")]  # fmt: skip
    text = _("Value is what a customer is expected to bring in the next %(years)s years: purchases to come, times what "
             "a purchase brings%(margin)s, discounted with %(discount)s a year.") % {
        "years": f"{analysis.settings.years:g}",
        "margin": _margin(analysis),
        "discount": percent(analysis.settings.discount),
    }  # fmt: skip
    notes = [_("Share of the whole value by tenths of the customers, the most valuable tenth first.")] if chart else []
    return Section(_("Value"), [text], [chart], [table(_("The most valuable customers"), heads, rows)], notes)


def _margin(analysis: Analysis) -> str:
    if analysis.purchases.has("margin"):
        return _(", at the margin of the file")
    if analysis.settings.margin != 1:
        return _(", of which %(margin)s is margin") % {"margin": percent(analysis.settings.margin)}
    return ""


def _concentration(analysis: Analysis) -> Section:
    if analysis.abc is None or analysis.lorenz is None:
        return Section(_("Concentration"))
    lorenz, currency = analysis.lorenz, analysis.settings.currency
    has_money = analysis.revenue is not None
    rows = [
        [row["abc"], count(row["members"]), percent(row["members"] / analysis.customers.num_rows),
         money(row["figure"], currency) if has_money else count(row["figure"]), percent(row["share"])]
        for row in analysis.abc.to_pylist()
    ]  # fmt: skip
    ticks = [(share, percent(share)) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    points = list(zip(lorenz.population.tolist(), lorenz.share.tolist(), strict=True))
    chart = lines(
        _("Lorenz curve"),
        [Line(points, _("this customer base")), Line([(0, 0), (1, 1)], _("if all were alike"), "line-3")],
        x_labels=ticks, y_labels=ticks,
    )  # fmt: skip
    figure = _("Revenue") if has_money else _("Purchases")
    return Section(
        _("Concentration"),
        [_("Gini coefficient %(gini)s: 0 if all customers were alike, 1 if one made everything.")
         % {"gini": number(lorenz.gini)}],
        [chart],
        [table(_("ABC classes: A makes 80 %, B the next 15 %, C the rest"),
               [_("Class"), _("Customers"), _("of all"), figure, _("of all")], rows)],
        [_("Horizontal: customers from the smallest to the largest; vertical: their share of the whole.")],
    )  # fmt: skip


def _cells(analysis: Analysis) -> Section:
    customers, currency = analysis.customers, analysis.settings.currency
    has_money = analysis.revenue is not None
    figure = "amount" if has_money else "purchases"
    found = customers.group_by("cell").aggregate([("customer", "count"), (figure, "sum")])
    rows = [
        [str(CELLS[row["cell"]]), count(row["customer_count"]), percent(row["customer_count"] / customers.num_rows),
         money(row[f"{figure}_sum"], currency) if has_money else count(row[f"{figure}_sum"])]
        for row in sorted(found.to_pylist(), key=lambda row: list(CELLS).index(row["cell"]))
    ]  # fmt: skip
    heads = [_("Group"), _("Customers"), _("of all"), _("Revenue so far") if has_money else _("Purchases")]
    text = _("RFM: when a customer bought last (recency), how often (frequency) and for how much (monetary), each in "
             "five classes of equal size.")  # fmt: skip
    return Section(_("Who the customers are"), [text], (), [table(_("RFM groups"), heads, rows)])


def _cohorts(analysis: Analysis) -> Section:
    cohorts = analysis.cohorts
    if cohorts is None or len(cohorts.names) < 2:
        return Section(_("Cohorts"))
    heads = [Head(_("First purchase")), Head(_("Customers"), True), *(Head(str(age), True) for age in cohorts.ages)]
    rows = [
        [Cell(name), Cell(count(size), "num"), *(_shaded(share) for share in shares)]
        for name, size, shares in zip(cohorts.names, cohorts.sizes, cohorts.shares, strict=True)
    ]
    text = _("Of the customers who first bought in a quarter, the share that bought again after so many quarters.")
    return Section(_("Cohorts"), [text], (), [TableOf(_("Customers who came back, by quarter"), heads, rows)])


def _shaded(share: float | None) -> Cell:
    if share is None:
        return Cell("", "num")
    return Cell(percent(share), f"shade s{SHADE_STEP * round(DARKEST * min(share, 1) / SHADE_STEP)}")


def _leaving(analysis: Analysis) -> Section:
    found, currency = leaving(analysis), analysis.settings.currency
    heads = [_("Customer"), _("Still there"), _("Last purchase"), _("Purchases")]
    has_value = "lost_value" in found.column_names
    heads += [_("Revenue so far"), _("What hangs on it")] if has_value else []
    rows = [
        [row["customer"], percent(row["probability_alive"]), day(row["last"]), count(row["purchases"]),
         *([money(row["amount"], currency), money(row["lost_value"], currency)] if has_value else [])]
        for row in found.slice(0, TOP).to_pylist()
    ]  # fmt: skip
    text = _("Good customers (class A or B) who are overdue: the chance that they are still customers has fallen below "
             "60 percent. What hangs on it is the value that is gained if they stay for sure.")  # fmt: skip
    if not rows and "probability_alive" in analysis.customers.column_names:
        text = _("None of the good customers (class A or B) is overdue. Where a file covers little time, "
                 "nobody can be seen to leave yet.")  # fmt: skip
    return Section(_("Who is about to leave"), [text], (), [
        table(_("%(count)s customers; those with most at stake") % {"count": count(found.num_rows)}, heads, rows)
    ])  # fmt: skip


def _growing(analysis: Analysis) -> Section:
    found, currency = growing(analysis), analysis.settings.currency
    if not found.num_rows:
        return Section(_("Who is growing"))
    rows = [
        [
            row["customer"],
            money(row["year_before"], currency),
            money(row["year"], currency),
            money(row["gain"], currency),
        ]
        for row in found.slice(0, TOP).to_pylist()
    ]
    heads = [_("Customer"), _("Year before"), _("Last year"), _("More")]
    text = _("Customers who bought for at least a quarter more in the last 365 days than in the 365 days before.")
    caption = _("%(count)s customers; the largest gains") % {"count": count(found.num_rows)}
    return Section(_("Who is growing"), [text], (), [table(caption, heads, rows)])


def _together(analysis: Analysis) -> Section:
    together = analysis.together
    if together is None:
        return Section(_("What sells together"))
    rows = [
        [" + ".join(together.label(item) for item in rule.antecedent), together.label(rule.consequent),
         count(rule.count), percent(float(rule.confidence)), number(float(rule.lift), 1)]
        for rule in together.rules
    ]  # fmt: skip
    heads = [_("Who buys"), _("also buys"), _("Orders"), _("of them"), _("times as often as by chance")]
    text = _("Counted over %(count)s orders; a pair is shown from half a percent of them.") % {
        "count": count(together.baskets)
    }
    if not rows:
        text = _("No two products are bought together clearly more often than by chance.")
    return Section(_("What sells together"), [text], (), [
        table(_("The strongest of %(count)s pairs") % {"count": count(together.found)}, heads, rows, words=2)
    ])  # fmt: skip
