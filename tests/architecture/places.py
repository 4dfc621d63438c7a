"""Where things lie in the repository."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "kundenwert"
SKIPPED = {".venv", ".git", "node_modules", "__pycache__", "build", "dist", "test-results"}


def templates() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*") if "templates" in path.parts and path.is_file())


def own_files() -> Iterator[Path]:
    """Every file that belongs to the repository; without git, every file that is not made."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0 and listed.stdout:
        candidates = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        candidates = [path for path in ROOT.rglob("*") if not SKIPPED & set(path.relative_to(ROOT).parts)]
    return (path for path in sorted(candidates) if path.is_file())


def text_files() -> Iterator[tuple[Path, str]]:
    for path in own_files():
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]
