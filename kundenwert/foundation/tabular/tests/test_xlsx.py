# ruff: noqa: DTZ001 - a cell holds the clock's time without a zone
from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.shape import FileShape, inspect_file
from kundenwert.foundation.tabular.source import open_table
from kundenwert.foundation.tabular.tests.reading import cells, read, told
from kundenwert.foundation.tabular.tests.workbooks import with_sheet_xml, workbook


def all_kinds(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Kunden")
    day, moment, clock, span = (
        book.add_format({"num_format": text}) for text in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm", "hh:mm", "[h]:mm")
    )
    sheet.write_row(0, 0, ["Text", "Ganz", "Zahl", "Ja", "Tag", "Moment", "Zeit", "Dauer", "Leer"])
    sheet.write_row(1, 0, ["Müller", 5, 5.5, True])
    sheet.write_datetime(1, 4, datetime(2026, 11, 22), day)
    sheet.write_datetime(1, 5, datetime(2026, 11, 22, 14, 30), moment)
    sheet.write_datetime(1, 6, time(14, 30), clock)
    sheet.write_datetime(1, 7, timedelta(hours=30), span)
    sheet.write_row(3, 0, ["#REF!", 1e20, -3.0])


def test_cells_have_their_kinds(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", all_kinds)
    names = ("Text", "Ganz", "Zahl", "Ja", "Tag", "Moment", "Zeit", "Dauer", "Leer")
    assert inspect_file(path) == FileShape("xlsx", "", "", "", "Kunden", ("Kunden",), 1, names)
    rows = read(path)
    assert [row.number for row in rows] == [2, 4]
    assert rows[0].cells == (
        "Müller",
        5,
        5.5,
        True,
        date(2026, 11, 22),
        datetime(2026, 11, 22, 14, 30),
        time(14, 30),
        timedelta(hours=30),
        None,
    )
    assert rows[1].cells == ("#REF!", 1e20, -3, *[None] * 6)
    assert [type(rows[0].cells[1]), type(rows[1].cells[2]), rows[1].problem] == [int, int, None]


def test_xlsx_under_any_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "upload.csv", all_kinds)
    assert inspect_file(path).kind == "xlsx"


def test_failed_formulas_are_a_problem_of_their_row(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(2, 1, ["Name", "Summe", "Rest"])
        sheet.write_row(3, 1, ["Müller", 5, 1])
        sheet.write_string(4, 1, "Meier")
        sheet.write_formula(4, 2, "=1/0", None, "#DIV/0!")
        sheet.write_formula(4, 3, "=X", None, "#NAME?")
        sheet.write_row(5, 1, ["Ende", 6, 2])

    rows = read(workbook(tmp_path / "a.xlsx", fill))
    assert [(row.number, row.problem) for row in rows] == [
        (4, None),
        (5, "The row holds formulas that failed: C5 (#DIV/0!), D5 (#NAME?)."),
        (6, None),
    ]


def test_merged_titles_above_the_header(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 3, "Kundenliste 2026")
        sheet.write_row(3, 0, ["Nr", "Name", "Name", ""])
        sheet.write_row(4, 0, [1, "Müller", "Köln", "Rest"])

    path = workbook(tmp_path / "a.xlsx", fill)
    shape = inspect_file(path)
    assert (shape.header_row, shape.columns) == (4, ("Nr", "Name", "Name (2)", "Column 4"))
    assert [(row.number, row.cells) for row in read(path)] == [(5, (1, "Müller", "Köln", "Rest"))]


def sheets(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Leer")
    hidden = book.add_worksheet("Versteckt")
    hidden.write_row(0, 0, ["Geheim"])
    hidden.hide()
    book.add_worksheet("Ärzte & Co").write_row(0, 0, ["Name", "Ort"])
    book.add_worksheet("Zweite").write_row(0, 0, ["Zwei"])


def test_first_visible_sheet_with_a_table_is_chosen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", sheets)
    shape = inspect_file(path)
    assert (shape.sheet, shape.sheets) == ("Ärzte & Co", ("Leer", "Ärzte & Co", "Zweite"))
    assert inspect_file(path, sheet="Zweite").columns == ("Zwei",)
    assert inspect_file(path, sheet="Versteckt").columns == ("Geheim",)
    with pytest.raises(TableError, match="has no sheet “Dritte”"):
        inspect_file(path, sheet="Dritte")
    with pytest.raises(TableError, match="no header"):
        inspect_file(path, sheet="Leer")


def test_workbook_without_a_table(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", lambda book: book.add_worksheet())
    with pytest.raises(TableError, match="no visible sheet"):
        inspect_file(path)


def test_workbook_of_another_program(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Name", "Datum"], ["Müller", date(2026, 11, 22)], ["Größe\nzwei", datetime(2026, 1, 1, 12)]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx") == [
        ("Müller", date(2026, 11, 22)),
        ("Größe\nzwei", datetime(2026, 1, 1, 12)),
    ]


def test_rows_and_cells_without_places(tmp_path: Path) -> None:
    path = with_sheet_xml(
        tmp_path / "a.xlsx",
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><v>3</v></c><c><v>4.5</v></c></row>',
        ["Nr", "Preis"],
    )
    assert cells(path) == [(3, 4.5)]


def test_far_cell_that_is_only_formatted_does_no_harm(tmp_path: Path) -> None:
    path = with_sheet_xml(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="1"/></row>',
        ["Nr"],
    )
    assert inspect_file(path).columns == ("Nr",)


def test_progress_of_a_workbook(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Nr", "Name"])
        for number in range(1, 5001):
            sheet.write_row(number, 0, [number, "Müller"])

    path = workbook(tmp_path / "a.xlsx", fill)
    table = open_table(path, inspect_file(path))
    seen = [table.bytes_read for _row in table.rows()]
    assert seen == sorted(seen)
    assert (len(seen), table.bytes_read) == (5000, table.bytes_total)


@pytest.mark.parametrize("seed", range(60))
def test_damaged_workbook_never_crashes(tmp_path: Path, seed: int) -> None:
    path = workbook(tmp_path / "a.xlsx", all_kinds)
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    if seed % 2:
        del data[chance.randrange(2, len(data)) :]
    for _damage in range(chance.choice([1, 5, 50])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    assert told(path) != ""


@pytest.mark.parametrize("seed", range(40))
def test_damaged_sheet_xml_never_crashes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    good = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    text = list(good)
    for _damage in range(3):
        text[chance.randrange(len(text))] = chance.choice('<>/"=ARZ19 e&')
    path = with_sheet_xml(tmp_path / "a.xlsx", "".join(text), ["Nr"])
    assert told(path) != ""
