"""The lines of an order in one form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.locale_format import format_money
from kundenwert.records.access import access_record
from kundenwert.records.actions.errors import Conflict, InvalidRecord
from kundenwert.records.registry import record_type_for

from ..actions.set_order_lines import LineValues, set_order_lines
from ..amounts import line_amount, order_totals
from ..models import Order, OrderLine
from ..queries.order_lines import order_lines
from .line_check import Knowledge, checked, completed, look_up
from .line_drafts import Draft, drafts_of, filled, moved, plain, read_drafts, with_blank

SUBJECT = "sales.order"
LEAST_ROWS = 3


@for_records
def lines(request: SignedInRequest, record_id: int) -> HttpResponse:
    """GET: the form. POST `do`: `save`, or `add`, `remove-7`, `up-7`, `down-7`, `fill-7`, `figures`: the form again."""
    order = access_record(request.user, record_type_for(SUBJECT), record_id, "change")
    day = timezone.localdate(order.ordered_at)
    drafts = read_drafts(request.POST) if request.method == "POST" else drafts_of(_stored(order))
    known = look_up(request.user, drafts, day)
    drafts = [completed(draft, known) for draft in drafts]
    if request.method != "POST":
        return _page(request, order, with_blank(drafts, known.standard_rate, least=LEAST_ROWS), known)
    do, _dash, key = request.POST.get("do", "figures").partition("-")
    if do == "save":
        return _save(request, order, drafts, known)
    drafts = _rearranged(drafts, do, int(key) if key.isdecimal() else -1, known)
    return _page(request, order, drafts, known)


def _rearranged(drafts: Sequence[Draft], do: str, key: int, known: Knowledge) -> list[Draft]:
    if do == "add":
        return with_blank(drafts, known.standard_rate)
    if do == "remove":
        return [draft for draft in drafts if draft.key != key]
    if do in {"up", "down"}:
        return moved(drafts, key, -1 if do == "up" else 1)
    if do == "fill":
        return [_filled(draft, known) if draft.key == key else draft for draft in drafts]
    return list(drafts)


def _filled(draft: Draft, known: Knowledge) -> Draft:
    product = known.products.get(draft.product)
    return (
        filled(draft, product, known.rate_of(product)) if product else replace(draft, was_product="", product_name="")
    )


def _stored(order: Order) -> Sequence[OrderLine]:
    return list(OrderLine.objects.filter(order=order).select_related("product").order_by("position"))


def _save(request: SignedInRequest, order: Order, drafts: Sequence[Draft], known: Knowledge) -> HttpResponse:
    read = _read(order, drafts, known)
    if any(draft.errors for draft in read.drafts):
        return _page(request, order, read.drafts, known, status=422)
    version = request.POST.get("version", "")
    try:
        with transaction.atomic():
            locked = access_record(request.user, record_type_for(SUBJECT), order.pk, "change", lock=True)
            expected = int(version) if version.isdecimal() else None
            set_order_lines(locked, read.values, actor=request.user, expected_version=expected)
    except Conflict:
        order.refresh_from_db()
        return _page(request, order, read.drafts, known, theirs=order_lines(order), status=409)
    except InvalidRecord as error:
        return _page(request, order, read.drafts, known, problem=str(error), status=422)
    messages.success(request, _("The lines of order %(number)s are saved.") % {"number": order.number})
    return redirect(record_type_for(SUBJECT).url_of(order.pk))


@dataclass(frozen=True)
class Read:
    """The rows of a form with their errors and amounts, and the values of those that are right."""

    drafts: Sequence[Draft]
    values: Sequence[LineValues]
    figures: Mapping[str, str]


def _read(order: Order, drafts: Sequence[Draft], known: Knowledge) -> Read:
    stored = {str(line.pk): line for line in _stored(order)} if any(draft.line for draft in drafts) else {}
    rows, values, made = [], [], []
    for draft in drafts:
        if draft.is_blank:
            rows.append(draft)
            continue
        line, errors = checked(draft, known, stored)
        amount = None
        if line is not None:
            amount = line_amount(line.quantity, line.unit_price, line.discount_percent)
            values.append(line)
            made.append(OrderLine(quantity=line.quantity, tax_rate=line.tax_rate, unit_cost=None, net_amount=amount))
        shown = format_money(amount, order.currency) if amount is not None else ""
        rows.append(replace(draft, errors=errors, amount=shown))
    net, tax, _cost = order_totals(made)
    money = {"net_total": net, "tax_total": tax, "gross_total": net + tax}
    return Read(rows, values, {name: format_money(total, order.currency) for name, total in money.items()})


def _page(
    request: SignedInRequest,
    order: Order,
    drafts: Sequence[Draft],
    known: Knowledge,
    *,
    theirs: Mapping[str, Any] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    read = _read(order, drafts, known)
    show_errors = status == 422
    context = {
        "order": order,
        "url": record_type_for(SUBJECT).url_of(order.pk),
        "record_type": record_type_for(SUBJECT),
        "drafts": read.drafts if show_errors else [replace(draft, errors={}) for draft in read.drafts],
        "figures": read.figures,
        "errors": _summary(read.drafts, problem) if show_errors else [],
        "theirs": theirs,
        "rates": [plain(rate) for rate in dict.fromkeys(known.rates.values())],
        "products_url": record_type_for("catalogue.product").options_url,
    }
    part = request.headers.get("HX-Request") and request.method == "POST"
    return render(request, "sales/parts/lines_form.html" if part else "sales/lines.html", context, status=status)


def _summary(drafts: Sequence[Draft], problem: str) -> list[tuple[str, str, str]]:
    rows = [
        (f"id_{name}-{draft.key}", _("Line %(number)d") % {"number": number}, text)
        for number, draft in enumerate(drafts, start=1)
        for name, text in draft.errors.items()
    ]
    return [*rows, ("", "", problem)] if problem else rows
