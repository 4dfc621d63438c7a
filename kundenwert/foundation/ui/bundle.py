"""Join the CSS and JS files into the two files that a page loads."""

from __future__ import annotations

import re
import sys
from pathlib import Path

STATIC = Path(__file__).parent / "static" / "kundenwert"

CSS_ORDER = (
    "layers",
    "reset",
    "tokens",
    "base",
    "shell",
    "plain",
    "button",
    "badge",
    "avatar",
    "field",
    "choice",
    "combobox",
    "file_drop",
    "surface",
    "facts",
    "editable",
    "stat",
    "menu",
    "dialog",
    "tabs",
    "timeline",
    "composer",
    "table",
    "filter_bar",
    "search",
    "feedback",
    "toast",
    "styleguide",
    "pages_list",
    "pages_form",
    "pages_card",
    "pages_lines",
    "pages_home",
    "pages_import",
    "utilities",
    "print",
)
JS_ORDER = (
    "kw",
    "place",
    "menu",
    "dialog",
    "drawer",
    "toast",
    "requests",
    "shell",
    "theme",
    "keys",
    "listbox",
    "search",
    "palette",
    "combobox",
    "tags",
    "fields",
    "show_when",
    "file_drop",
    "editable",
    "composer",
    "disclosure",
    "tooltip",
    "copy",
    "table_rows",
    "table_select",
    "table_resize",
    "columns",
)


def bundle(static: Path = STATIC) -> list[Path]:
    """Write `kundenwert.css` and `kundenwert.js` into `static`; return the two paths.

    The order is declared above, so the same sources give the same bytes. A file is written only when its
    content changes, so a reloading server does not turn in circles. Raises FileNotFoundError for a source
    that is declared but missing.
    """
    css = "".join(_squeeze_css(_read(static / "css" / f"{name}.css")) for name in CSS_ORDER)
    js = "".join(_read(static / "js" / f"{name}.js") for name in JS_ORDER)
    return [_write(static / "kundenwert.css", css), _write(static / "kundenwert.js", js)]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").rstrip() + "\n"


def _squeeze_css(css: str) -> str:
    """Drop comments and indentation; gzip does the rest."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", without_comments).lstrip("\n")


def _write(path: Path, content: str) -> Path:
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")
    return path


if __name__ == "__main__":
    for written in bundle():
        sys.stdout.write(f"{written.name}: {written.stat().st_size:,} bytes\n")
