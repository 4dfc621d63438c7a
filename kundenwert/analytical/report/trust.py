"""How far to trust the report: the models, what was wrong with the file, what was assumed."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .analysis import Analysis
from .library_words import said
from .page import Section, table
from .words import MODELS, UNITS, count, money, number, percent


def trust(analysis: Analysis) -> list[Section]:
    """Two sections: models, and the file."""
    return [_models(analysis), _file(analysis)]


def _models(analysis: Analysis) -> Section:
    unit = str(UNITS[analysis.settings.unit])
    checks = [
        [MODELS[name], count(check.actual), count(check.predicted), number(check.mean_absolute_error),
         number(check.heuristic_error), number(check.zero_error), number(check.correlation)]
        for name, check in analysis.holdouts.items()
    ]  # fmt: skip
    parameters = [
        [MODELS[name], parameter, number(value, 4), number(model.card.standard_errors.get(parameter, float("nan")), 4)]
        for name, model in analysis.models.items()
        for parameter, value in model.parameters.items()
    ]
    fits = [
        [MODELS[name], number(model.log_likelihood or 0, 3), count(model.card.customers)]
        for name, model in analysis.models.items()
    ]
    texts = []
    check = analysis.holdouts.get(analysis.buying)
    if check:
        texts.append(_holdout(analysis, unit))
    if analysis.buying:
        texts.append(_("Values and chances above are those of %(model)s.") % {"model": MODELS[analysis.buying]})
    refused = [f"{MODELS[name]}: {said(reason)}" for name, reason in analysis.refused.items()]
    notes = [f"{MODELS[name]}: {said(note)}" for name, model in analysis.models.items() for note in model.card.notes]
    return Section(
        _("How far to trust it: the models"),
        texts,
        (),
        [
            table(_("Purchases expected and made in the time the models had not seen"),
                  [_("Model"), _("Made"), _("Expected"), _("Error per customer"), _("Error of “as often as before”"),
                   _("Error of “nobody buys”"), _("Correlation")], checks),
            table(_("Fit"), [_("Model"), _("Log-likelihood"), _("Customers")], fits),
            table(_("Parameters (time in %(unit)s)") % {"unit": unit},
                  [_("Model"), _("Parameter"), _("Value"), _("Standard error")], parameters, words=2),
        ],
        [*refused, *notes],
    )  # fmt: skip


def _holdout(analysis: Analysis, unit: str) -> str:
    check = analysis.holdouts[analysis.buying]
    said = _("The models saw the earlier time only and had to say what came in the last %(periods)s %(unit)s.")
    return said % {"periods": number(check.periods, 1), "unit": unit}


def _file(analysis: Analysis) -> Section:
    purchases, quality = analysis.purchases, analysis.quality
    currency = analysis.settings.currency
    rows = [[_("Rows in the file"), count(purchases.rows)], [_("of them unreadable"), count(purchases.bad_rows)]]
    rows += [
        [label, count(number_of)]
        for label, number_of in (
            (_("without a customer"), quality.without_customer),
            (_("after the end of observation"), quality.after_until),
            (_("used"), quality.used),
            (_("of these returns (negative amounts)"), quality.returns),
            (_("of these free of charge"), quality.free),
            (_("Customers with returns only, left out"), quality.customers_with_returns_only),
        )
    ]
    texts = [_said(analysis)]
    if quality.returns:
        texts.append(
            _("A return is no purchase: on the day of a purchase it is taken off that, later off the customer's sum.")
        )
    if analysis.anonymous_revenue:
        texts.append(
            _("Rows without a customer hold %(amount)s of the revenue; nobody can be told their value.")
            % {"amount": money(analysis.anonymous_revenue, currency)}
        )
    problems = [
        [count(problem.row), problem.column, problem.value[:60], problem.message] for problem in purchases.problems
    ]
    caption = ngettext("The unreadable row", "The first of %(count)s unreadable rows", purchases.bad_rows)
    return Section(
        _("How far to trust it: the file"),
        texts,
        (),
        [
            table(_("Rows"), [_("What"), _("Rows")], rows),
            table(caption % {"count": count(purchases.bad_rows)},
                  [_("Row"), _("Column"), _("Value"), _("Why")], problems, words=4),
        ],
        [_assumed(analysis), *analysis.missing],
    )  # fmt: skip


def _said(analysis: Analysis) -> str:
    purchases = analysis.purchases
    roles = {
        "customer": _("customer"), "date": _("date"), "amount": _("amount"), "quantity": _("quantity"),
        "price": _("price"), "margin": _("margin"), "product": _("product"), "label": _("name of the product"),
        "order": _("order"),
    }  # fmt: skip
    read = ", ".join(f"{roles[role]} = “{column}”" for role, column in purchases.columns.items())
    how = purchases.shape.encoding or purchases.shape.sheet
    return _("Read as: %(columns)s (%(how)s). All that a customer bought on one day is one purchase.") % {
        "columns": read,
        "how": how,
    }


def _assumed(analysis: Analysis) -> str:
    settings = analysis.settings
    return _("Assumed: %(years)s years, discount %(discount)s a year, margin %(margin)s, time in %(unit)s.") % {
        "years": f"{settings.years:g}",
        "discount": percent(settings.discount),
        "margin": _("from the file") if analysis.purchases.has("margin") else percent(settings.margin),
        "unit": str(UNITS[settings.unit]),
    }
