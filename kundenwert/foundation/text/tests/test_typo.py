from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.text.typo import close


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("muller", "muler", True),
        ("muller", "mulelr", True),
        ("muller", "muxler", True),
        ("muller", "mulxxr", False),
        ("maschinenbau", "mashinenbua", True),
        ("maschinenbau", "mshnnbau", False),
        ("bau", "bad", False),
        ("bau", "bau", True),
        ("bach", "bac", False),
        ("10001", "10002", False),
        ("10001", "10001", True),
    ],
)
def test_close(a: str, b: str, *, expected: bool) -> None:
    assert close(a, b) is expected
    assert close(b, a) is expected


@given(st.text(alphabet="abcdef", max_size=12))
def test_a_word_is_close_to_itself(word: str) -> None:
    assert close(word, word) is True
