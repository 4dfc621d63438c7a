"""From what a file calls a record to the record: number, external number, e-mail address, name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kundenwert.foundation.access.models import User
from kundenwert.foundation.text.words import words

from ..fields import FieldError, UserField
from ..record_type import RecordType

CACHE_LIMIT = 500_000


class LinkResolver:
    """Looks up the records of a type by what a file calls them; keeps what it found."""

    def __init__(self, target: RecordType) -> None:
        self.target = target
        self._found: dict[str, int] = {}

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
        rows = self.target.live().filter(**{f"{attribute}__in": texts}).values_list(attribute, "id")[: 3 * len(texts)]
        seen: dict[str, list[int]] = {}
        for text, record_id in rows:
            seen.setdefault(text, []).append(record_id)
        self._found |= {text: ids[0] for text, ids in seen.items() if len(ids) == 1}


class UserResolver(LinkResolver):
    """Looks up colleagues by e-mail address or full name."""

    def __init__(self, field: UserField) -> None:
        self._found = {}
        self.field = field

    def resolve(self, texts: Iterable[str]) -> dict[str, int]:
        wanted = set(texts)
        for text in wanted - self._found.keys():
            try:
                found = self.field.parse("" if text.isdigit() else text)
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
            names = ("", "") if "@" in text else (first[:80], last[:80])
            defaults = {"first_name": names[0], "last_name": names[1], "is_active": False, "password": "!"}
            user, _made = User.objects.get_or_create(email=address[:254].lower(), defaults=defaults)
            self._found[text] = user.pk
        return {text: self._found[text] for text in texts}


def existing_by(record_type: RecordType, key: str, values: Sequence[Any], attributes: Sequence[str]) -> dict[Any, dict[str, Any]]:
    """Key value → stored attributes of the live records that have one of these key values."""
    rows = record_type.live().filter(**{f"{key}__in": values}).order_by("-id").values("id", "version", *attributes)
    return {row[key]: row for row in rows}
