"""The audit log, for administrators."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from ...access.decorators import administrators
from ...access.models import User
from ..models import AuditEntry
from ..queries.entries_page import EntryFilter, entries_page
from ..queries.known_values import known_values
from ..words import action_words, changes, subject_words, values, verb_words


@administrators
def entries(request: HttpRequest) -> HttpResponse:
    """GET: a page of the log, filtered by `actor`, `action`, `subject`, `object`, `day`; with `after` what follows."""
    wanted = _filter(request.GET)
    page = entries_page(wanted, request.GET.get("after", ""))
    chosen = {
        name: request.GET[name] for name in ("actor", "action", "subject", "object", "day") if request.GET.get(name)
    }
    address = reverse("admin-audit")
    more = f"{address}?{urlencode({**chosen, 'after': page.next_cursor})}" if page.next_cursor else ""
    rows = {"rows": [_row(entry) for entry in page.entries], "next_url": more}
    if request.headers.get("HX-Request") and request.GET.get("after"):
        return render(request, "audit/parts/rows.html", rows)
    return render(request, "audit/entries.html", {**rows, **_choices(), "chosen": chosen, "address": address})


def _filter(asked: QueryDict) -> EntryFilter:
    return EntryFilter(
        actor_id=_number(asked.get("actor", "")),
        action=asked.get("action", "").replace("\0", "")[:100],
        subject=asked.get("subject", "").replace("\0", "")[:100],
        day=_day(asked.get("day", "")),
        object_id=_number(asked.get("object", "")),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date.min < day < date(9999, 12, 1) and day.year > 1 else None


def _choices() -> dict[str, Any]:
    actions = [(key, action_words(key)) for key in known_values("action")]
    kinds = [(key, subject_words(key)) for key in known_values("subject")]
    return {
        "actors": [(str(user.pk), user.name) for user in User.objects.all()],
        "actions": sorted(actions, key=lambda pair: pair[1]),
        "kinds": sorted(kinds, key=lambda pair: pair[1]),
    }


def _row(entry: AuditEntry) -> dict[str, Any]:
    return {
        "entry": entry,
        "subject": subject_words(entry.subject),
        "verb": verb_words(entry.action),
        "changes": changes(entry.subject, entry.before, entry.after) if entry.before and entry.after else [],
        "values": [] if entry.before and entry.after else values(entry.subject, entry.after or entry.before),
        "details": values("", entry.details),
    }
