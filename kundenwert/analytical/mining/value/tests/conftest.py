from __future__ import annotations

import pytest

from . import cdnow


@pytest.fixture
def sample(real_file):
    """The 2,357 customers of the papers."""
    return cdnow.read(real_file("cdnow/CDNOW_sample.txt"))
