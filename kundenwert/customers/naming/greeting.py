"""The first line of a letter.

The German forms follow DIN 5008 and Duden: only the highest title is named, *Doktor* is abbreviated,
*Professor* is written out and takes the feminine form; before a title of nobility *Herr* and *Frau* are left
out. Swiss letters have no comma after the greeting.
"""

from __future__ import annotations

from kundenwert.customers.naming.academic_titles import highest_title, split_title
from kundenwert.foundation.text.fold import plain

_NOBLE = frozenset(
    {
        "freiherr",
        "freifrau",
        "freiin",
        "graf",
        "grafin",
        "baron",
        "baronin",
        "prinz",
        "prinzessin",
        "furst",
        "furstin",
    }
)
_UNKNOWN_PERSON = {
    "de": "Sehr geehrte Damen und Herren",
    "en": "Dear Sir or Madam",
    "fr": "Madame, Monsieur",
    "it": "Gentili Signore e Signori",
}
_NEUTRAL = {"de": "Guten Tag", "en": "Dear", "fr": "Bonjour", "it": "Buongiorno"}
_GERMAN = {"mr": ("Sehr geehrter", "Herr", "Professor"), "ms": ("Sehr geehrte", "Frau", "Professorin")}
_ENGLISH = {"mr": "Mr", "ms": "Ms"}
_OTHERS = {
    "fr": {"mr": "Monsieur", "ms": "Madame"},
    "it": {"mr": "Gentile Signor", "ms": "Gentile Signora"},
}


def letter_greeting(
    salutation: str, title: str, first: str, last: str, language: str = "de", country: str = "DE"
) -> str:
    """`Sehr geehrte Frau Dr. Muster,`, `Guten Tag Robin Muster,`, `Sehr geehrte Damen und Herren,` …

    `salutation` is "mr", "ms", "neutral" or ""; without one the person is greeted by the full name, for
    nobody's sex is guessed. `language` is the recipient's (de, en, fr, it; others get English), `country`
    where they live: it decides on the comma and on Austrian titles.
    """
    language = language[:2] if language[:2] in _NEUTRAL else "en"
    comma = "" if language == "de" and country in ("CH", "LI") else ","
    return _words(salutation, title.strip(), first.strip(), last.strip(), language, country) + comma


def _words(salutation: str, title: str, first: str, last: str, language: str, country: str) -> str:
    if not (first or last):
        return _UNKNOWN_PERSON[language]
    if not last or salutation not in ("mr", "ms"):
        return _neutral(title, first, last, language, country)
    if language == "de":
        return _german(salutation, title, last, country)
    if language == "en":
        return f"Dear {_english_title(title) or _ENGLISH[salutation]} {last}"
    return f"{_OTHERS[language][salutation]} {last}"


def _neutral(title: str, first: str, last: str, language: str, country: str) -> str:
    name = f"{first} {last}".strip()
    if language == "en" and last and (english := _english_title(title)):
        return f"Dear {english} {last}"
    highest = highest_title(split_title(title)[0], country).replace("prof", "Prof.") if language == "de" else ""
    return " ".join(filter(None, (_NEUTRAL[language], highest, name)))


def _german(salutation: str, title: str, last: str, country: str) -> str:
    dear, address, professor = _GERMAN[salutation]
    highest = highest_title(split_title(title)[0], country).replace("prof", professor)
    first_word, _, more = last.partition(" ")
    if plain(first_word) in _NOBLE and more and not highest:
        address = ""
    return " ".join(filter(None, (dear, address, highest, last)))


def _english_title(title: str) -> str:
    return {"prof": "Professor", "Dr.": "Dr"}.get(highest_title(title, ""), "")
