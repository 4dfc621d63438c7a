# ruff: noqa: DTZ001 - a cell holds the clock's time without a zone
from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.tabular.formats import (
    ENGLISH,
    GERMAN,
    CellError,
    ColumnFormat,
    join_list,
    parse_boolean,
    parse_date,
    parse_datetime,
    parse_decimal,
    parse_integer,
    parse_list,
)
from kundenwert.foundation.tabular.rows import Cell

BERLIN = ZoneInfo("Europe/Berlin")
UNKNOWN = ColumnFormat()
ISO = ColumnFormat(".", "ymd")


@pytest.mark.parametrize(
    ("cell", "column", "value"),
    [
        ("5", GERMAN, "5"),
        ("-5", GERMAN, "-5"),
        ("5-", GERMAN, "-5"),
        ("\u22125", GERMAN, "-5"),
        ("+5", GERMAN, "5"),
        ("(5,00)", GERMAN, "-5.00"),
        ("(5,00 €)", GERMAN, "-5.00"),
        ("-€5.50", ENGLISH, "-5.50"),
        ("€-5.50", ENGLISH, "-5.50"),
        ("1234,5", GERMAN, "1234.5"),
        ("1.234,56", GERMAN, "1234.56"),
        ("1.234", GERMAN, "1234"),
        ("1.234.567", GERMAN, "1234567"),
        ("1,234", GERMAN, "1.234"),
        ("1,234.56", ENGLISH, "1234.56"),
        ("1,234", ENGLISH, "1234"),
        ("1.234", ENGLISH, "1.234"),
        ("1'234.50", ENGLISH, "1234.50"),
        ("1\u2019234.50", ENGLISH, "1234.50"),
        ("1'234'567", UNKNOWN, "1234567"),
        ("1 234,56", GERMAN, "1234.56"),
        ("1\u00a0234,56", GERMAN, "1234.56"),
        ("1\u202f234\u202f567,8", GERMAN, "1234567.8"),
        ("1.234,56 €", GERMAN, "1234.56"),
        ("1.234,56\u00a0€", GERMAN, "1234.56"),
        ("EUR 12,00", GERMAN, "12.00"),
        ("12,00 Euro", GERMAN, "12.00"),
        ("CHF 1'234.50", ENGLISH, "1234.50"),
        ("Fr. 12.50", ENGLISH, "12.50"),
        ("$1,234.56", ENGLISH, "1234.56"),
        ("12 %", GERMAN, "12"),
        ("7,5%", GERMAN, "7.5"),
        ("12,-", GERMAN, "12"),
        ("CHF 12.--", ENGLISH, "12"),
        ("12,– €", GERMAN, "12"),
        (",5", GERMAN, "0.5"),
        (" 5 ", GERMAN, "5"),
        ("007", GERMAN, "7"),
        (5, GERMAN, "5"),
        (0.1 + 0.2, GERMAN, "0.3"),
        (1500.0, GERMAN, "1500"),
        (1.5e-3, GERMAN, "0.0015"),
    ],
)
def test_numbers(cell: Cell, column: ColumnFormat, value: str) -> None:
    assert parse_decimal(cell, column) == Decimal(value)


@pytest.mark.parametrize(
    ("cell", "column"),
    [
        ("12.50", GERMAN),
        ("1.23", GERMAN),
        ("12,50", ENGLISH),
        ("1.2345,00", GERMAN),
        ("1.234.56", GERMAN),
        ("1.234 567", GERMAN),
        ("1,234,56", GERMAN),
        ("12,5", UNKNOWN),
        ("1.234", UNKNOWN),
        ("abc", GERMAN),
        ("", GERMAN),
        ("-", GERMAN),
        ("€", GERMAN),
        ("()", GERMAN),
        ("1.5e3", ENGLISH),
        ("--5", GERMAN),
        ("NaN", GERMAN),
        ("Infinity", GERMAN),
        ("٣", GERMAN),
        ("1_000", GERMAN),
        ("5 5", GERMAN),
        (None, GERMAN),
        (True, GERMAN),
        (float("nan"), GERMAN),
        (float("inf"), GERMAN),
        (date(2026, 11, 22), GERMAN),
    ],
)
def test_what_is_no_number(cell: Cell, column: ColumnFormat) -> None:
    with pytest.raises(CellError, match=r"^“.*” is not a number\.$"):
        parse_decimal(cell, column)


