"""The list: links that are links, further rows while scrolling, sorting, searching."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def test_middle_and_ctrl_click_open_a_new_tab(page: Page) -> None:
    page.goto("/customers")
    link = page.locator("tr[data-row] td:nth-child(2) a").first
    name = link.inner_text()
    for how in ({"button": "middle"}, {"modifiers": ["Control"]}):
        with page.context.expect_page() as opened:
            link.click(**how)
        expect(opened.value.get_by_role("heading", level=1)).to_have_text(name)
    cell = page.locator("tr[data-row]").first.locator("td").nth(2)
    for how in ({"button": "middle"}, {"modifiers": ["Control"]}):
        with page.context.expect_page() as opened:
            cell.click(**how)
        expect(opened.value.get_by_role("heading", level=1)).to_have_text(name)
    assert len(page.context.pages) == 5
    expect(page.get_by_role("heading", level=1)).to_have_text("Kunden")
    cell.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_scrolling_loads_the_next_rows_until_the_end(page: Page) -> None:
    page.goto("/customers")
    rows = page.locator("tr[data-row]")
    expect(rows).to_have_count(50)
    rows.last.scroll_into_view_if_needed()
    expect(rows).to_have_count(100)
    names = page.locator("tr[data-row]").evaluate_all("rows => rows.map(row => row.dataset.id)")
    assert len(set(names)) == 100


def test_the_keys_go_on_into_the_next_rows(page: Page) -> None:
    page.goto("/customers")
    rows = page.locator("tr[data-row]")
    rows.nth(48).locator("a").first.focus()
    page.keyboard.press("j")
    expect(rows.nth(60)).to_be_attached()
    for _row in range(3):
        page.keyboard.press("j")
    expect(rows.nth(52).locator("a").first).to_be_focused()


def test_a_header_sorts_up_and_down_by_german_order(page: Page) -> None:
    page.goto("/customers")
    page.get_by_role("columnheader", name="Ort").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="Ort")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("columnheader", name="Ort").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="Ort")).to_have_attribute("aria-sort", "descending")
    page.reload()
    expect(page.get_by_role("columnheader", name="Ort")).to_have_attribute("aria-sort", "descending")
    page.go_back()
    expect(page.get_by_role("columnheader", name="Ort")).to_have_attribute("aria-sort", "ascending")


def test_the_list_is_searched_and_an_empty_answer_offers_the_way_back(page: Page) -> None:
    page.goto("/customers")
    page.get_by_role("searchbox", name="In dieser Liste suchen").fill("qqxxyyzz")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Keine Treffer")).to_be_visible()
    page.get_by_role("link", name=re.compile("Filter entfernen")).click()
    expect(page.locator("tr[data-row]")).to_have_count(50)
