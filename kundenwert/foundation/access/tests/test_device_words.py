from __future__ import annotations

import pytest
from django.utils import translation

from kundenwert.foundation.access.device_words import device_words, is_handheld

SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
CHROME = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"


@pytest.mark.parametrize(("agent", "words", "handheld"), [
    (SAFARI, "Safari on iPhone", True), (EDGE, "Edge on Windows", False), (CHROME, "Chrome on Android", True),
    ("curl/8.1", "curl", False), ("", "Unknown device", False),
])  # fmt: skip
def test_device_in_words(agent, words, handheld):
    with translation.override("en"):
        assert (device_words(agent), is_handheld(agent)) == (words, handheld)
