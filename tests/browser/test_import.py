"""Bringing in customers from a file, with rows that cannot be read, and taking all of it back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

ROWS = [
    "Firma;PLZ;Ort;E-Mail;Telefon;Geburtstag",
    "Importweg Fräserei Süß GmbH;34117;Kassel;info@suess-fraeserei.example;0561 701020;",
    "Importweg Möbelbau Çelik e.K.;99084;Erfurt;kein Postfach;0361 5550;",
    "Importweg Größe & Söhne OHG;04109;Leipzig;buero@groesse.example;0341 99870;",
    "Importweg Würth-Straße KG;50667;Köln;post@wuerth-strasse.example;0221 4455;31.02.1980",
    ";20095;Hamburg;ohne@name.example;;",
]


def test_bad_rows_are_told_and_the_whole_import_can_be_taken_back(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "kundenliste.csv"
    file.write_bytes("\r\n".join(ROWS).encode("cp1252"))
    page.goto("/customers")
    page.get_by_role("button", name="Mehr").click()
    page.get_by_role("menuitem", name="Import").click()
    page.get_by_label("Tabelle").set_input_files(file)
    page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("kundenliste.csv")
    expect(page.get_by_label("Trennzeichen")).to_have_value(";")
    expect(page.locator(".import-columns").get_by_role("row")).to_have_count(7)
    expect(page.locator(".import-columns")).to_contain_text("Importweg Fräserei Süß GmbH")
    expect(page.locator("#preview")).to_contain_text("Importweg Größe & Söhne OHG")
    expect(page.locator(".import-problem")).to_have_count(3)
    page.get_by_role("button", name="Import starten").click()
    expect(page.get_by_text("Der Import ist abgeschlossen")).to_be_visible()
    result = page.url
    rejected = page.locator("#problems tbody tr")
    expect(rejected).to_have_count(3)
    expect(rejected.filter(has_text="kein Postfach")).to_contain_text("E-Mail")
    expect(rejected.filter(has_text="31.02.1980")).to_contain_text("5")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Abgelehnte Zeilen als CSV").click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert "Importweg Möbelbau Çelik e.K." in text
    assert "Importweg Fräserei" not in text
    assert len(text.splitlines()) == 4
    page.goto("/customers?q=Importweg")
    expect(page.locator("tr[data-row]")).to_have_count(2)
    expect(page.locator("table")).to_contain_text("Importweg Fräserei Süß GmbH")
    page.goto("/imports")
    page.get_by_role("link", name="kundenliste.csv").first.click()
    assert page.url == result
    page.get_by_role("button", name="Ganzen Import zurücknehmen").click()
    expect(page.get_by_text("Der Import wurde zurückgenommen")).to_be_visible()
    page.goto("/customers?q=Importweg")
    expect(page.locator("tr[data-row]")).to_have_count(0)
    page.goto("/imports")
    expect(page.locator("tr[data-row]").first).to_contain_text("kundenliste.csv")
    expect(page.locator("tr[data-row]").first).to_contain_text("rückgängig gemacht")


def test_what_is_no_table_is_refused_on_the_spot(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "bild.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20)
    page.goto("/customers/import")
    page.get_by_label("Tabelle").set_input_files(file)
    page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_text("Diese Datei lässt sich nicht importieren")).to_be_visible()
    expect(page.get_by_role("button", name="Weiter")).to_be_enabled()
