from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from kundenwert.foundation.tabular.formats import ENGLISH, GERMAN, ColumnFormat, ColumnProfile, hint_of
from kundenwert.foundation.tabular.rows import Cell


def profile(*cells: Cell) -> ColumnProfile:
    result = ColumnProfile()
    for cell in cells:
        result.feed(cell)
    return result


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1.234", "5,5"], ","),
        (["1,234", "5.5"], "."),
        (["1.234,56"], ","),
        (["1,234.56"], "."),
        (["1.234.567"], ","),
        (["1,234,567"], "."),
        (["0,123"], ","),
        (["0.123"], "."),
        (["1234.567"], "."),
        (["1'234.567"], "."),
        (["1 234,567"], ","),
        (["-1.234,5 €", "1.234"], ","),
        (["(12.50)"], "."),
        (["CHF 12.50", "1,234"], "."),
        (["7,5 %"], ","),
    ],
)
@pytest.mark.parametrize("prefer", ["de", "en"])
def test_column_decides_by_itself(cells: list[str], mark: str, prefer: Literal["de", "en"]) -> None:
    column = profile(*cells)
    assert (column.decide(prefer).decimal_mark, column.ambiguous, column.conflicting) == (mark, False, False)


def test_column_of_thousands_or_thousandths_is_asked_about() -> None:
    column = profile("12", "1.234", "5.678", "Text")
    assert (column.ambiguous, column.sample) == (True, "1.234")
    assert column.decide("de").decimal_mark == ","
    assert column.decide("en").decimal_mark == "."
    assert column.decide("de", hint=ColumnFormat(".")).decimal_mark == "."


def test_hint_is_what_the_other_columns_agree_on() -> None:
    sure, doubtful, dates = profile("1,5"), profile("1,234"), profile("22/11/2026")
    assert hint_of([sure, doubtful, dates]) == ColumnFormat(",", "dmy")
    assert hint_of([sure, profile("1.5")]) == ColumnFormat(None, None)
    assert doubtful.decide("en", hint=hint_of([sure])).decimal_mark == ","


def test_majority_wins_and_conflict_is_told() -> None:
    column = profile("1,5", "2,5", "3.5")
    assert (column.decide("en").decimal_mark, column.conflicting) == (",", True)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03.04.2026"], "dmy"),
        (["03/04/2026", "22/11/2026"], "dmy"),
        (["03/04/2026", "11/22/2026"], "mdy"),
        (["11.22.2026"], "mdy"),
        (["2026-11-22", "2026-11-23 14:30"], "ymd"),
        (["22-11-26 14:30"], "dmy"),
    ],
)
@pytest.mark.parametrize("prefer", ["de", "en"])
def test_order_of_dates(cells: list[str], order: str, prefer: Literal["de", "en"]) -> None:
    column = profile(*cells)
    assert (column.decide(prefer).date_order, column.ambiguous) == (order, False)


def test_dates_that_can_be_read_in_two_ways() -> None:
    column = profile("03/04/2026", "05/05/2026")
    assert (column.ambiguous, column.sample) == (True, "03/04/2026")
    assert (column.decide("de").date_order, column.decide("en").date_order) == ("dmy", "mdy")
    assert not profile("05/05/2026").ambiguous


def test_column_without_evidence_takes_the_preference() -> None:
    column = profile("12", "Müller", "", None, 5, 5.5, date(2026, 11, 22), "tel 089/1234", "x" * 100)
    assert (column.ambiguous, column.conflicting, column.sample) == (False, False, "")
    assert (column.decide("de"), column.decide("en")) == (GERMAN, ENGLISH)
