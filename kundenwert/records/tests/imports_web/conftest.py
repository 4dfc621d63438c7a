"""Files, a worker and a test browser for imports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django import app

from kundenwert.records.imports.access import visible_runs
from kundenwert.records.models import ImportRun

HEADER = "Kundennummer;Firma;PLZ;Ort;E-Mail;Geburtsdatum"


def work() -> None:
    """Run all waiting jobs, as `kundenwert worker` does, until none is left."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False, concurrency=1)


@pytest.fixture
def upload(admin_client: Any) -> Callable[..., Any]:
    """Uploads a file as the administrator; the answer of the server."""

    def send(content: bytes | str, *, name: str = "kunden.csv", slug: str = "customers", client: Any = None) -> Any:
        data = content.encode() if isinstance(content, str) else content
        return (client or admin_client).post(f"/{slug}/import", {"file": SimpleUploadedFile(name, data)})

    return send


@pytest.fixture
def prepare(upload: Callable[..., Any]) -> Callable[..., ImportRun]:
    """Uploads a file that can be read; its import, ready to be mapped."""

    def send(content: bytes | str, **named: Any) -> ImportRun:
        answer = upload(content, **named)
        assert answer.status_code == 302, answer.content.decode()
        run_id = urlsplit(answer.url).path.split("/")[2]
        return ImportRun.objects.get(pk=run_id)

    return send


@pytest.fixture
def form_of(admin_client: Any) -> Callable[..., dict[str, str]]:
    """What the browser would send from the mapping page as it comes."""

    def read(run: ImportRun, client: Any = None) -> dict[str, str]:
        page = (client or admin_client).get(f"/imports/{run.pk}/mapping")
        assert page.status_code == 200
        context = page.context
        form = {f"column-{column.at}": column.target for column in context["columns"]}
        form |= {f"notation-{column.at}": column.notation for column in context["columns"] if column.kind}
        return form | {rule["name"]: str(rule["value"]) for rule in context["rules"]}

    return read


@pytest.fixture
def bring_in(admin_client: Any, prepare: Callable[..., ImportRun], form_of: Callable[..., dict[str, str]]) -> Any:
    """Takes a file all the way: upload, proposed mapping (with changes), start, worker; the ended import."""

    def run_through(content: bytes | str, changes: dict[str, str] | None = None, **named: Any) -> ImportRun:
        run = prepare(content, **named)
        client = named.get("client") or admin_client
        answer = client.post(f"/imports/{run.pk}/mapping", form_of(run, client) | (changes or {}) | {"start": "1"})
        assert answer.status_code == 302, answer.content.decode()
        work()
        run.refresh_from_db()
        return run

    return run_through


def runs_of(user: Any) -> list[ImportRun]:
    """The imports a user may look at."""
    return list(visible_runs(user))
