"""Saved views."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .people import ADMINISTRATOR, sign_in


def test_a_view_keeps_filter_and_columns_stands_in_the_menu_and_can_be_deleted(stranger: Page) -> None:
    page = stranger  # its own session: a choice of columns is kept there
    sign_in(page, ADMINISTRATOR)
    page.goto("/customers")
    page.get_by_role("button", name="Filtern").click()
    page.locator("summary").get_by_text("Ort", exact=True).click()
    page.get_by_role("textbox", name="Ort").fill("Hannover")
    page.get_by_role("button", name="Anwenden").locator("visible=true").click()
    expect(page.locator(".chip").filter(has_text="Hannover")).to_be_visible()
    expect(page.locator("tr[data-row]").first).to_contain_text("Hannover")
    filtered = page.locator("tr[data-row]").count()
    page.get_by_role("button", name="Spalten").click()
    page.get_by_role("checkbox", name="Telefon", exact=True).uncheck()
    expect(page.get_by_role("columnheader", name="Telefon")).to_have_count(0)
    expect(page.locator(".chip").filter(has_text="Hannover")).to_be_visible()
    page.get_by_role("button", name="Ansicht speichern").click()
    page.get_by_label("Name der Ansicht").fill("Hannover ohne Telefon")
    page.get_by_role("button", name="Als neue Ansicht speichern").click()
    expect(page.locator("#toasts")).to_contain_text("Hannover ohne Telefon")
    page.goto("/")
    page.reload()
    page.locator(".sidebar").get_by_role("link", name="Hannover ohne Telefon").click()
    expect(page.locator("tr[data-row]")).to_have_count(filtered)
    expect(page.get_by_role("columnheader", name="Ort")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Telefon")).to_have_count(0)
    page.get_by_role("button", name="Ansicht speichern").click()
    page.get_by_role("button", name="Diese Ansicht löschen").click()
    expect(page.locator("#toasts")).to_contain_text("Hannover ohne Telefon")
    page.reload()
    expect(page.locator(".sidebar").get_by_role("link", name="Hannover ohne Telefon")).to_have_count(0)
