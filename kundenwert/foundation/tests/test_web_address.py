from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.web_address import UrlError, normalise_url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("www.nordwerk.de", "https://www.nordwerk.de"),
        ("nordwerk.de/kontakt?x=1#a", "https://nordwerk.de/kontakt?x=1#a"),
        (" HTTP://WWW.Nordwerk.DE/Pfad ", "http://www.nordwerk.de/Pfad"),
        ("https://nordwerk.de/", "https://nordwerk.de"),
        ("//nordwerk.de", "https://nordwerk.de"),
        ("müller.de", "https://müller.de"),
        ("nordwerk.de:8443/shop", "https://nordwerk.de:8443/shop"),
    ],
)
def test_normalise_url(text: str, url: str) -> None:
    assert normalise_url(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nordwerk",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\tscript:alert(1)",
        "javascript://nordwerk.de/%0aalert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://nordwerk.de",
        "https://bank.de@evil.example",
        "info@nordwerk.de",
        "https://nordwerk.de\\@evil.example",
        "nordwerk .de",
        "https://[",
        'nordwerk.de/"onclick=',
    ],
)
def test_other_things_are_refused(text: str) -> None:
    with pytest.raises(UrlError) as error:
        normalise_url(text)
    assert str(error.value) == f"“{text}” is not a web address."


@given(st.text(max_size=60))
def test_what_is_taken_is_http_and_stable(text: str) -> None:
    try:
        url = normalise_url(text)
    except UrlError:
        return
    assert url.startswith(("http://", "https://"))
    assert normalise_url(url) == url
