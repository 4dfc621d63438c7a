"""Finding a customer in the search field."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .customers import all_customers


def _name_with_umlaut(page: Page) -> tuple[str, str]:
    """A company of the demo that nobody shares its name with, and the word in it that has an ü."""
    names = [str(customer["name"]) for customer in all_customers(page)]
    for name in names:
        word = re.search(r"\b[A-Z]ü[a-z]{4,}\b", name)
        if word and names.count(name) == 1:
            return name, word.group()
    raise AssertionError("no ü in the demo")


def test_umlaut_part_and_typing_error_find_the_same_customer(page: Page) -> None:
    name, word = _name_with_umlaut(page)
    page.goto("/")
    typing_error = word[:3] + word[4:]
    for typed in (word, word.replace("ü", "ue"), word.replace("ü", "u").lower(), word[:-1], typing_error):
        field = page.get_by_role("combobox", name="Alles durchsuchen")
        field.fill(typed)
        expect(page.locator("#search-list").get_by_role("option").filter(has_text=name).first).to_be_visible()
        field.fill("")
        expect(page.locator("#search-list")).to_be_hidden()


def test_a_customer_opens_from_the_search_field_by_keyboard(page: Page) -> None:
    name, word = _name_with_umlaut(page)
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type(word.replace("ü", "u").lower())
    expect(page.locator("#search-list .is-active")).to_be_visible()
    wanted = page.locator("#search-list .is-active").filter(has_text=name)
    for _step in range(page.locator("#search-list").get_by_role("option").count()):
        if wanted.count():
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.go_back()
    expect(page).to_have_title(re.compile("Start"))


def test_number_and_end_of_telephone_number_find_their_customer(page: Page) -> None:
    customer = next(one for one in all_customers(page) if one["phone"])
    page.goto("/")
    for typed in (customer["number"], re.sub(r"\D", "", customer["phone"])[-6:]):
        page.get_by_role("combobox", name="Alles durchsuchen").fill(typed)
        expect(
            page.locator("#search-list").get_by_role("option").filter(has_text=customer["name"]).first
        ).to_be_visible()


def test_nothing_found_says_so_and_enter_leads_to_a_page_that_helps(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Alles durchsuchen").fill("qqxxyyzz")
    expect(page.locator("#search-list")).to_contain_text("Nichts gefunden")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Suche")
    expect(page.locator("main")).to_contain_text("qqxxyyzz")
