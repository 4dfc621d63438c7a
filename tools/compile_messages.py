"""Makes what a wheel carries beside the sources: compiled translations, the joined CSS and JS.

Run by the build (hatch hook), so by `pip install` too, and by hand: `python tools/compile_messages.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface  # type: ignore[import-not-found]
except ImportError:  # by hand, where no build runs
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent.parent


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Called by hatchling before it gathers the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the files; hatchling takes them by the list of artifacts in pyproject.toml."""
        make(Path(self.root))


def make(root: Path = ROOT) -> list[Path]:
    """Compile every django.po below `root` and write the bundle; returns what was made."""
    made = [_compile(po) for po in sorted(root.glob("kundenwert/locale/*/LC_MESSAGES/django.po"))]
    sys.path.insert(0, str(root))
    try:
        from kundenwert.foundation.ui.bundle import bundle
    finally:
        sys.path.remove(str(root))
    return made + bundle(root / "kundenwert" / "foundation" / "ui" / "static" / "kundenwert")


def _compile(po: Path) -> Path:
    mo = po.with_suffix(".mo")
    with po.open("rb") as source:
        catalogue = read_po(source, locale=po.parent.parent.name, domain="django")
    draft = mo.with_suffix(".draft")
    with draft.open("wb") as target:
        write_mo(target, catalogue)
    draft.replace(mo)
    return mo


if __name__ == "__main__":
    for path in make():
        print(path.relative_to(ROOT))
