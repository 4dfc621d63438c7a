"""Who signs in: colleagues of the demo company."""

from __future__ import annotations

from playwright.sync_api import Page, expect

PASSWORD = "kundenwert-demo"
ADMINISTRATOR = "demo@kundenwert.example"
SALES = "henning.lueders@ankerloh.example"
MANAGEMENT = "friederike.ankerloh@ankerloh.example"


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Through the form, as a person does; the page behind it has loaded."""
    page.goto("/sign-in")
    page.get_by_label("E-Mail-Adresse").fill(email)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="Anmelden").click()
    expect(page).not_to_have_url("**/sign-in")
