"""Tables as CSV and JSONL, row by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

from kundenwert.foundation.tabular.guard import guard
from kundenwert.foundation.tabular.target import Target, Value, opened
from kundenwert.foundation.tabular.values import join_list

_FLUSH_ROWS = 2000


def write_csv(
    target: Target,
    header: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    delimiter: str = ";",
    bom: bool = True,
    lineterminator: str = "\r\n",
    decimal_mark: str = ",",
) -> int:
    """Write UTF-8 CSV as a German Excel opens it with a double click; return the number of rows.

    Dates are ISO (2026-11-22, 2026-11-22 14:30:00+01:00), decimals without grouping, truth is true/false,
    lists are one cell (`values.parse_list` reads it), text is guarded against formula injection.
    """
    with opened(target) as file:
        buffer = io.StringIO(newline="")
        writer = csv.writer(buffer, delimiter=delimiter, lineterminator=lineterminator)
        file.write(b"\xef\xbb\xbf" if bom else b"")
        writer.writerow([guard(name) for name in header])
        count = 0
        for count, row in enumerate(rows, start=1):
            writer.writerow([value if type(value) is int else _text(value, decimal_mark) for value in row])
            if count % _FLUSH_ROWS == 0:
                _flush(buffer, file)
        _flush(buffer, file)
    return count


def write_jsonl(target: Target, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> int:
    """Write one JSON object a line; return the number of rows.

    Decimals are numbers with all their digits, dates ISO text, lists arrays.  Raises ValueError for a decimal
    that is no number.
    """
    keys = [json.dumps(name, ensure_ascii=False) for name in header]
    count = 0
    with opened(target) as file:
        for row in rows:
            pairs = (f"{key}: {_json(value)}" for key, value in zip(keys, row, strict=True))
            file.write(f"{{{', '.join(pairs)}}}\n".encode("utf-8", "replace"))
            count += 1
    return count


def _flush(buffer: io.StringIO, file: BinaryIO) -> None:
    # a lone surrogate is no character and would stop the export: it becomes "?"
    file.write(buffer.getvalue().encode("utf-8", "replace"))
    buffer.seek(0)
    buffer.truncate()


def _text(value: Value, decimal_mark: str) -> str:
    if isinstance(value, str):
        return guard(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", decimal_mark)
    if isinstance(value, list):
        return guard(join_list(value))
    return _plain_text(value)


def _plain_text(value: int | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)


def _json(value: Value) -> str:
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(f"{value} is not a number JSON knows")
        return f"{value:f}"
    if isinstance(value, date):
        return f'"{value.isoformat()}"'
    return json.dumps(value, ensure_ascii=False)
