from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from kundenwert.foundation.ui.bundle import CSS_ORDER, JS_ORDER, STATIC, bundle


@pytest.fixture
def static(tmp_path: Path) -> Path:
    for kind in ("css", "js"):
        shutil.copytree(STATIC / kind, tmp_path / kind)
    return tmp_path


def test_every_source_has_its_place_in_the_order() -> None:
    assert sorted(path.stem for path in (STATIC / "css").glob("*.css")) == sorted(CSS_ORDER)
    assert sorted(path.stem for path in (STATIC / "js").glob("*.js")) == sorted(JS_ORDER)


def test_same_sources_give_same_bytes_and_nothing_is_written_twice(static: Path) -> None:
    first = bundle(static)
    seen = [(path.read_bytes(), path.stat().st_mtime_ns) for path in first]
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in bundle(static)] == seen


def test_a_changed_source_changes_the_bundle(static: Path) -> None:
    css, _ = bundle(static)
    before = css.read_text(encoding="utf-8")
    (static / "css" / "print.css").write_text("@layer utilities { b { color: red; } }", encoding="utf-8")
    bundle(static)
    after = css.read_text(encoding="utf-8")
    assert after != before
    assert after.endswith("@layer utilities { b { color: red; } }\n")


def test_the_layers_are_named_first_and_comments_stay_at_home(static: Path) -> None:
    css, _ = bundle(static)
    text = css.read_text(encoding="utf-8")
    assert text.splitlines()[0] == "@layer reset, tokens, base, layout, components, pages, utilities;"
    assert text.count("/*") == 0


def test_a_page_loads_at_most_45_kb_of_style_and_behaviour(static: Path) -> None:
    assert sum(len(gzip.compress(path.read_bytes())) for path in bundle(static)) <= 45_000


def test_behaviours_stay_small() -> None:
    long = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in (STATIC / "js").glob("*.js")}
    assert {name: lines for name, lines in long.items() if lines > 60} == {}


def test_a_missing_source_is_an_error(static: Path) -> None:
    (static / "js" / "kw.js").unlink()
    with pytest.raises(FileNotFoundError):
        bundle(static)
