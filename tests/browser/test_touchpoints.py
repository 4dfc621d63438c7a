"""Noting what happened with a customer."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from .customers import make_customer


def _newest(page: Page) -> Locator:
    return page.locator("#timeline article").first


def test_a_call_stands_on_top_of_the_timeline_and_is_kept(page: Page) -> None:
    page.goto(make_customer(page, name="Anrufziel Blechbau GmbH"))
    page.locator("#composer").get_by_role("radio", name="Anruf").check()
    page.get_by_label("Betreff").fill("Liefertermin bestätigt")
    page.locator("#composer").get_by_role("radio", name="eingehend").check()
    page.locator("#composer textarea").fill("Kommt am Freitag vor zehn Uhr.")
    page.locator("#composer").get_by_role("button", name="Speichern").click()
    expect(page.locator("#toasts")).to_contain_text("Im Verlauf gespeichert")
    for _look in ("at once", "loaded again"):
        expect(_newest(page)).to_contain_text("Liefertermin bestätigt")
        expect(_newest(page)).to_contain_text("Kommt am Freitag vor zehn Uhr.")
        expect(_newest(page)).to_contain_text("Dana Demo")
        expect(_newest(page).get_by_label("eingehend")).to_be_visible()
        expect(page.locator("#composer textarea")).to_have_value("")
        page.reload()


def test_a_note_by_keyboard_and_an_empty_one_is_refused(page: Page) -> None:
    page.goto(make_customer(page, name="Notizziel Drahtwerk GmbH"))
    page.keyboard.press("n")
    expect(page.locator("#composer textarea")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#composer").get_by_role("alert")).to_be_visible()
    page.locator("#composer textarea").fill("Möchte den neuen Katalog.")
    page.keyboard.press("Control+Enter")
    expect(_newest(page)).to_contain_text("Möchte den neuen Katalog.")


def test_the_timeline_shows_only_calls_where_asked(page: Page) -> None:
    page.goto(make_customer(page, name="Filterziel Lackiererei GmbH"))
    page.locator("#composer textarea").fill("Nur eine Notiz.")
    page.keyboard.press("Control+Enter")
    expect(_newest(page)).to_contain_text("Nur eine Notiz.")
    page.locator("#timeline").get_by_role("button", name="Anrufe").click()
    expect(page.locator("#timeline").get_by_role("button", name="Anrufe")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#timeline")).not_to_contain_text("Nur eine Notiz.")
    page.locator("#timeline").get_by_role("button", name="Notizen").click()
    expect(_newest(page)).to_contain_text("Nur eine Notiz.")
