"""On a telephone: 390 px to work, 360 px to fit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .customers import make_customer


def test_find_open_call_and_log(telephone: Page) -> None:
    page = telephone
    card = make_customer(page, name="Unterwegs Rohrleitungsbau GmbH", phone="0711 8910113", city="Ulm")
    page.goto("/")
    page.get_by_role("navigation", name="Schnellzugriff").get_by_role("button", name="Suche").tap()
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("rohrleitungsbau")
    page.locator("#search-list").get_by_role("option", name="Unterwegs Rohrleitungsbau GmbH").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("Unterwegs Rohrleitungsbau GmbH")
    assert page.url == card
    call = page.locator(".page-actions").get_by_role("link", name="0711 8910113")
    expect(call).to_be_in_viewport()
    expect(call).to_have_attribute("href", "tel:+497118910113")
    box = call.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.locator("#composer").get_by_role("radio", name="Anruf").tap()
    page.locator("#composer textarea").fill("Von unterwegs angerufen.")
    page.locator("#composer").get_by_role("button", name="Speichern").tap()
    expect(page.locator("#timeline article").first).to_contain_text("Von unterwegs angerufen.")
    page.reload()
    expect(page.locator("#timeline article").first).to_contain_text("Von unterwegs angerufen.")


def test_the_menu_opens_over_the_page_and_leads_on(telephone: Page) -> None:
    telephone.goto("/")
    expect(telephone.locator(".sidebar").get_by_role("link", name="Produkte")).not_to_be_in_viewport()
    telephone.get_by_role("button", name="Menü öffnen").tap()
    telephone.locator(".sidebar").get_by_role("link", name="Produkte").tap()
    expect(telephone.get_by_role("heading", level=1)).to_have_text("Produkte")


@pytest.mark.parametrize(
    "path",
    ["/", "/customers", "card", "/customers/new", "/customers/import", "/orders", "order", "/imports", "/profile"],
)
def test_nothing_is_wider_than_360_px(telephone: Page, path: str) -> None:
    page = telephone
    page.set_viewport_size({"width": 360, "height": 740})
    if path in {"card", "order"}:
        page.goto("/customers" if path == "card" else "/orders")
        path = page.locator("tr[data-row] td:nth-child(2) a").first.get_attribute("href") or ""
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(OUTSIDE) == []


OUTSIDE = """() => {
  const clipped = (box) => {
    for (let at = box.parentElement; at; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== "visible" && at.getBoundingClientRect().right <= innerWidth + 1) return true;
    return false;
  };
  return [...document.querySelectorAll("main *")]
    .filter((box) => box.getBoundingClientRect().right > innerWidth + 1 && box.checkVisibility() && !clipped(box))
    .map((box) => `${box.tagName}.${box.className} ${box.textContent.trim().slice(0, 40)}`);
}"""
"""What reaches over the right edge and nobody can scroll to."""
