"""What an import has done so far, and what was wrong with which row."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.guard import guard

SHOWN_PROBLEMS = 200
VALUE_LENGTH = 200
CHUNK = 256 * 1024
NOT_JSON = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Problem:
    """Why a row was rejected."""

    row: int
    column: str
    value: str
    message: str


@dataclass
class ImportReport:
    """Counts, the first problems, and every rejected row in a temporary file (memory stays bounded)."""

    columns: Sequence[str]
    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: list[Problem] = field(default_factory=list)
    details: dict[str, Any] = field(default_factory=dict)
    added: Sequence[str] = ()
    """Headers of what the importer tells of a rejected row beyond its cells (the position of an order line)."""
    _file: IO[str] | None = None

    def reject(
        self, number: int, cells: Sequence[Any], column: str, value: Any, message: str, added: Sequence[Any] = ()
    ) -> None:
        """Note a rejected row with its reason; `added` are values below the headers of that name."""
        self.rejected += 1
        text = "" if value is None else NOT_JSON.sub("\ufffd", str(value)[:VALUE_LENGTH])
        if len(self.problems) < SHOWN_PROBLEMS:
            self.problems.append(Problem(number, column, text, NOT_JSON.sub("\ufffd", message)))
        reason = f"{column}: {message}" if column else message
        writer = csv.writer(self._open(), delimiter=";", lineterminator="\r\n")
        wide = [*cells, *[""] * (len(self.columns) - len(cells))]
        writer.writerow([*("" if cell is None else guard(str(cell)) for cell in wide), number, reason, *added])

    def _open(self) -> IO[str]:
        if self._file is None:
            self._file = tempfile.TemporaryFile("w+", encoding="utf-8-sig", errors="replace", newline="")  # noqa: SIM115  closed by close()
            header = [*self.columns, _("Row"), _("Why rejected"), *self.added]
            csv.writer(self._file, delimiter=";", lineterminator="\r\n").writerow(header)
        return self._file

    def rejected_rows(self) -> Iterator[bytes]:
        """The rejected rows as a CSV to mend and import again."""
        file = self._open()
        file.flush()
        binary = file.buffer  # type: ignore[attr-defined]
        binary.seek(0)
        while chunk := binary.read(CHUNK):
            yield chunk

    def close(self) -> None:
        """Drop the temporary file."""
        if self._file is not None:
            self._file.close()
            self._file = None
