# ruff: noqa: DTZ001 - a cell holds the clock's time without a zone
from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.formats import (
    GERMAN,
    parse_boolean,
    parse_date,
    parse_datetime,
    parse_decimal,
    parse_integer,
    parse_list,
)
from kundenwert.foundation.tabular.guard import unguard
from kundenwert.foundation.tabular.rows import Cell
from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.foundation.tabular.source import open_table
from kundenwert.foundation.tabular.tests.reading import cells
from kundenwert.foundation.tabular.write import ColumnType, Value, write_csv, write_jsonl, write_xlsx

BERLIN = ZoneInfo("Europe/Berlin")
HEADER = ["Text", "Ganz", "Preis", "Tag", "Moment", "Ja", "Liste", "Leer"]
TYPES: list[ColumnType] = ["text", "integer", "money", "date", "datetime", "boolean", "text", "text"]
ROW: list[Value] = [
    'Müller "& Söhne"; Köln\nGmbH',
    -7,
    Decimal("1234.50"),
    date(2026, 11, 22),
    datetime(2026, 11, 22, 14, 30, tzinfo=BERLIN),
    True,
    ["VIP", "a, b"],
    None,
]


def test_csv_byte_by_byte() -> None:
    target = io.BytesIO()
    assert write_csv(target, HEADER, [ROW]) == 1
    assert target.getvalue().decode("utf-8-sig") == (
        "Text;Ganz;Preis;Tag;Moment;Ja;Liste;Leer\r\n"
        '"Müller ""& Söhne""; Köln\nGmbH";-7;1234,50;2026-11-22;2026-11-22 14:30:00+01:00;true;'
        '"VIP, ""a, b""";\r\n'
    )
    assert target.getvalue().startswith(b"\xef\xbb\xbfText;")


def test_csv_in_english() -> None:
    target = io.BytesIO()
    write_csv(target, ["A", "B"], [[Decimal("1E+3"), "x,y"]], delimiter=",", bom=False, decimal_mark=".")
    assert target.getvalue() == b'A,B\r\n1000,"x,y"\r\n'


def test_formulas_are_guarded_in_every_file(tmp_path: Path) -> None:
    row: list[Value] = ["=1+1", "+49 89 1234", ["@SUM(A1)"]]
    write_csv(tmp_path / "a.csv", ["=A", "B", "C"], [row])
    write_xlsx(tmp_path / "a.xlsx", "T", ["=A", "B", "C"], [row], ["text"] * 3)
    for name in ("a.csv", "a.xlsx"):
        assert inspect_file(tmp_path / name).columns == ("'=A", "B", "C")
        assert cells(tmp_path / name) == [("'=1+1", "+49 89 1234", "'@SUM(A1)")]


def test_failed_export_leaves_the_old_file_and_no_half(tmp_path: Path) -> None:
    def broken() -> Iterator[list[Value]]:
        yield ["a"]
        raise RuntimeError("connection lost")

    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        write_csv(path, ["A"], broken())
    with pytest.raises(RuntimeError):
        write_xlsx(path, "T", ["A"], broken(), ["text"])
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.csv", "old")]


def test_jsonl() -> None:
    target = io.BytesIO()
    assert write_jsonl(target, HEADER, [ROW, [None] * 8]) == 2
    first, second = target.getvalue().decode().splitlines()
    assert json.loads(first, parse_float=Decimal) == {
        "Text": ROW[0],
        "Ganz": -7,
        "Preis": Decimal("1234.50"),
        "Tag": "2026-11-22",
        "Moment": "2026-11-22T14:30:00+01:00",
        "Ja": True,
        "Liste": ["VIP", "a, b"],
        "Leer": None,
    }
    assert json.loads(second) == dict.fromkeys(HEADER)
    with pytest.raises(ValueError, match="NaN"):
        write_jsonl(target, ["A"], [[Decimal("NaN")]])


def test_xlsx_has_real_values_and_a_frozen_bold_header(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert write_xlsx(path, "Kunden: [alle]", HEADER, [ROW], TYPES) == 1
    sheet = openpyxl.load_workbook(path)["Kunden   alle"]
    assert (sheet.freeze_panes, sheet["A1"].font.bold, sheet["A2"].font.bold) == ("A2", True, False)
    assert [cell.value for cell in sheet[2]] == [
        ROW[0],
        -7,
        1234.5,
        datetime(2026, 11, 22),
        datetime(2026, 11, 22, 14, 30),
        True,
        'VIP, "a, b"',
        None,
    ]
    assert [cell.number_format for cell in sheet[2]][2:4] == ["#,##0.00", "dd.mm.yyyy"]


def test_xlsx_writes_moments_in_the_zone_asked_for(tmp_path: Path) -> None:
    moment = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)
    write_xlsx(tmp_path / "a.xlsx", "T", ["A"], [[moment]], ["datetime"], tz=BERLIN)
    assert cells(tmp_path / "a.xlsx") == [(datetime(2026, 11, 22, 14, 30),)]


