"""The texts of a page, and of which language of our catalogue they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from playwright.sync_api import Page

import kundenwert

CATALOGUE = Path(kundenwert.__file__).parent / "locale/de/LC_MESSAGES/django.po"
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]")
NAMES = {"Verwaltung", "Vertrieb", "Service", "Marketing", "Analyse", "Deutsch", "English"}
"""Roles and teams of the demo are data, and languages are named in their own, whatever the language."""
VISIBLE = """() => {
  const texts = new Set(), shown = (box) => box.checkVisibility({ visibilityProperty: true });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (node.parentElement && !node.parentElement.closest("script, style, template, [lang]:not(html)")
        && shown(node.parentElement)) texts.add(node.textContent.trim().replace(/\\s+/g, " "));
  for (const name of ["aria-label", "placeholder", "title", "alt", "data-tip"])
    for (const box of document.querySelectorAll(`body [${name}]`)) if (shown(box)) texts.add(box.getAttribute(name).trim());
  texts.add(document.title.split(" · ")[0]);
  return [...texts].filter(Boolean);
}"""


def visible_texts(page: Page) -> list[str]:
    """What a reader of the page sees or hears, each once."""
    found: list[str] = page.evaluate(VISIBLE)
    return sorted(found)


def foreign(texts: list[str], wanted: str) -> list[str]:
    """The texts that only the other language has; `wanted` is de or en."""
    german, english = _texts()
    own, other = (german, english) if wanted == "de" else (english, german)
    return [text for text in texts if text not in NAMES and _is_in(text, other) and not _is_in(text, own)]


def _is_in(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(text) is not None


@cache
def _texts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    german: set[str] = set()
    english: set[str] = set()
    for message in read_po(CATALOGUE.open("rb")):
        if message.id:
            english.update([message.id] if isinstance(message.id, str) else message.id)
            german.update([message.string] if isinstance(message.string, str) else message.string)
    return _pattern(german), _pattern(english)


def _pattern(texts: set[str]) -> re.Pattern[str]:
    """Matches each text; where a text has places for values, any value may stand there if enough words remain."""
    parts = []
    for text in texts:
        words = [part.strip() for part in PLACE.split(" ".join(text.split()))]
        if len(words) == 1 or len("".join(words)) > 8:
            parts.append(r"\s?.+?\s?".join(map(re.escape, words)))
    return re.compile("|".join(sorted(parts)))
