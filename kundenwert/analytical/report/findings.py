"""The report in short: sentences a manager reads first."""

from __future__ import annotations

import pyarrow.compute as pc
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .analysis import Analysis
from .choices import growing, leaving
from .words import MODELS, count, money, percent

TOP = 0.2
ALL_STAY = 0.97
"""Mean chance of still being there above which nobody has been seen to leave."""


def findings(analysis: Analysis) -> list[str]:
    """One sentence per thing worth knowing; what the data do not carry is left out here and said below."""
    parts = (_worth, _nobody_leaves, _concentration, _repeat, _leaving, _growing, _trust)
    return [sentence for part in parts if (sentence := part(analysis))]


def _worth(analysis: Analysis) -> str:
    if analysis.equity is None:
        return ""
    values = {
        "customers": count(analysis.customers.num_rows),
        "equity": money(analysis.equity, analysis.settings.currency),
        "years": f"{analysis.settings.years:g}",
        "each": money(analysis.equity / analysis.customers.num_rows, analysis.settings.currency),
    }
    return _("The %(customers)s customers of today are expected to bring %(equity)s in the next %(years)s years, in "
             "today's money: %(each)s each on average.") % values  # fmt: skip


def _concentration(analysis: Analysis) -> str:
    if analysis.lorenz is None:
        return ""
    share = percent(analysis.lorenz.share_of_top(TOP))
    if analysis.revenue is None:
        return _("The best 20 percent of the customers make %(share)s of all purchases.") % {"share": share}
    return _("The best 20 percent of the customers make %(share)s of the revenue.") % {"share": share}


def _repeat(analysis: Analysis) -> str:
    once = pc.sum(pc.equal(analysis.customers["frequency"], 0)).as_py()
    return _("%(share)s of the customers (%(count)s) have bought once only.") % {
        "share": percent(once / analysis.customers.num_rows),
        "count": count(once),
    }


def _leaving(analysis: Analysis) -> str:
    found = leaving(analysis)
    if not found.num_rows:
        return ""
    if "lost_value" in found.column_names:
        lost = money(pc.sum(found["lost_value"]).as_py(), analysis.settings.currency)
        sentence = ngettext(
            "%(count)s good customer is about to leave; %(lost)s hang on that.",
            "%(count)s good customers are about to leave; %(lost)s hang on that.",
            found.num_rows,
        )
        return sentence % {"count": count(found.num_rows), "lost": lost}
    sentence = ngettext(
        "%(count)s good customer is about to leave.", "%(count)s good customers are about to leave.", found.num_rows
    )
    return sentence % {"count": count(found.num_rows)}


def _growing(analysis: Analysis) -> str:
    found = growing(analysis)
    if not found.num_rows:
        return ""
    more = pc.sum(pc.subtract(found["year"], found["year_before"])).as_py()
    sentence = ngettext(
        "%(count)s customer bought for %(more)s more in the last year than in the year before.",
        "%(count)s customers bought for %(more)s more in the last year than in the year before.",
        found.num_rows,
    )
    return sentence % {"count": count(found.num_rows), "more": money(more, analysis.settings.currency)}


def _nobody_leaves(analysis: Analysis) -> str:
    """A forecast from a time in which nobody could be seen to leave is an upper bound."""
    if analysis.equity is None or pc.mean(analysis.customers["probability_alive"]).as_py() < ALL_STAY:
        return ""
    return _("Caution: the file does not show when customers stop buying, so nearly all are taken to stay. The value "
             "is rather too high.")  # fmt: skip


def _trust(analysis: Analysis) -> str:
    check = analysis.holdouts.get(analysis.buying)
    if check is None or not check.actual:
        return ""
    return _("Checked on a time it had not seen, %(model)s expected %(predicted)s purchases where there were "
             "%(actual)s (%(miss)s off).") % {
        "model": MODELS[analysis.buying],
        "predicted": count(check.predicted),
        "actual": count(check.actual),
        "miss": percent(abs(check.predicted - check.actual) / check.actual),
    }  # fmt: skip
