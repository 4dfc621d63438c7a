"""What must never happen on a page: errors in its console, requests to foreign hosts, answers that failed."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

REFUSALS = {409, 422}
"""Answers that tell a person something; Chromium notes them in the console all the same."""
CUT_OFF = "net::ERR_ABORTED"
"""A request that a newer one or another page replaced."""

REPLACED = "htmx:error: signal is aborted"
"""What htmx says of such a request."""


class Watch:
    """Collects the faults of all pages of a browser context."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.faults: list[str] = []
        self.allowed = set(REFUSALS)
        self._host = urlsplit(address).netloc
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("page", self._page)

    def allow(self, *statuses: int) -> None:
        """These answers are what the test is about."""
        self.allowed.update(statuses)

    def _page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"error on {page.url}: {error}"))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self._host:
            self.faults.append(f"foreign host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != CUT_OFF:
            self.faults.append(f"failed: {request.method} {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.allowed:
            self.faults.append(f"answer {response.status}: {response.request.method} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type != "error" or message.text.startswith("Failed to load resource: the server responded with"):
            return
        if REPLACED in message.text:
            return
        self.faults.append(f"console on {message.page.url if message.page else '?'}: {message.text}")
