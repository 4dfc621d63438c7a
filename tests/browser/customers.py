"""Customers that a test works on, so that no test stands in another's way."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page


def make_customer(page: Page, **fields: str) -> str:
    """Sends the form for a new company and gives the address of its card; `page` stays where it is."""
    form = page.context.request.get("/customers/new").text()
    token = form.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    values = {"kind": "company", "stage": "prospect", "country": "DE", **fields, "csrfmiddlewaretoken": token}
    answer = page.context.request.post("/customers/new", form=values)
    assert answer.ok, answer.text()
    return answer.url


def all_customers(page: Page) -> list[dict[str, Any]]:
    """What the export of the list says, by name."""
    answer = page.context.request.get("/customers/export?format=jsonl&all=1")
    assert answer.ok
    return [json.loads(line) for line in answer.text().splitlines()]
