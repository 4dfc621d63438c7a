"""The facts of a card, as a person finds them: by their label."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def fact(page: Page, label: str) -> Locator:
    """The row of a fact in the left column."""
    return page.locator(".card-facts .fact").filter(has=page.get_by_text(label, exact=True))


def edit(page: Page, label: str) -> Locator:
    """Opens a fact for editing and gives its field, once it is there: what it holds is what it was asked for."""
    row = fact(page, label)
    row.hover()
    row.get_by_role("button", name=f"{label} ändern").locator(".icon").click()
    field = row.locator("form input:not([type=hidden]), form select, form textarea").first
    field.wait_for()
    return field
