"""Lines of CSV as records, so that a broken quotation mark costs its own rows and no other.

The reader is strict: after a closing quotation mark only a delimiter or the line's end may follow.  Where it
fails, the line it began in becomes a record with a problem and reading goes on at the next line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.limits import MAX_LINE_CHARS, MAX_RECORD_CHARS
from kundenwert.foundation.tabular.lines import Batch

if TYPE_CHECKING:
    from _csv import Reader

_UNREADABLE = re.compile("[\udc80-\udcff\ufffd]")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a line are told apart."""

    delimiter: str
    quotechar: str = '"'
    skip_space: bool = False


@dataclass(slots=True)
class Parsed:
    """Records of a batch; `problems` says by index which of them cannot be used, and why."""

    records: list[list[str]]
    problems: dict[int, str] = field(default_factory=dict)


def parse_batches(batches: Iterable[Batch], dialect: Dialect, width: int | None) -> Iterator[Parsed]:
    """Yield the records of a file batch by batch, blank lines as empty records.

    `width` is the number of columns; None while it is not known yet.
    """
    carry: list[str] = []
    damaged = False
    for batch in batches:
        lines = carry + batch.lines if carry else batch.lines
        damaged = batch.damaged or (damaged and bool(carry))
        # an over-long line ends whatever record was open before it
        parsed, carry = parse_lines(lines, dialect, width, final=batch.last or bool(batch.overlong))
        if damaged:
            _mark_unreadable(parsed)
        if batch.overlong:
            parsed.problems[len(parsed.records)] = _(
                "The row is longer than %(limit)d characters and was left out."
            ) % {"limit": MAX_LINE_CHARS}
            parsed.records.append([batch.overlong + "…"])
        yield parsed


def parse_lines(lines: list[str], dialect: Dialect, width: int | None, *, final: bool) -> tuple[Parsed, list[str]]:
    """Return the records of these lines, and the lines of a last record that is still open.

    With `final` no more lines will come, so an open record is a broken one.
    """
    try:
        records = list(_reader(lines, dialect, 0))
    except csv.Error:
        return _parse_with_care(lines, dialect, width, final=final)
    if len(records) != len(lines) and width is not None:
        return _parse_with_care(lines, dialect, width, final=final)
    return Parsed(records), []


def _parse_with_care(lines: list[str], dialect: Dialect, width: int | None, *, final: bool) -> tuple[Parsed, list[str]]:
    parsed = Parsed([])
    start = doubtful_until = 0
    while start < len(lines):
        start, reached, reason = _take_good_records(lines, start, doubtful_until, dialect, width, parsed)
        if reason is None:
            break
        rest = lines[start:]
        if reached >= len(lines) and not final and sum(map(len, rest)) < MAX_RECORD_CHARS:
            return parsed, rest
        parsed.problems[len(parsed.records)] = reason
        parsed.records.append(_split_plainly(lines[start], dialect))
        # the next line too may belong to the broken cell
        doubtful_until = max(doubtful_until, reached, start + 2)
        start += 1
    return parsed, []


def _take_good_records(
    lines: list[str], start: int, doubtful_until: int, dialect: Dialect, width: int | None, parsed: Parsed
) -> tuple[int, int, str | None]:
    """Append records until one is broken: (line it begins in, lines read by then, why), or no reason."""
    reader, offset = _reader(lines, dialect, start), start
    try:
        for record in reader:
            end = offset + reader.line_num
            if end - start > 1 and not _fits(record, width):
                return start, end, _broken_quote()
            if start < doubtful_until and record and width not in (None, len(record)):
                parsed.problems[len(parsed.records)] = _after_broken_quote()
                doubtful_until = max(doubtful_until, end + 1)
            parsed.records.append(record)
            start = end
    except csv.Error as error:
        end = offset + reader.line_num
        too_long = "field larger" in str(error) and end - start == 1
        return start, end, _cell_too_long() if too_long else _broken_quote()
    return start, start, None


def _reader(lines: list[str], dialect: Dialect, start: int) -> Reader:
    return csv.reader(
        map(lines.__getitem__, range(start, len(lines))) if start else lines,
        delimiter=dialect.delimiter,
        quotechar=dialect.quotechar,
        skipinitialspace=dialect.skip_space,
        strict=True,
    )


def _fits(record: list[str], width: int | None) -> bool:
    if width is None:
        return True
    return len(record) == width or (len(record) > width and not any(record[width:]))


def _split_plainly(line: str, dialect: Dialect) -> list[str]:
    return line.rstrip("\r\n").split(dialect.delimiter)


def _broken_quote() -> str:
    return _(
        "A quotation mark that begins in this row is not closed, or one inside a cell is not doubled. "
        "Close or remove it."
    )


def _after_broken_quote() -> str:
    return _(
        "The row follows one with a broken quotation mark and does not have as many cells as the header. "
        "Mend the row above first."
    )


def _cell_too_long() -> str:
    return _("A cell of this row is longer than %(limit)d characters.") % {"limit": csv.field_size_limit()}


def _mark_unreadable(parsed: Parsed) -> None:
    """Say which records hold bytes that are no text, and put U+FFFD where they stood."""
    for index, record in enumerate(parsed.records):
        if _UNREADABLE.search("".join(record)):
            parsed.records[index] = [_UNREADABLE.sub("\ufffd", cell) for cell in record]
            parsed.problems.setdefault(
                index, _("The row holds characters that cannot be read in the encoding of the file.")
            )
