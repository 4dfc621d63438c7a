"""Entering a new customer."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .customers import make_customer


def test_a_field_error_keeps_what_was_typed_and_says_where(page: Page) -> None:
    page.goto("/customers/new")
    page.get_by_label("Name", exact=True).fill("Formularweg Härterei GmbH")
    page.get_by_label("E-Mail").fill("kein Postfach")
    page.get_by_label("Ort", exact=True).fill("Siegen")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_label("E-Mail")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("E-Mail")).to_have_value("kein Postfach")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Formularweg Härterei GmbH")
    expect(page.get_by_label("Ort", exact=True)).to_have_value("Siegen")
    page.get_by_label("E-Mail").fill("post@haerterei.example")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Formularweg Härterei GmbH")
    expect(page.locator("#toasts")).to_contain_text("Formularweg Härterei GmbH")
    page.reload()
    expect(page.locator(".card-facts")).to_contain_text("post@haerterei.example")


def test_whoever_is_there_already_is_named_while_typing(page: Page) -> None:
    card = make_customer(page, name="Schraubengroßhandel Übermut GmbH", city="Trier")
    page.goto("/customers/new")
    page.get_by_label("Name", exact=True).press_sequentially("Schraubengrosshandel Uebermut")
    warning = page.locator("#duplicates")
    expect(warning).to_contain_text("Vielleicht schon vorhanden:")
    expect(warning.get_by_role("link", name="Schraubengroßhandel Übermut GmbH")).to_be_visible()
    with page.context.expect_page() as opened:
        warning.get_by_role("link", name="Schraubengroßhandel Übermut GmbH").click()
    assert opened.value.url == card
    expect(page.get_by_label("Name", exact=True)).to_have_value("Schraubengrosshandel Uebermut")


def test_a_person_has_other_fields_than_a_company(page: Page) -> None:
    page.goto("/customers/new")
    expect(page.get_by_label("Vorname")).to_be_hidden()
    page.get_by_label("Art").select_option(label="Person")
    expect(page.get_by_label("Vorname")).to_be_visible()
    expect(page.get_by_label("Name", exact=True)).to_be_hidden()
    page.get_by_label("Vorname").fill("Änne")
    page.get_by_label("Nachname").fill("Formularweg")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Änne Formularweg")