def test_long_cell_is_quoted_in_short() -> None:
    with pytest.raises(CellError) as told:
        parse_decimal("x" * 100_000, GERMAN)
    assert told.value.message == f"“{'x' * 60}…” is not a number."


def test_integers() -> None:
    assert [parse_integer(cell, GERMAN) for cell in ("12", "1.234", "5,00", "-3", 7, 8.0)] == [
        12,
        1234,
        5,
        -3,
        7,
        8,
    ]
    with pytest.raises(CellError, match="“5,5” is not a whole number"):
        parse_integer("5,5", GERMAN)


@given(
    number=st.decimals(-(10**12), 10**12, places=4),
    column=st.sampled_from([GERMAN, ENGLISH]),
    grouped=st.booleans(),
)
def test_any_written_number_is_read_back(number: Decimal, column: ColumnFormat, *, grouped: bool) -> None:
    text = f"{number:,f}" if grouped else f"{number:f}"
    written = text.translate(str.maketrans(",.", ".,")) if column is GERMAN else text
    assert parse_decimal(written, column) == number


@given(st.text(max_size=12), st.sampled_from([GERMAN, ENGLISH, UNKNOWN, ISO]))
def test_any_text_gives_a_value_or_a_cell_error(text: str, column: ColumnFormat) -> None:
    for parse in (parse_decimal, parse_integer, parse_date):
        with suppress(CellError):
            assert parse(text, column) is not None


DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "column"),
    [
        ("22.11.2026", GERMAN),
        ("22.11.26", GERMAN),
        ("22.11.2026", UNKNOWN),
        (" 22.11.2026 ", GERMAN),
        ("22/11/2026", GERMAN),
        ("22-11-2026", GERMAN),
        ("11/22/2026", ENGLISH),
        ("2026-11-22", GERMAN),
        ("2026-11-22", ENGLISH),
        ("2026/11/22", ISO),
        ("26-11-22", ISO),
        ("2026-11-22 14:30", GERMAN),
        ("2026-11-22T14:30:00+01:00", GERMAN),
        ("22. November 2026", UNKNOWN),
        ("22 Nov 2026", UNKNOWN),
        ("22-Nov-26", UNKNOWN),
        ("22. Nov. 2026", GERMAN),
        ("November 22, 2026", GERMAN),
        ("Nov 22nd 2026", GERMAN),
        ("So., 22.11.2026", GERMAN),
        ("Sonntag, 22. November 2026", GERMAN),
        ("22.11.2026 14:30", GERMAN),
        (DAY, GERMAN),
        (datetime(2026, 11, 22, 14, 30), GERMAN),
    ],
)
def test_days(cell: Cell, column: ColumnFormat) -> None:
    assert parse_date(cell, column) == DAY


@pytest.mark.parametrize(
    "cell",
    [
        "32.13.2026",
        "31.02.2026",
        "29.02.2025",
        "22.11",
        "22.11.202",
        "2026",
        "46348",
        "00.00.0000",
        "morgen",
        "22. Brumaire 2026",
        "22.11/2026",
        "11/22/2026",
        "22.11.2026 abc",
        "",
        None,
        46348,
        46348.5,
        True,
        time(14, 30),
    ],
)
def test_what_is_no_day(cell: Cell) -> None:
    with pytest.raises(CellError, match=r"^“.*” is not a date\.$"):
        parse_date(cell, GERMAN)


def test_slashes_need_an_answer() -> None:
    with pytest.raises(CellError):
        parse_date("03/04/2026", UNKNOWN)
    assert parse_date("03/04/2026", GERMAN) == date(2026, 4, 3)
    assert parse_date("03/04/2026", ENGLISH) == date(2026, 3, 4)


