"""A second factor: set up with an authenticator app, asked for at the next sign-in."""

from __future__ import annotations

import base64
import re
import time

from django_otp.oath import TOTP
from playwright.sync_api import Page, expect

from .people import MANAGEMENT, PASSWORD, sign_in


def _code(secret: str, *, step: int = 0) -> str:
    """What the app shows, from the secret as a person types it; `step` 1 is the code that follows."""
    clock = TOTP(base64.b32decode(secret), drift=step)
    clock.time = time.time()
    return f"{clock.token():06d}"


def test_set_up_and_sign_in_with_a_code_and_with_a_recovery_code(stranger: Page) -> None:
    sign_in(stranger, MANAGEMENT)
    stranger.goto("/profile/second-factor")
    expect(stranger.get_by_role("img", name="QR-Code")).to_be_visible()
    secret = re.sub(r"[^A-Z2-7]", "", stranger.locator("code, pre").first.inner_text())
    code = stranger.get_by_label(re.compile("Code"), exact=False).and_(stranger.locator("input"))
    code.fill("000000")
    stranger.get_by_role("button", name="Einschalten").click()
    expect(code).to_have_attribute("aria-invalid", "true")
    code.fill(_code(secret))
    stranger.get_by_role("button", name="Einschalten").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Notfallcodes")
    recovery = stranger.locator("code, pre").first.inner_text().split()
    stranger.get_by_role("button", name=re.compile("^Konto von")).click()
    stranger.get_by_role("menuitem", name="Abmelden").click()
    for answer in (_code(secret, step=1), recovery[0]):
        sign_in(stranger, MANAGEMENT, PASSWORD)
        expect(stranger.get_by_role("heading", level=1)).to_have_text("Zweiter Faktor")
        stranger.goto("/customers")
        expect(stranger.get_by_role("heading", level=1)).to_have_text("Zweiter Faktor")
        stranger.locator("[name=code]").fill(answer)
        stranger.keyboard.press("Enter")
        expect(stranger.get_by_role("heading", level=1)).to_have_text("Kunden")
        stranger.get_by_role("button", name=re.compile("^Konto von")).click()
        stranger.get_by_role("menuitem", name="Abmelden").click()
        expect(stranger.get_by_role("heading", level=1)).to_have_text("Anmelden")
