"""Changing a value in place."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .card import edit, fact
from .customers import make_customer


def test_a_telephone_number_is_typed_and_shown_nationally_and_the_toast_takes_it_back(page: Page) -> None:
    page.goto(make_customer(page, name="Telefonwechsel Stanzerei GmbH", phone="0711 8910111"))
    expect(fact(page, "Telefon")).to_contain_text("0711 8910111")
    field = edit(page, "Telefon")
    expect(field).to_be_focused()
    expect(field).to_have_value("0711 8910111")
    field.fill("(089) 21 80-47 11")
    page.keyboard.press("Enter")
    expect(fact(page, "Telefon")).to_contain_text("089 21804711")
    page.reload()
    expect(fact(page, "Telefon")).to_contain_text("089 21804711")
    field = edit(page, "Telefon")
    field.fill("0561 7010")
    page.keyboard.press("Enter")
    page.locator("#toasts").get_by_role("button", name="Rückgängig").click()
    expect(page.locator("#toasts")).to_contain_text("Rückgängig gemacht")
    expect(fact(page, "Telefon")).to_contain_text("089 21804711")
    page.reload()
    expect(fact(page, "Telefon")).to_contain_text("089 21804711")


def test_a_wrong_number_is_explained_and_kept_and_escape_brings_the_old_one_back(page: Page) -> None:
    page.goto(make_customer(page, name="Falschnummer Schmiede GmbH", phone="0711 8910112"))
    edit(page, "Telefon").fill("Durchwahl 12")
    page.keyboard.press("Enter")
    expect(fact(page, "Telefon").get_by_role("alert")).to_be_visible()
    expect(fact(page, "Telefon").locator("input:not([type=hidden])")).to_have_value("Durchwahl 12")
    page.keyboard.press("Escape")
    expect(fact(page, "Telefon")).to_contain_text("0711 8910112")
    expect(fact(page, "Telefon").locator("form")).to_have_count(0)


def test_f2_changes_a_value_and_the_focus_returns(page: Page) -> None:
    page.goto(make_customer(page, name="Tastenweg Gießerei GmbH", city="Siegen"))
    button = fact(page, "Ort").get_by_role("button", name="Ort ändern")
    button.focus()
    page.keyboard.press("F2")
    expect(fact(page, "Ort").locator("form input:not([type=hidden])")).to_be_focused()
    page.keyboard.type("Olpe")
    page.keyboard.press("Enter")
    expect(fact(page, "Ort")).to_contain_text("Olpe")
    expect(button).to_be_focused()


def test_two_people_change_one_field_and_the_second_sees_both_and_decides(page: Page, colleague: Page) -> None:
    card = make_customer(page, name="Doppelt Bearbeitet GmbH", city="Fulda")
    for side in (page, colleague):
        side.goto(card)
        edit(side, "Ort")
    mine = colleague.locator(".card-facts form input:not([type=hidden])")
    page.locator(".card-facts form input:not([type=hidden])").fill("Kassel")
    page.keyboard.press("Enter")
    expect(fact(page, "Ort")).to_contain_text("Kassel")
    mine.fill("Marburg")
    colleague.keyboard.press("Enter")
    expect(fact(colleague, "Ort").get_by_role("alert")).to_contain_text("Kassel")
    expect(mine).to_have_value("Marburg")
    colleague.get_by_role("button", name="Meine Änderung speichern").click()
    expect(fact(colleague, "Ort").locator("form")).to_have_count(0)
    for side in (page, colleague):
        side.reload()
        expect(fact(side, "Ort")).to_contain_text("Marburg")
        expect(side.locator("#timeline article").filter(has_text="Kassel").filter(has_text="Marburg")).to_be_visible()


def test_the_second_may_also_keep_what_the_first_wrote(page: Page, colleague: Page) -> None:
    card = make_customer(page, name="Nachgegeben GmbH", city="Fulda")
    for side in (page, colleague):
        side.goto(card)
        edit(side, "Ort")
    page.locator(".card-facts form input:not([type=hidden])").fill("Kassel")
    page.keyboard.press("Enter")
    expect(fact(page, "Ort")).to_contain_text("Kassel")
    colleague.locator(".card-facts form input:not([type=hidden])").fill("Marburg")
    colleague.keyboard.press("Enter")
    colleague.get_by_role("button", name="Fremde Änderung behalten").click()
    expect(fact(colleague, "Ort").locator("form")).to_have_count(0)
    expect(fact(colleague, "Ort")).to_contain_text("Kassel")
    page.reload()
    expect(fact(page, "Ort")).to_contain_text("Kassel")