def test_short_years_and_months() -> None:
    assert parse_date("15.03.85", GERMAN) == date(1985, 3, 15)
    assert parse_date("15.03.45", GERMAN) == date(2045, 3, 15)
    assert parse_date("15.03.45", ColumnFormat(",", "dmy", pivot=26)) == date(1945, 3, 15)
    assert parse_date("1. März 2026", GERMAN) == parse_date("1. Maerz 2026", GERMAN) == date(2026, 3, 1)
    assert parse_date("6. Jänner 2026", GERMAN) == date(2026, 1, 6)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("22.11.2026 14:30", datetime(2026, 11, 22, 14, 30)),
        ("22.11.2026, 14:30 Uhr", datetime(2026, 11, 22, 14, 30)),
        ("22.11.2026 14.30", datetime(2026, 11, 22, 14, 30)),
        ("22. November 2026 9:05", datetime(2026, 11, 22, 9, 5)),
        ("2026-11-22T14:30:15.25", datetime(2026, 11, 22, 14, 30, 15, 250_000)),
        ("2026-11-22T14:30:00+01:00", datetime(2026, 11, 22, 14, 30)),
        ("2026-11-22T13:30:00Z", datetime(2026, 11, 22, 14, 30)),
        ("2026-11-22 08:30:00-0500", datetime(2026, 11, 22, 14, 30)),
        ("22.11.2026 2:30 PM", datetime(2026, 11, 22, 14, 30)),
        ("22.11.2026 12:05 a.m.", datetime(2026, 11, 22, 0, 5)),
        ("22.11.2026", datetime(2026, 11, 22)),
        (DAY, datetime(2026, 11, 22)),
        (datetime(2026, 11, 22, 14, 30), datetime(2026, 11, 22, 14, 30)),
        (datetime(2026, 11, 22, 13, 30, tzinfo=UTC), datetime(2026, 11, 22, 14, 30)),
    ],
)
def test_moments(cell: Cell, expected: datetime) -> None:
    moment = parse_datetime(cell, GERMAN, BERLIN)
    assert moment.replace(tzinfo=None) == expected
    assert moment.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("cell", ["22.11.2026 25:00", "22.11.2026 14:60", "22.11.2026 13:00 PM", "x", 5, None])
def test_what_is_no_moment(cell: Cell) -> None:
    with pytest.raises(CellError):
        parse_datetime(cell, GERMAN, BERLIN)


@given(st.datetimes(datetime(1000, 1, 1)))
def test_iso_moments_are_read_back(moment: datetime) -> None:
    aware = moment.replace(tzinfo=UTC)
    assert parse_datetime(aware.isoformat(sep=" "), GERMAN, UTC) == aware


@pytest.mark.parametrize("cell", ["ja", "J", "Yes", "y", "WAHR", "true", "1", "x", " X ", 1, 1.0, True])
def test_yes(cell: Cell) -> None:
    assert parse_boolean(cell) is True


@pytest.mark.parametrize("cell", ["nein", "n", "No", "falsch", "FALSE", "0", 0, 0.0, False])
def test_no(cell: Cell) -> None:
    assert parse_boolean(cell) is False


@pytest.mark.parametrize("cell", ["vielleicht", "", None, 2, "10", DAY])
def test_neither_yes_nor_no(cell: Cell) -> None:
    with pytest.raises(CellError, match="neither yes nor no"):
        parse_boolean(cell)


def test_lists() -> None:
    assert parse_list("VIP, Messe;2026 ,") == ["VIP", "Messe;2026"]
    assert parse_list("VIP; Messe") == ["VIP", "Messe"]
    assert (parse_list(""), parse_list(None), parse_list(5)) == ([], [], ["5"])


@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda t: t == t.strip() and "\0" not in t)))
def test_lists_are_read_back(words: list[str]) -> None:
    assert parse_list(join_list(words)) == words
