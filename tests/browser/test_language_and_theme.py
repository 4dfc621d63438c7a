"""German and English, light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .people import SALES
from .words import foreign, visible_texts

PAGES = [
    "/", "/customers", "/customers/13", "/customers/new", "/search?q=qqxxyyzz", "/touchpoints", "/orders", "/products",
    "/customers/import", "/imports", "/profile", "/profile/second-factor", "/profile/sessions", "/admin/users",
    "/admin/roles", "/admin/roles/2", "/admin/audit", "/admin/jobs", "/admin/organisation",
]  # fmt: skip


def _choose(page: Page, menu: str, entry: str) -> None:
    page.get_by_role("button", name=re.compile(menu)).click()
    page.get_by_role("menuitemradio", name=entry).or_(page.get_by_role("menuitemcheckbox", name=entry)).or_(
        page.get_by_role("menuitem", name=entry)
    ).click()


def test_the_language_is_switched_and_each_page_speaks_only_it(page: Page) -> None:
    page.goto("/")
    found: dict[str, list[str]] = {}
    for language in ("de", "en"):
        if language == "en":
            page.goto("/customers")
            _choose(page, "^Konto von", "English")
            expect(page.get_by_role("heading", level=1)).to_have_text("Customers")
        for path in PAGES:
            page.goto(path)
            expect(page.locator("html")).to_have_attribute("lang", language)
            wrong = foreign(visible_texts(page), language)
            if wrong:
                found[f"{language} {path}"] = wrong
    page.goto("/")
    _choose(page, "^Account of", "Deutsch")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    assert found == {}


def test_numbers_and_dates_follow_the_language(page: Page) -> None:
    page.goto("/customers/13")
    expect(page.locator(".card-end")).to_contain_text(re.compile(r"\d,\d\d €"))
    _choose(page, "^Konto von", "English")
    expect(page.locator(".card-end")).to_contain_text(re.compile(r"€\d+\.\d\d|\d\.\d\d €"))
    _choose(page, "^Account of", "Deutsch")
    expect(page.locator(".card-end")).to_contain_text(re.compile(r"\d,\d\d €"))


@pytest.mark.parametrize(("entry", "theme"), [("Dunkel", "dark"), ("Hell", "light")])
def test_the_theme_is_switched_at_once_and_kept(
    new_context: Callable[..., Any], sessions: Callable[[str], Any], entry: str, theme: str
) -> None:
    page = new_context(storage_state=sessions(SALES)).new_page()
    page.goto("/customers")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    with page.expect_response("**/theme"):
        _choose(page, "^Konto von", entry)
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    assert (page.evaluate("getComputedStyle(document.body).backgroundColor") != before) == (theme == "dark" or before != _white(page))


def _white(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
