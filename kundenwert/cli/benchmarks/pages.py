"""Pages of a demo company through HTTP: the program as a user starts it, a plain HTTP client on the same machine."""

from __future__ import annotations

import gzip
import http.client
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

WARM_UP = 15
SEARCHES = ("Müller", "Mueller", "Müler", "maschinenbau", "schm", "10423", "54321", "Weber Ulm")


class Browser:
    """One kept-open connection with cookies."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, bytes, http.client.HTTPResponse]:
        """Status, content, answer."""
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Accept-Language": "de",
        }
        if path.startswith("/search/suggestions"):
            headers["HX-Request"] = "true"  # as the search field asks
        if body:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"http://127.0.0.1{path}"}
        self.connection.request(method, path, body or None, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, content, answer

    def sign_in(self, email: str, password: str) -> None:
        """Through the form, as a person would."""
        _status, page, _answer = self.ask("GET", "/sign-in")
        found = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        token = found[1].decode() if found else ""
        form = {"csrfmiddlewaretoken": token, "username": email, "password": password}
        status, _page, _answer = self.ask("POST", "/sign-in", urlencode(form))
        if status != 302:
            raise RuntimeError(f"sign-in answered {status}")


@contextmanager
def demo_server(folder: Path, customers: int) -> Iterator[tuple[int, str, str]]:
    """The demo company being served; yields port, e-mail address and password."""
    command = [sys.executable, "-m", "kundenwert.cli", "demo", "--customers", str(customers), "--data-dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603
    try:
        port = 0
        for line in process.stdout or ():
            if found := re.search(r"Ready: http://127\.0\.0\.1:(\d+)", line):
                port = int(found[1])
            if found := re.search(r"Sign in: (\S+)  Password: (\S+)", line):
                yield port, found[1], found[2]
                return
        raise RuntimeError("the demo did not start")
    finally:
        process.terminate()
        process.wait(60)


def measure_pages(folder: Path, customers: int, requests: int) -> list[dict[str, Any]]:
    """p50, p95 and maximum in milliseconds and sizes for list, card and search."""
    with demo_server(folder, customers) as (port, email, password):
        browser = Browser(port)
        browser.sign_in(email, password)
        time.sleep(3)  # statistics and start-up jobs
        ids = _customer_ids(browser)
        pages = {
            "list, 50 by name": ["/customers"],
            "list, by last contact": ["/customers?sort=-last_touchpoint_at"],
            "list, by revenue": ["/customers?sort=-revenue&columns=name,revenue,city"],
            "list, filtered by city": ["/customers?f=city:is:Hamburg"],
            "card": [f"/customers/{record_id}" for record_id in ids],
            "search while typing": [f"/search/suggestions?q={quote(text)}" for text in SEARCHES],
            "search page": [f"/search?q={quote(text)}" for text in SEARCHES],
            "home": ["/"],
        }
        return [_measure(browser, name, paths, requests) for name, paths in pages.items()]


def _customer_ids(browser: Browser) -> list[str]:
    _status, page, _answer = browser.ask("GET", "/customers?sort=-created_at")
    found = re.findall(rb'data-href="/customers/(\d+)"', page)
    _status, page, _answer = browser.ask("GET", "/customers?sort=-revenue")
    return [number.decode() for number in found[:25] + re.findall(rb'data-href="/customers/(\d+)"', page)[:25]]


def _measure(browser: Browser, name: str, paths: list[str], requests: int) -> dict[str, Any]:
    times, content = [], b""
    for number in range(WARM_UP + requests):
        start = time.perf_counter()
        status, content, _answer = browser.ask("GET", paths[number % len(paths)])
        times.append((time.perf_counter() - start) * 1000)
        if status != 200:
            raise RuntimeError(f"{paths[number % len(paths)]} answered {status}")
    counted = sorted(times[WARM_UP:])
    return {
        "page": name,
        "p50": statistics.median(counted),
        "p95": counted[int(len(counted) * 0.95)],
        "max": counted[-1],
        "kB": len(content) / 1024,
        "gzip_kB": len(gzip.compress(content)) / 1024,
    }
