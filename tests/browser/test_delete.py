"""Deleting a customer, and having it back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .customers import make_customer
from .watch import Watch


def test_a_deleted_customer_is_gone_and_undo_brings_it_back(page: Page, watch: Watch) -> None:
    card = make_customer(page, name="Löschweg Kabelbau GmbH", city="Gera")
    page.goto(card)
    page.get_by_role("button", name="Mehr").click()
    page.get_by_role("menuitem", name="Löschen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kunden")
    expect(page.locator("#toasts")).to_contain_text("Löschweg Kabelbau GmbH")
    assert page.context.request.get(card).status == 404
    page.locator("#toasts").get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Löschweg Kabelbau GmbH")
    assert page.url == card
    page.reload()
    expect(page.locator(".card-facts")).to_contain_text("Gera")


def test_a_card_that_is_gone_says_so_kindly(page: Page, watch: Watch) -> None:
    watch.allow(404)
    page.goto("/customers/99999999")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Zur Startseite").click()
    expect(page.locator(".sidebar")).to_be_visible()
