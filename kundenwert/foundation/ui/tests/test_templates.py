from __future__ import annotations

import re

import pytest
from django.template.loader import get_template

from kundenwert.foundation.ui.tests.templates import (
    COTTON,
    GUIDE,
    ROOT,
    components_used,
    tags,
    template_files,
)
from kundenwert.foundation.ui.web.styleguide import icon_names

FORBIDDEN = {
    "style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"\s(?:hx-)?on[:a-z-]*\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "style element": re.compile(r"<style", re.IGNORECASE),
    "script address": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
    "computed htmx value": re.compile(
        r"\shx-(?:vals|headers|confirm)\s*=\s*[\"']?js:|\shx-trigger\s*=\s*[\"'][^\"']*\["
    ),
}


def test_no_template_breaks_the_content_policy() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {what}: {tag[:80]}"
        for path in template_files()
        for tag in tags(path.read_text(encoding="utf-8"))
        for what, pattern in FORBIDDEN.items()
        if pattern.search(tag)
    ]
    assert broken == []


@pytest.mark.parametrize(
    "tag",
    [
        '<p style="x">',
        '<a onclick="x">',
        '<a hx-on:click="x">',
        "<script>",
        "<style>",
        '<a href="javascript:x">',
    ],
)
def test_the_rules_find_what_they_forbid(tag: str) -> None:
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(tag)] != []


@pytest.mark.parametrize(
    "tag", ['<script src="/a.js" defer>', '<a data-action="x" hx-confirm="Sure?">', '<c-x tone="on">']
)
def test_the_rules_allow_what_is_meant(tag: str) -> None:
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(tag)] == []


def test_every_icon_named_in_a_template_is_in_the_sprite() -> None:
    pattern = re.compile(r'\s(?:icon|icon-end)="([a-z][a-z0-9-]*)"|<c-icon\s(?:[^>]*?\s)?name="([a-z][a-z0-9-]*)"')
    named = {
        (str(path.relative_to(ROOT)), first or second)
        for path in template_files()
        for first, second in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert sorted(place for place in named if place[1] not in icon_names()) == []
    assert len(named) > 50


def test_every_component_named_in_a_template_exists() -> None:
    known = {path.stem for folder in ROOT.rglob("templates/cotton") for path in folder.rglob("*.html")}
    unknown = {
        (str(path.relative_to(ROOT)), name)
        for path in template_files()
        for name in components_used(path.read_text(encoding="utf-8"))
        if name not in known
    }
    assert sorted(unknown) == []


def test_every_component_is_shown_on_the_style_guide() -> None:
    pages = [GUIDE / "styleguide.html", *(GUIDE / "styleguide").rglob("*.html")]
    shown = set().union(*(components_used(page.read_text(encoding="utf-8")) for page in pages))
    assert {path.stem for path in COTTON.glob("*.html")} - shown == set()


@pytest.mark.parametrize("path", sorted(COTTON.glob("*.html")), ids=lambda path: path.stem)
def test_component_compiles(path) -> None:
    assert get_template(f"cotton/{path.name}").template.nodelist != []