def test_xlsx_never_rounds(tmp_path: Path) -> None:
    row: list[Value] = [
        12345678901234567890,
        Decimal("0.12345678901234567"),
        Decimal("9.95"),
        date(1850, 1, 1),
    ]
    write_xlsx(tmp_path / "a.xlsx", "T", list("ABCD"), [row], ["integer", "decimal", "decimal", "date"])
    assert cells(tmp_path / "a.xlsx") == [("12345678901234567890", "0.12345678901234567", 9.95, "1850-01-01")]


def test_xlsx_text_is_text(tmp_path: Path) -> None:
    row: list[Value] = ["https://example.org", "00123", "1E5", "_x0041_", "a\rb\x01", " x ", "\ud800"]
    write_xlsx(tmp_path / "a.xlsx", "T", list("ABCDEFG"), [row], ["text"] * 7)
    assert cells(tmp_path / "a.xlsx") == [("https://example.org", "00123", "1E5", "_x0041_", "a\rb\x01", " x ", "?")]
    assert openpyxl.load_workbook(tmp_path / "a.xlsx")["T"]["A2"].hyperlink is None


def test_limits_of_excel_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, "T", ["A"], [["x" * 32_767], ["😀" * 16_383]], ["text"])
    for text in ("x" * 32_768, "😀" * 16_384):
        with pytest.raises(TableError, match=r"^Row 2, column “A” has more than 32767 characters"):
            write_xlsx(path, "T", ["A"], [[text]], ["text"])
    monkeypatch.setattr("kundenwert.foundation.tabular.write_xlsx.XLSX_MAX_ROWS", 3)
    assert write_xlsx(path, "T", ["A"], [[1], [2]], ["integer"]) == 2
    with pytest.raises(TableError, match="Excel holds 3 rows at most"):
        write_xlsx(path, "T", ["A"], [[1], [2], [3]], ["integer"])


@pytest.mark.parametrize("name", ["", "'", "[]:*?/\\", "x" * 40, "😀" * 20, "'Kunden'"])
def test_any_sheet_name(tmp_path: Path, name: str) -> None:
    write_xlsx(tmp_path / "a.xlsx", name, ["A"], [["x"]], ["text"])
    assert cells(tmp_path / "a.xlsx") == [("x",)]


def back(row: tuple[Cell, ...]) -> list[object]:
    """The values of a row written with HEADER."""
    text, whole, price, day, moment, yes, words, _empty = row
    return [
        unguard(str(text or "")),
        parse_integer(whole, GERMAN),
        parse_decimal(price, GERMAN),
        parse_date(day, GERMAN),
        parse_datetime(moment, GERMAN, UTC),
        parse_boolean(yes),
        parse_list(unguard(str(words or ""))),
    ]


TEXT = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=20) | st.text(
    st.sampled_from("=+-@'\"; ,\n\t"), max_size=6
)
ROWS = st.lists(
    st.tuples(
        TEXT,
        st.integers(-(10**14), 10**14),
        st.decimals(-(10**9), 10**9, places=4),
        st.dates(date(1900, 3, 1), date(9999, 1, 1)),
        st.datetimes(datetime(1900, 3, 1), datetime(9999, 1, 1), timezones=st.just(UTC)).map(
            lambda moment: moment.replace(microsecond=0)
        ),
        st.booleans(),
        st.lists(TEXT.map(str.strip).filter(bool), max_size=3),
    ),
    max_size=6,
)
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@FEW
@given(ROWS)
def test_csv_is_read_back(tmp_path: Path, rows: list[tuple[object, ...]]) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, HEADER, [[*row, None] for row in rows])  # type: ignore[list-item]  # they are values
    shape = inspect_file(path)
    assert (shape.delimiter, shape.columns) == (";", tuple(HEADER))
    assert [back(row.cells) for row in open_table(path, shape).rows()] == [list(row) for row in rows]


@FEW
@given(ROWS)
def test_xlsx_is_read_back(tmp_path: Path, rows: list[tuple[object, ...]]) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, "T", HEADER, [[*row, None] for row in rows], TYPES)  # type: ignore[list-item]  # as above
    assert [back(row.cells) for row in open_table(path, inspect_file(path)).rows()] == [list(row) for row in rows]


@FEW
@given(st.lists(st.lists(TEXT, min_size=3, max_size=3).filter(any), max_size=8))
def test_export_import_export_gives_the_same_bytes(tmp_path: Path, rows: list[list[str]]) -> None:
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    write_csv(first, ["A", "B", "C"], rows)
    table = open_table(first, inspect_file(first))
    write_csv(second, ["A", "B", "C"], [[unguard(str(cell)) for cell in row.cells] for row in table.rows()])
    assert second.read_bytes() == first.read_bytes()
