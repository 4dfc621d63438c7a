"""Real files, not part of the repository: where they are missing the tests are skipped and say so."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import pytest

PLACES = (os.environ.get("KUNDENWERT_TEST_DATA", ""), str(Path(__file__).parents[3] / "shared" / "data"))


@pytest.fixture
def real_file(tmp_path):
    """Finds a file such as `chinook/customers.csv`; unpacks `.gz`."""

    def find(name: str) -> Path:
        for folder in filter(None, PLACES):
            path = Path(folder) / name
            if path.is_file():
                return path
            packed = path.with_name(f"{path.name}.gz")
            if packed.is_file():
                return _unpacked(packed, tmp_path / path.name)
        pytest.skip(f"{name} is not there (set KUNDENWERT_TEST_DATA to the folder of the real data sets)")

    return find


def _unpacked(packed: Path, target: Path) -> Path:
    with gzip.open(packed) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)
    return target
