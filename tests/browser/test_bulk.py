"""Many records at once: by keyboard, of a whole list, taken back, exported."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_two_rows_are_changed_by_keyboard_and_the_change_is_undone(page: Page) -> None:
    page.goto("/customers?columns=name,city&sort=name")
    cities = page.locator("tr[data-row] td:nth-child(3)")
    before = [cities.nth(0).inner_text(), cities.nth(1).inner_text()]
    page.locator("tr[data-row] a").first.focus()
    for key in ("x", "j", "x"):
        page.keyboard.press(key)
    expect(page.get_by_text("2 ausgewählt")).to_be_visible()
    page.get_by_role("button", name="Feld ändern").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Feld", exact=True).select_option(label="Ort")
    expect(dialog.get_by_role("textbox", name="Ort")).to_be_focused()
    page.keyboard.type("Buxtehude")
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 Datensätze geändert")).to_be_visible()
    assert [cities.nth(0).inner_text(), cities.nth(1).inner_text()] == ["Buxtehude"] * 2
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_text("Rückgängig gemacht")).to_be_visible()
    page.goto("/customers?columns=name,city&sort=name")
    assert [cities.nth(0).inner_text(), cities.nth(1).inner_text()] == before


def test_all_of_a_list_are_deleted_and_come_back(page: Page) -> None:
    page.goto("/products")
    count = page.locator("[data-count]").inner_text()
    page.get_by_label("Alle gezeigten Zeilen auswählen").check()
    page.get_by_label(f"alle {count} der Liste").check()
    page.get_by_role("button", name="Löschen").click()
    expect(page.get_by_role("heading", name="Noch nichts vorhanden")).to_be_visible()
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.locator("[data-count]")).to_have_text(count)


def test_only_the_ticked_rows_leave_the_house(page: Page) -> None:
    page.goto("/customers?columns=name,city&sort=name")
    page.locator("[data-row-check]").nth(1).check()
    name = page.locator("tr[data-row] a").nth(1).inner_text()
    with page.expect_download() as begun:
        page.get_by_role("button", name="Export").click()
    lines = begun.value.path().read_text("utf-8-sig").splitlines()
    assert [line.split(";")[0].strip('"') for line in lines[1:]] == [name]
