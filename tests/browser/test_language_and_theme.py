"""German and English, light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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


@pytest.fixture
def reader(page: Page, address: str) -> Iterator[Page]:
    """A page whose reader is left with German, as all other tests want it."""
    page.goto("/")
    yield page
    token = page.evaluate("kw.token()")
    headers = {"X-CSRFToken": token, "Referer": address}
    assert page.context.request.post("/language", form={"language": "de", "next": "/imports"}, headers=headers).ok


def _choose(page: Page, menu: str, entry: str) -> None:
    page.get_by_role("button", name=re.compile(menu)).click()
    page.locator(".menu-list:popover-open").get_by_text(entry, exact=True).click()


def test_the_language_is_switched_and_each_page_speaks_only_it(reader: Page) -> None:
    found: dict[str, list[str]] = {}
    for language in ("de", "en"):
        if language == "en":
            reader.goto("/customers")
            _choose(reader, "^Konto von", "English")
            expect(reader.get_by_role("heading", level=1)).to_have_text("Customers")
        for path in PAGES:
            reader.goto(path)
            expect(reader.locator("html")).to_have_attribute("lang", language)
            wrong = foreign(visible_texts(reader), language)
            if wrong:
                found[f"{language} {path}"] = wrong
    assert found == {}


def test_numbers_follow_the_language(reader: Page) -> None:
    reader.goto("/customers/13")
    expect(reader.locator(".card-end")).to_contain_text(re.compile(r"\d,\d\d\s€"))
    _choose(reader, "^Konto von", "English")
    expect(reader.locator(".card-end")).to_contain_text(re.compile(r"€\d+\.\d\d"))


@pytest.mark.parametrize(("entry", "theme"), [("Dunkel", "dark"), ("Hell", "light")])
def test_the_theme_is_switched_at_once_and_kept(
    new_context: Callable[..., Any], sessions: Callable[[str], Any], entry: str, theme: str
) -> None:
    page = new_context(storage_state=sessions(SALES)).new_page()
    page.goto("/customers")
    with page.expect_response("**/theme"):
        _choose(page, "^Konto von", entry)
    for _look in ("at once", "on the next page"):
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
        expect(page.locator("body")).to_have_css(
            "background-color", re.compile(r"rgb\(2\d\d, ") if theme == "light" else re.compile(r"rgb\(\d\d, ")
        )
        page.goto("/products")
