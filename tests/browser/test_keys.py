"""Working by keyboard: palette, jumps, help, lists."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect


def _row(page: Page, at: int) -> str:
    return page.locator("tr[data-row] td:nth-child(2) a").nth(at).inner_text()


def test_the_palette_creates_and_goes(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("neu kunde")
    expect(page.locator("#palette .is-active")).to_have_text(re.compile("Neu: Kunde"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neu: Kunde")
    page.keyboard.press("Control+k")
    page.keyboard.type("produkte")
    expect(page.locator("#palette .is-active")).to_contain_text("Produkte")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Produkte")


def test_the_palette_finds_customers_and_escape_closes_it(page: Page) -> None:
    page.goto("/customers")
    name = _row(page, 0)
    page.keyboard.press("Control+k")
    page.keyboard.type(name)
    expect(page.locator("#palette").get_by_role("option", name=name).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Befehl oder Suche")).to_be_focused()


@pytest.mark.parametrize(
    ("letter", "heading"),
    [("k", "Kunden"), ("a", "Ansprechpartner"), ("i", "Importe"), ("h", None)],
)
def test_g_and_a_letter_jump(page: Page, letter: str, heading: str | None) -> None:
    page.goto("/products")
    page.keyboard.press("g")
    page.keyboard.press(letter)
    if heading:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    else:
        expect(page).to_have_title(re.compile("Start"))


def test_letters_in_a_field_are_only_letters(page: Page) -> None:
    page.goto("/customers/new")
    page.get_by_label("Name", exact=True).press_sequentially("gk/?[nj")
    expect(page.get_by_label("Name", exact=True)).to_have_value("gk/?[nj")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neu: Kunde")
    expect(page.locator("#help")).to_be_hidden()


def test_help_names_the_keys_and_the_places(page: Page) -> None:
    page.goto("/customers")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Hilfe und Tasten")
    expect(help_).to_be_visible()
    expect(help_).to_contain_text("Ansprechpartner")
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()


def test_a_list_by_keyboard_only(page: Page) -> None:
    page.goto("/customers")
    names = [_row(page, at) for at in range(3)]
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator("tr[data-row] td:nth-child(2) a").nth(1)).to_be_focused()
    page.keyboard.press("Space")
    drawer = page.locator("#drawer")
    expect(drawer.get_by_role("heading").first).to_have_text(names[1])
    page.keyboard.press("ArrowDown")
    expect(drawer.get_by_role("heading").first).to_have_text(names[2])
    page.keyboard.press("Space")
    expect(drawer.get_by_role("heading")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(names[2])
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kunden")


def test_tab_reaches_the_skip_link_first_and_the_focus_is_seen(page: Page) -> None:
    page.goto("/imports")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Zum Inhalt springen")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
