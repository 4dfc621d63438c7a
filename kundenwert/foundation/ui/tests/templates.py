"""Reading the templates of the whole tree as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import kundenwert

ROOT = Path(kundenwert.__file__).parent
COTTON = ROOT / "foundation" / "ui" / "templates" / "cotton"
GUIDE = ROOT / "foundation" / "ui" / "templates" / "kundenwert"


def template_files() -> list[Path]:
    return sorted(path for folder in ROOT.rglob("templates") for path in folder.rglob("*.html"))


def tags(text: str) -> Iterator[str]:
    """Opening tags, with Django's own tags and variables taken out first."""
    plain = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", text, flags=re.DOTALL)
    return (found.group(0) for found in re.finditer(r"<[a-zA-Z][^<>]*>", plain))


def components_used(text: str) -> set[str]:
    return {name.replace("-", "_") for name in re.findall(r"<c-([a-z][a-z-]*)", text)} - {"vars", "slot"}
