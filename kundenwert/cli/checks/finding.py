"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How well the thing is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """One line of the report; `mend` says what to do, empty where all is well."""

    name: str
    state: State
    text: str
    mend: str = ""


def ok(name: str, text: str) -> Finding:
    """All is well."""
    return Finding(name, State.OK, text)


def warning(name: str, text: str, mend: str) -> Finding:
    """Works, but should be looked at."""
    return Finding(name, State.WARNING, text, mend)


def problem(name: str, text: str, mend: str) -> Finding:
    """Does not work."""
    return Finding(name, State.PROBLEM, text, mend)
