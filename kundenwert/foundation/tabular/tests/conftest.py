"""Set-up for tests of this package alone: messages need settings, and nothing else of Django does."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import django
import pytest
from django.conf import settings

if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
    settings.configure(USE_I18N=True)
    django.setup()

_CHECKOUT = Path(__file__).parents[4]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a file from bytes, or from text in an encoding."""

    def write_file(content: str | bytes, encoding: str = "utf-8", name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write_file


@pytest.fixture
def real_data() -> Path:
    """Return the folder of real data sets, or skip where there is none."""
    folder = Path(os.environ.get("KUNDENWERT_TEST_DATA", _CHECKOUT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no real data sets in {folder}; set KUNDENWERT_TEST_DATA")
    return folder
