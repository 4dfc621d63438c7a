"""What stands around every page: navigation, views, search, theme."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kundenwert.foundation.access.grants import grants
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.organisation.profile import profile_for
from kundenwert.records.access import may
from kundenwert.records.queries.saved_views import saved_views
from kundenwert.records.registry import record_type_for, record_types


def shell(request: SignedInRequest) -> dict[str, Any]:
    """Context processor: looked up once a page, only for signed-in colleagues."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"theme": request.COOKIES.get("theme", "system"), "language_url": reverse("set-language")}
    if request.headers.get("HX-Request"):  # a part of a page has no shell around it
        return {}
    kept = getattr(request, "_shell", None)
    if kept is None:
        kept = request._shell = _shell(request)  # type: ignore[attr-defined]  # noqa: SLF001  cache on the request
    return kept


def _shell(request: SignedInRequest) -> dict[str, Any]:
    user = request.user
    return {
        "nav": _navigation(request),
        "nav_views": _views(request),
        "nav_bottom": _bottom(request),
        "sidebar_collapsed": request.COOKIES.get("sidebar") == "collapsed",
        "search_url": reverse("search-suggestions"),
        "search_page_url": reverse("search"),
        "palette_url": reverse("palette"),
        "theme": user.theme,
        "theme_url": reverse("theme"),
        "language_url": reverse("set-language"),
        "home_url": reverse("home"),
        "profile_url": reverse("profile"),
        "logout_url": reverse("sign-out"),
        "user_name": user.name,
        "user_email": user.email,
        "organisation_name": profile_for(request).name,
    }


def _item(request: SignedInRequest, label: str, url: str, icon: str, key: str = "") -> dict[str, Any]:
    here = request.path
    active = here == url or (url != "/" and here.startswith(f"{url}/"))
    return {"label": label, "url": url, "icon": icon, "active": active, "key": key}


def _navigation(request: SignedInRequest) -> list[dict[str, Any]]:
    records = [
        _item(request, found.label_plural, found.list_url, found.icon, found.jump_key)
        for found in record_types()
        if found.in_navigation and may(request.user, found, "see")
    ]
    tools = [_item(request, _("Imports"), reverse("imports"), "file-up", "i")]
    if grants(request.user).is_administrator:
        tools.append(_item(request, _("Administration"), reverse("admin"), "settings"))
    return [
        {"label": "", "items": [_item(request, _("Home"), reverse("home"), "house", "h"), *records]},
        {"label": _("Data and settings"), "items": tools},
    ]


def _views(request: SignedInRequest) -> list[dict[str, Any]]:
    entries = []
    for view in saved_views(request.user):
        try:
            record_type = record_type_for(view.record_type)
        except KeyError:  # of a module that has been taken out
            continue
        if may(request.user, record_type, "see"):
            active = request.path == record_type.list_url and request.GET.get("view") == str(view.pk)
            url = f"{record_type.list_url}?view={view.pk}"
            entries.append({"label": view.name, "url": url, "active": active, "icon": record_type.icon})
    return entries[:12]


def _bottom(request: SignedInRequest) -> list[dict[str, Any]]:
    customers = record_type_for("customers.customer")
    return [
        _item(request, _("Home"), reverse("home"), "house"),
        _item(request, customers.label_plural, customers.list_url, customers.icon),
    ]
