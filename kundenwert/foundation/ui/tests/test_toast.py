from __future__ import annotations

import json

from django.http import HttpResponse

from kundenwert.foundation.ui.toast import toast, trigger


def test_a_toast_with_a_way_back() -> None:
    answer = toast(HttpResponse(), "Kunde gelöscht", undo_url="/undo/7")
    detail = json.loads(answer.headers["HX-Trigger"])["kw:toast"]
    assert (detail["text"], detail["tone"], detail["undo"]["url"]) == ("Kunde gelöscht", "success", "/undo/7")


def test_other_events_stay() -> None:
    answer = HttpResponse(headers={"HX-Trigger": "kw:close, kw:reload"})
    events = json.loads(toast(answer, "Fertig", tone="info").headers["HX-Trigger"])
    assert events == {"kw:close": {}, "kw:reload": {}, "kw:toast": {"text": "Fertig", "tone": "info"}}
    assert list(json.loads(trigger(answer, "kw:more").headers["HX-Trigger"])) == [
        "kw:close",
        "kw:reload",
        "kw:toast",
        "kw:more",
    ]
