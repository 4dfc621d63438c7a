"""Notes which templates the tests render; when the whole suite has run, every template must have been."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.test.signals import template_rendered

from tests.architecture.places import templates

KEY = "rendered_templates"
_notes: Path | None = None
"""Folder with a file for every process: what a test process has rendered is known even if its end goes unheard."""
_rendered: set[str] = set()


def _note(template: Any, **_: object) -> None:
    name = str(getattr(getattr(template, "origin", None), "name", ""))
    if name and _notes is not None and name not in _rendered:
        _rendered.add(name)
        with (_notes / str(os.getpid())).open("a", encoding="utf-8") as file:
            file.write(f"{name}\n")


def pytest_configure(config: pytest.Config) -> None:
    global _notes  # noqa: PLW0603  # one pytest per process
    given = getattr(config, "workerinput", {}).get(KEY)
    _notes = Path(given or tempfile.mkdtemp(prefix="kundenwert-templates-"))
    template_rendered.connect(_note, dispatch_uid=KEY)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    node.workerinput[KEY] = str(_notes)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, or one process waits at the end for the other's last test."""
    places = ("tests/browser", "tests/real_data", "tests/packaging", "tests/robustness", "kundenwert/cli")
    items.sort(key=lambda item: not item.nodeid.startswith(places))


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and _notes is not None:
        shutil.rmtree(_notes, ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if hasattr(session.config, "workerinput"):
        return
    if exitstatus == pytest.ExitCode.OK and _whole_suite(session.config) and _missing():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, exitstatus: int, config: pytest.Config) -> None:
    missing = _missing()
    if _whole_suite(config) and missing and not terminalreporter.stats.get("failed"):
        terminalreporter.section("templates that no test renders", red=True)
        for path in missing:
            terminalreporter.line(str(path))


def _missing() -> list[Path]:
    files = () if _notes is None else _notes.iterdir()
    rendered = {line for file in files for line in file.read_text("utf-8").splitlines()}
    return [path for path in templates() if str(path) not in rendered]


def _whole_suite(config: pytest.Config) -> bool:
    option = config.option
    chosen = option.keyword or option.markexpr or option.collectonly or option.deselect or option.maxfail
    return config.args_source == pytest.Config.ArgsSource.TESTPATHS and not chosen
