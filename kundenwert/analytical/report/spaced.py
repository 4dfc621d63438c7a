"""Tables whose columns are divided by any number of spaces, as research data often are."""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path

SAMPLE = 50


def as_csv(path: Path, folder: Path) -> Path:
    """The file itself, or a CSV of it in `folder` where spaces divide its columns."""
    if not _is_spaced(path):
        return path
    target = folder / f"{path.stem}.csv"
    with path.open(encoding="utf-8") as source, target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(cells for line in source if (cells := line.split()))
    return target


def _is_spaced(path: Path) -> bool:
    """Several cells in each line, always as many, and none of the usual delimiters."""
    try:
        with path.open(encoding="utf-8") as file:
            lines = [line.rstrip("\n") for line in islice(file, SAMPLE) if line.strip()]
    except UnicodeDecodeError:
        return False
    widths = {len(line.split()) for line in lines}
    return len(widths) == 1 and widths.pop() > 1 and not any(mark in line for line in lines for mark in ",;\t|\x00")
