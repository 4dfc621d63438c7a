"""From what a file calls a record to the record: number, external number, e-mail address, name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from django.db.models import Count, F, Min

from kundenwert.foundation.access.models import User
from kundenwert.foundation.text.words import words

from ..fields import EmailField, Field, FieldError, LinkField, UserField
from ..record_type import RecordType
from .any_of import AnyOf

CACHE_LIMIT = 500_000


class LinkResolver:
    """Looks up the records of a type by what a file calls them; keeps what it found."""

    def __init__(self, target: RecordType) -> None:
        self.target = target
        self._found: dict[str, int] = {}
        self.ambiguous: set[str] = set()
        """Texts that mean several records; those are no better than unknown."""

    def resolve(self, texts: Iterable[str]) -> dict[str, int]:
        """Text → id for all texts that mean exactly one record."""
        wanted = set(texts)
        unknown = [text for text in wanted if text not in self._found]
        if len(self._found) > CACHE_LIMIT:
            self._found.clear()
            unknown = list(wanted)
        for attribute in [*self.target.import_keys, self.target.title]:
            if unknown:
                self._look_up(attribute, unknown)
                unknown = [text for text in unknown if text not in self._found]
        return {text: self._found[text] for text in wanted if text in self._found}

    def learn(self, text: str, record_id: int) -> None:
        """Remember a record that was just made."""
        self._found[text] = record_id

    def _look_up(self, attribute: str, texts: Sequence[str]) -> None:
        if isinstance(self.target.field(attribute), UserField):
            return
        spelled = {_as_stored(self.target.field(attribute), text): text for text in texts}
        holders = self.target.live().filter(AnyOf(F(attribute), list(spelled))).order_by().values(attribute)
        for value, count, record_id in holders.annotate(n=Count("id"), first=Min("id")).values_list(
            attribute, "n", "first"
        ):
            if count == 1:
                self._found[spelled[value]] = record_id
            else:
                self.ambiguous.add(spelled[value])


def _as_stored(field: Field, text: str) -> str:
    """E-mail addresses are kept in their normal form."""
    with suppress(FieldError):
        return field.parse(text) if isinstance(field, EmailField) else text
    return text


class UserResolver(LinkResolver):
    """Looks up colleagues by e-mail address or full name."""

    def __init__(self, field: UserField) -> None:
        self._found = {}
        self.ambiguous = set()
        self.field = field

    def resolve(self, texts: Iterable[str]) -> dict[str, int]:
        wanted = set(texts)
        for text in wanted - self._found.keys():
            try:
                found = self.field.parse("" if text.isdecimal() else text)
            except FieldError:
                found = None
            if found is not None:
                self._found[text] = found
        return {text: self._found[text] for text in wanted if text in self._found}

    def create(self, texts: Iterable[str]) -> dict[str, int]:
        """Inactive users without roles and password for colleagues who are gone: what they did keeps their name."""
        for text in sorted(texts):
            address = text if "@" in text else f"{'.'.join(words(text)) or 'unknown'}@former-colleague.invalid"
            first, _space, last = text.rpartition(" ")
            if "@" in text:
                first, _dot, last = text.partition("@")[0].title().rpartition(".")
            names = (first[:80], last[:80])
            defaults = {"first_name": names[0], "last_name": names[1], "is_active": False, "password": "!"}
            user, _made = User.objects.get_or_create(email=address[:254].lower(), defaults=defaults)
            self._found[text] = user.pk
        return {text: self._found[text] for text in texts}


def resolver_of(field: LinkField | UserField) -> LinkResolver:
    """The resolver of a field's texts."""
    return UserResolver(field) if isinstance(field, UserField) else LinkResolver(field.target_type)


def existing_by(
    record_type: RecordType, key: str, values: Sequence[Any], attributes: Sequence[str]
) -> dict[Any, dict[str, Any]]:
    """Key value → stored attributes of the live records that have one of these key values."""
    rows = record_type.live().filter(AnyOf(F(key), values)).order_by("-id").values("id", "version", *attributes)
    return {row[key]: row for row in rows}
