"""One program and one Chromium for all tests of this folder, a fresh browser context for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .chromium import find_chromium, running_chromium
from .people import ADMINISTRATOR, SALES, sign_in
from .program import running_program
from .watch import Watch

HERE = Path(__file__).parent
PATIENCE = 30_000
"""Milliseconds a condition may take: the machine may be busy."""

NewContext = Callable[..., BrowserContext]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # two groups of the same length, for two processes
            item.add_marker(pytest.mark.xdist_group(f"browser-{item.path.stem == 'test_accessibility'}"))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium here: apt install chromium, or name one in KUNDENWERT_CHROMIUM")
    expect.set_options(timeout=PATIENCE)
    with running_chromium(path) as browser:
        yield browser


@pytest.fixture(scope="package")
def address(chromium: Browser) -> Iterator[str]:
    """Of the running program."""
    with running_program() as found:
        yield found


@pytest.fixture
def watches() -> Iterator[list[Watch]]:
    """Of all contexts of a test; whatever went wrong in one of them fails it."""
    made: list[Watch] = []
    yield made
    assert [fault for watch in made for fault in watch.faults] == []


@pytest.fixture
def new_context(chromium: Browser, address: str, watches: list[Watch]) -> Iterator[NewContext]:
    """Makes a German browser of its own, watched; further options are Playwright's."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        given = {
            "locale": "de-DE",
            "timezone_id": "Europe/Berlin",
            "viewport": {"width": 1366, "height": 820},
            **options,
        }
        context = chromium.new_context(base_url=address, **given)
        context.set_default_timeout(PATIENCE)
        made.append(context)
        watches.append(Watch(context, address))
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def watch(page: Page, watches: list[Watch]) -> Watch:
    """Of the context of `page`."""
    return watches[0]


@pytest.fixture
def stranger(new_context: NewContext) -> Page:
    """A page of somebody who has not signed in."""
    return new_context().new_page()


@pytest.fixture(scope="package")
def sessions(chromium: Browser, address: str) -> Callable[[str], Any]:
    """Signs a colleague in once and gives what a browser keeps of it."""
    kept: dict[str, Any] = {}

    def session(email: str) -> Any:
        if email not in kept:
            context = chromium.new_context(base_url=address, locale="de-DE")
            context.set_default_timeout(PATIENCE)
            sign_in(context.new_page(), email)
            kept[email] = context.storage_state()
            context.close()
        return kept[email]

    return session


@pytest.fixture
def page(new_context: NewContext, sessions: Callable[[str], Any]) -> Page:
    """A page of the administrator."""
    return new_context(storage_state=sessions(ADMINISTRATOR)).new_page()


@pytest.fixture
def colleague(new_context: NewContext, sessions: Callable[[str], Any]) -> Page:
    """A page of somebody of the sales team, in a browser of her own."""
    return new_context(storage_state=sessions(SALES)).new_page()


@pytest.fixture
def telephone(new_context: NewContext, sessions: Callable[[str], Any]) -> Page:
    """A page of the administrator on a telephone, 390 px wide."""
    small = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    return new_context(storage_state=sessions(ADMINISTRATOR), **small).new_page()
