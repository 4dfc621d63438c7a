"""What a page weighs on a slow line: HTML, CSS and JS as they come over the wire."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, Page

LIMIT = 150_000
"""Bytes: list and card stay below it, so that they open in seconds on a slow line."""
COUNTED = {"Document", "Stylesheet", "Script"}


class Scale:
    """Adds up what the browser receives."""

    def __init__(self, session: CDPSession) -> None:
        self.kinds: dict[str, str] = {}
        self.bytes: dict[str, int] = {}
        session.on("Network.responseReceived", lambda event: self.kinds.update({event["requestId"]: event["type"]}))
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _finished(self, event: dict[str, int | str]) -> None:
        self.bytes[str(event["requestId"])] = int(event["encodedDataLength"])

    def total(self) -> int:
        return sum(size for request, size in self.bytes.items() if self.kinds.get(request) in COUNTED)


@pytest.mark.parametrize("path", ["/customers", "/customers/13"])
def test_list_and_card_are_light(page: Page, path: str) -> None:
    scale = Scale(page.context.new_cdp_session(page))
    page.goto(path, wait_until="networkidle")
    assert len([kind for kind in scale.kinds.values() if kind in COUNTED]) >= 4
    assert scale.total() <= LIMIT, scale.total()
