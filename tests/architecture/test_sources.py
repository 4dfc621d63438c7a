"""What no file of the repository may hold."""

from __future__ import annotations

import re

import pytest

from .places import names, templates, text_files

LONGEST = 450
LEFTOVER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
MACHINE = re.compile(r"(?<![\w./])/(?:ro" + r"ot|wo" + r"rk|ho" + r"me|Use" + r"rs)/\w|/tm" + r"p/w/")
INLINE = re.compile(r"<style\b|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=|[\"']\s*javascript:", re.IGNORECASE)
ADDRESS = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|--trusted-host|\bfile:")
DATA = {".lock", ".po", ".svg", ".json"}


@pytest.fixture(scope="module")
def texts():
    return list(text_files())


def test_no_leftovers(texts):
    assert names([path for path, text in texts if path.suffix != ".lock" and LEFTOVER.search(text)]) == []


def test_no_paths_of_a_machine(texts):
    assert names([path for path, text in texts if MACHINE.search(text)]) == []


def test_no_file_is_too_long_to_read(texts):
    sources = [(path, text) for path, text in texts if path.suffix not in DATA and path.name != "LICENSE"]
    long = [path for path, text in sources if text.count("\n") > LONGEST]
    assert names([path for path in long if "migrations" not in path.parts]) == []


def test_templates_hold_no_style_and_no_script():
    assert names([path for path in templates() if INLINE.search(path.read_text("utf-8"))]) == []


def test_lock_files_name_no_address_and_check_every_package(texts):
    locks = [(path, text) for path, text in texts if path.suffix == ".lock"]
    assert sorted(path.name for path, _text in locks) == ["requirements-dev.lock", "requirements.lock"]
    for path, text in locks:
        assert ADDRESS.search(text) is None, path.name
        pinned = re.findall(r"^[\w.\[\],-]+==\S+.*\\$", text, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^\w", text, re.MULTILINE)), path.name
