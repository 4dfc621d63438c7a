"""Signing in and out."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .people import ADMINISTRATOR, PASSWORD, sign_in


def test_a_wrong_password_is_refused_and_the_right_one_opens_the_page_asked_for(stranger: Page) -> None:
    stranger.goto("/customers")
    expect(stranger.get_by_role("heading", name="Anmelden")).to_be_visible()
    stranger.get_by_label("E-Mail-Adresse").fill(ADMINISTRATOR)
    stranger.locator("[name=password]").fill("falsch")
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("alert")).to_contain_text("E-Mail-Adresse oder Passwort")
    expect(stranger.get_by_label("E-Mail-Adresse")).to_have_value(ADMINISTRATOR)
    stranger.locator("[name=password]").fill(PASSWORD)
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("heading", name="Kunden", exact=True)).to_be_visible()
    assert stranger.url.endswith("/customers")


def test_after_signing_out_the_back_button_shows_nothing(stranger: Page) -> None:
    sign_in(stranger, ADMINISTRATOR)
    stranger.goto("/customers")
    expect(stranger.locator("tr[data-row]").first).to_be_visible()
    name = stranger.locator("tr[data-row] a").first.inner_text()
    stranger.get_by_role("button", name="Konto von Dana Demo").click()
    stranger.get_by_role("menuitem", name="Abmelden").click()
    expect(stranger.get_by_role("heading", name="Anmelden")).to_be_visible()
    stranger.go_back()
    expect(stranger.get_by_role("heading", name="Anmelden")).to_be_visible()
    expect(stranger.get_by_text(name)).to_have_count(0)
