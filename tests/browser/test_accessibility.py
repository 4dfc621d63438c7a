"""WCAG 2.2 AA as far as axe can see it, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .customers import make_customer

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
PAGES = [
    "/", "/customers", "/customers/13", "/customers/new", "/search?q=muller", "/orders", "/customers/import", "/customers/bin", "/imports",
    "/profile", "/profile/second-factor", "/admin/users", "/admin/roles", "/admin/roles/2", "/admin/audit", "/admin/jobs",
    "/admin/organisation", "/styleguide",
]  # fmt: skip


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Any:
    """Each test in both; set before a page is loaded, since colours follow a change by frames."""
    return request.param


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule, place, what to do. Only the colours differ in the dark."""
    if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"):
        return _axe(page, {"type": "rule", "values": ["color-contrast", "link-in-text-block"]})
    return _axe(page, {"type": "tag", "values": TAGS})


def _wear(page: Page, theme: Any) -> None:
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")


def _axe(page: Page, which: dict[str, Any]) -> list[str]:
    options = {"runOnly": which, "resultTypes": ["violations"]}
    response: dict[str, Any] = Axe().run(page, options=options).response
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in response["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible(page: Page, path: str, theme: Any) -> None:
    _wear(page, theme)
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert violations(page) == []


def test_the_way_in_is_accessible(stranger: Page, theme: Any) -> None:
    _wear(stranger, theme)
    stranger.goto("/sign-in")
    assert violations(stranger) == []
    stranger.locator("[name=username]").fill("nobody@firma.example")
    stranger.locator("[name=password]").fill("falsch")
    stranger.keyboard.press("Enter")
    expect(stranger.get_by_role("alert")).to_be_visible()
    assert violations(stranger) == []
    stranger.goto("/password-forgotten")
    assert violations(stranger) == []


def test_an_import_is_accessible_at_each_step(page: Page, tmp_path: Path, theme: Any) -> None:
    _wear(page, theme)
    file = tmp_path / "axtweg.csv"
    file.write_text("Firma;E-Mail\nAxtweg GmbH;kein Postfach\nAxtweg Zwei GmbH;post@axtweg.example\n", "utf-8")
    page.goto("/customers/import")
    page.get_by_label("Tabelle").set_input_files(file)
    page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_role("button", name="Import starten")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Import starten").click()
    expect(page.get_by_text("Der Import ist abgeschlossen")).to_be_visible()
    assert violations(page) == []


def test_what_opens_on_a_card_is_accessible(page: Page, theme: Any) -> None:
    _wear(page, theme)
    page.goto(make_customer(page, name="Offen stehend GmbH", phone="0711 8910114"))
    page.get_by_role("button", name="Telefon ändern").press("Enter")
    expect(page.locator(".card-facts form")).to_be_visible()
    page.get_by_role("button", name="Mehr").click()
    assert violations(page) == []


def test_what_opens_on_a_list_is_accessible(page: Page, theme: Any) -> None:
    _wear(page, theme)
    page.goto("/customers")
    page.get_by_role("button", name="Filtern").click()
    page.locator("summary").get_by_text("Phase", exact=True).click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    for button in ("Spalten", "Ansicht speichern", "Konto von Dana Demo"):
        page.get_by_role("button", name=button).click()
        assert violations(page) == []
        page.keyboard.press("Escape")
    page.locator("tr[data-row] a").first.focus()
    page.keyboard.press("x")
    expect(page.get_by_text("1 ausgewählt")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Feld ändern").click()
    page.get_by_role("dialog").get_by_label("Feld", exact=True).select_option(label="Schlagworte")
    expect(page.get_by_role("dialog").get_by_text("Hinzufügen")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("tr[data-row] a").first.focus()
    page.keyboard.press("Space")
    expect(page.locator("#drawer").get_by_role("heading").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Control+k")
    page.keyboard.type("mul")
    expect(page.locator("[data-palette-search] .option").first).to_be_visible()
    assert violations(page) == []
