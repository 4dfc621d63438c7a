"""Notes which templates the tests render; when the whole suite has run, every template must have been."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test.signals import template_rendered

from tests.architecture.places import templates

KEY = "rendered_templates"
_rendered: set[str] = set()


def _note(template: Any, **_: object) -> None:
    origin = getattr(template, "origin", None)
    if origin is not None:
        _rendered.add(str(origin.name))


def pytest_configure(config: pytest.Config) -> None:
    template_rendered.connect(_note, dispatch_uid=KEY)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    _rendered.update(getattr(node, "workeroutput", {}).get(KEY, []))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[KEY] = sorted(_rendered)
    elif exitstatus == pytest.ExitCode.OK and _whole_suite(session.config) and _missing():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, exitstatus: int, config: pytest.Config) -> None:
    missing = _missing()
    if _whole_suite(config) and missing and not terminalreporter.stats.get("failed"):
        terminalreporter.section("templates that no test renders", red=True)
        for path in missing:
            terminalreporter.line(str(path))


def _missing() -> list[Path]:
    return [path for path in templates() if str(path) not in _rendered]


def _whole_suite(config: pytest.Config) -> bool:
    option = config.option
    chosen = option.keyword or option.markexpr or option.collectonly or option.deselect or option.maxfail
    return config.args_source == pytest.Config.ArgsSource.TESTPATHS and not chosen
