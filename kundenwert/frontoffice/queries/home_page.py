"""What the home page shows a colleague: only what they may see, each block one query of its module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kundenwert.customers.queries.coming_birthdays import Birthday, coming_birthdays
from kundenwert.customers.queries.new_customers import new_customers
from kundenwert.customers.queries.recently_changed import recently_changed
from kundenwert.foundation.access.models import User
from kundenwert.foundation.locale_format import format_date, format_decimal, format_money
from kundenwert.foundation.organisation.profile import organisation_profile
from kundenwert.foundation.telephone import phone_href
from kundenwert.operational.sales.queries.neglected_customers import Neglected, neglected_customers
from kundenwert.operational.sales.queries.open_orders import open_orders
from kundenwert.operational.sales.queries.sales_figures import sales_figures
from kundenwert.operational.touchpoints.queries.contact_figures import contact_figures
from kundenwert.operational.touchpoints.queries.last_touchpoints import LastTouchpoint, last_touchpoints
from kundenwert.records.access import may, visible
from kundenwert.records.queries.by_day import Days, Figure
from kundenwert.records.registry import record_type_for

CUSTOMER, ORDER, TOUCHPOINT = "customers.customer", "sales.order", "touchpoints.touchpoint"


def home_page(user: User) -> dict[str, Any]:
    """The blocks of the home page; for an empty organisation the first steps instead."""
    today = timezone.localdate()
    sees = {key: may(user, record_type_for(key), "see") for key in (CUSTOMER, ORDER, TOUCHPOINT)}
    if sees[CUSTOMER] and not visible(user, record_type_for(CUSTOMER)).exists():
        return {"first_steps": _first_steps(user), "today": today}
    currency = organisation_profile().currency
    return {
        "today": today,
        "stats": _stats(user, Days(today), sees, currency),
        "birthdays": [_birthday(entry, today) for entry in coming_birthdays(user, today)],
        "neglected": [_neglected(entry, currency) for entry in neglected_customers(user)] if sees[ORDER] else [],
        "touchpoints": [_touchpoint(entry, today) for entry in last_touchpoints(user)] if sees[TOUCHPOINT] else [],
        "changed": [{**entry, "at": _ago(entry["at"], today)} for entry in recently_changed(user)],
        "orders": open_orders(user) if sees[ORDER] else [],
        "links": _links(user),
    }


def _stats(user: User, days: Days, sees: Mapping[str, bool], currency: str) -> list[dict[str, Any]]:
    stats = []
    if sees[ORDER]:
        revenue, orders = sales_figures(user, days)
        amount = format_money(revenue.now, currency, 0)
        stats += [
            _stat(_("Revenue this month"), amount, revenue),
            _stat(_("Orders this month"), _count(orders), orders),
        ]
    if sees[CUSTOMER]:
        customers = new_customers(user, days)
        stats.append(_stat(_("New customers this month"), _count(customers), customers))
    if sees[TOUCHPOINT]:
        contacts = contact_figures(user, days)
        stats.append(_stat(_("Touchpoints this month"), _count(contacts), contacts))
    return stats


def _count(figure: Figure) -> str:
    return format_decimal(figure.now, 0)


def _stat(label: str, value: str, figure: Figure) -> dict[str, Any]:
    change = figure.change
    rounded = change.quantize(Decimal(1), ROUND_HALF_UP) if change is not None else None
    trend = "" if rounded is None else "up" if rounded > 0 else "down" if rounded < 0 else "flat"
    return {
        "label": label,
        "value": value,
        "delta": _("%(percent)s on last year") % {"percent": _percent(rounded)} if rounded is not None else "",
        "trend": trend,
        "tone": {"up": "success", "down": "danger"}.get(trend, ""),
        "points": figure.points if any(figure.points) else [],
    }


def _percent(number: Decimal) -> str:
    sign = "+" if number > 0 else "−" if number < 0 else "±"
    return f"{sign}{format_decimal(abs(number), 0)}\u00a0%"


def _birthday(entry: Birthday, today: date) -> dict[str, Any]:
    ahead = (entry.day - today).days
    words = {0: _("Today"), 1: _("Tomorrow")}
    return {
        "entry": entry,
        "when": words.get(ahead) or format_date(entry.day),
        "is_today": ahead == 0,
        "round": _("turns %(age)d") % {"age": entry.age} if entry.is_round else "",
        "phone_href": phone_href(entry.phone),
    }


def _neglected(entry: Neglected, currency: str) -> dict[str, Any]:
    days = (timezone.now() - entry.last_contact).days if entry.last_contact else None
    return {
        "entry": entry,
        "revenue": format_money(entry.revenue, currency, 0),
        "since": ngettext("%(days)d day", "%(days)d days", days) % {"days": days} if days is not None else _("never"),
        "phone_href": phone_href(entry.phone),
    }


def _touchpoint(entry: LastTouchpoint, today: date) -> dict[str, Any]:
    return {"entry": entry, "when": _ago(entry.at, today)}


def _ago(moment: datetime, today: date) -> str:
    """A time of today, yesterday, else the date."""
    local = timezone.localtime(moment)
    if local.date() == today:
        return f"{local:%H:%M}"
    return _("Yesterday") if local.date() == today - timedelta(days=1) else format_date(local.date())


def _links(user: User) -> dict[str, str]:
    customers, orders = record_type_for(CUSTOMER), record_type_for(ORDER)
    since = "f=last_touchpoint_at:before:90"
    return {
        "neglected": f"{customers.list_url}?f=owner:is:{user.pk}&{since}&f=stage:is:customer&sort=last_touchpoint_at",
        "orders": f"{orders.list_url}?f=status:is:open",
        "touchpoints": record_type_for(TOUCHPOINT).list_url,
        "mine": f"{customers.list_url}?f=owner:is:{user.pk}",
    }


def _first_steps(user: User) -> Sequence[dict[str, str]]:
    """Ways to begin that the reader has the rights for."""
    customers, orders = record_type_for(CUSTOMER), record_type_for(ORDER)
    steps = []
    if may(user, customers, "create") and may(user, customers, "change"):
        steps.append({
            "icon": "file-up", "label": _("Import customers"), "url": reverse("customers-import"),
            "text": _("From the CSV or Excel file that you have. You see what will happen before anything is saved."),
        })  # fmt: skip
    if may(user, customers, "create"):
        steps.append({
            "icon": "user-plus", "label": _("Enter a customer"), "url": customers.new_url,
            "text": _("A company or a person: a name is enough, the rest can follow."),
        })  # fmt: skip
    if may(user, orders, "create") and may(user, orders, "change"):
        steps.append({
            "icon": "shopping-cart", "label": _("Import orders"), "url": reverse("orders-import"),
            "text": _("Then each customer card shows what was bought, and the key figures appear here."),
        })  # fmt: skip
    return steps
