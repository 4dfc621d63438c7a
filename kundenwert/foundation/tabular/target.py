"""Where a written table goes: an open binary file, or a path that appears only when the table is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, TypeAlias

Value: TypeAlias = str | int | Decimal | date | datetime | bool | list[str] | None
Target: TypeAlias = BinaryIO | Path | str


@contextmanager
def opened(target: Target) -> Iterator[BinaryIO]:
    """Yield a binary file to write to.

    A path is written beside its place and moved there at the end, so a failed export leaves no half file and
    keeps the one that was there.
    """
    if not isinstance(target, (str, Path)):
        yield target
        return
    path = Path(target)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
