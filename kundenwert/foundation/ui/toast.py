"""Tell the reader what happened, with a way back."""

from __future__ import annotations

import json
from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext

Response = TypeVar("Response", bound=HttpResponseBase)
LEVELS = {
    "info": messages.INFO,
    "success": messages.SUCCESS,
    "warning": messages.WARNING,
    "danger": messages.ERROR,
}


def toast(response: Response, text: str, tone: str = "success", undo_url: str = "") -> Response:
    """Add a `kw:toast` event to an answer to htmx and return the answer.

    `tone` is one of info, success, warning, danger. With `undo_url` the toast has an undo button that POSTs
    there. Events that the answer already triggers stay.
    """
    detail: dict[str, object] = {"text": text, "tone": tone}
    if undo_url:
        detail["undo"] = {"label": gettext("Undo"), "url": undo_url}
    return trigger(response, "kw:toast", detail)


def trigger(response: Response, event: str, detail: object = None) -> Response:
    """Add one event to the `HX-Trigger` header of an answer and return the answer."""
    events = _read_events(response.headers.get("HX-Trigger", ""))
    events[event] = detail if detail is not None else {}
    response.headers["HX-Trigger"] = json.dumps(events)
    return response


def _read_events(header: str) -> dict[str, object]:
    if header.startswith("{"):
        return dict(json.loads(header))
    return {name.strip(): {} for name in header.split(",") if name.strip()}


def toast_later(request: HttpRequest, text: str, tone: str = "success", undo_url: str = "") -> None:
    """Show a toast on the next full page; the way back travels as the message's extra tag."""
    messages.add_message(request, LEVELS[tone], text, extra_tags=undo_url)
