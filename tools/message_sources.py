"""Finding the texts in Python sources and Django templates."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import django.conf
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kundenwert"
KEYWORDS: dict[str, Any] = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
BOUND_ATTRIBUTE = re.compile(r"""\s:[\w.-]+="([^"]*_\([^"]*)\"""")
"""A component's attribute that holds an expression: `:label="_('Name')"`. Django's own finder sees tags only."""


def extract_all(package: Path = PACKAGE) -> Catalog:
    """Every text below `package`, as a catalogue without translations."""
    found = Catalog(locale="de", fuzzy=False)
    for path in _sources(package, "*.py"):
        _add(found, path.read_text("utf-8"))
    for path in _sources(package, "*.html", "*.txt"):
        if "templates" in path.parts:
            text = path.read_text("utf-8")
            _add(found, _as_python(text, path))
            _add(found, "\n".join(BOUND_ATTRIBUTE.findall(text)))
    return found


def _as_python(template: str, path: Path) -> str:
    if not django.conf.settings.configured:
        django.conf.settings.configure()
    # The tokenizer of Python reads the result, and would take the indentation for Python's.
    return "\n".join(line.strip() for line in templatize(template, origin=str(path)).splitlines())


def _sources(package: Path, *patterns: str) -> Iterator[Path]:
    paths = sorted(path for pattern in patterns for path in package.rglob(pattern))
    return (path for path in paths if "tests" not in path.parts)


def _add(found: Catalog, source: str) -> None:
    messages: Iterable[Any] = extract("python", io.BytesIO(source.encode()), keywords=KEYWORDS)
    for _line, message, _comments, context in messages:
        if message and (not isinstance(message, tuple) or message[0]):
            found.add(message, context=context)
