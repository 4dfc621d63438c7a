"""What can be wrong with a translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from babel.messages.catalog import Catalog, Message

PLACEHOLDER = re.compile(r"%\(\w+\)[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]|%[sdif]|\{\w*\}")


def faults(catalogue: Catalog, sources: Catalog) -> list[str]:
    """All faults, one line each."""
    used = {_key(message) for message in sources if message.id}
    known = {_key(message): message for message in catalogue if message.id}
    found = [f"missing: {_show(key)}" for key in sorted(used - set(known), key=str)]
    found += [f"not used any more: {_show(key)}" for key in sorted(set(known) - used, key=str)]
    found += [f"not used any more: {key!r}" for key in catalogue.obsolete]
    for key in sorted(used & set(known), key=str):
        found += [f"{fault}: {_show(key)}" for fault in _message_faults(known[key])]
    return found


def _message_faults(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    strings = _texts(message.string)
    if not strings or not all(strings):
        yield "not translated"
        return
    wanted = [_placeholders(text) for text in _texts(message.id)]
    allowed = _union(wanted)
    for text in strings:
        extra = _placeholders(text) - allowed
        if extra or (len(wanted) == 1 and _placeholders(text) != wanted[0]):
            yield f"placeholders differ in {text!r}"


def _placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text.replace("%%", "")))


def _union(counters: Iterable[Counter[str]]) -> Counter[str]:
    result: Counter[str] = Counter()
    for counter in counters:
        result |= counter
    return result


def _texts(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, (tuple, list)) else [str(value)] if value else []


def _key(message: Message) -> tuple[str, str]:
    first = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
    return (message.context or "", first)


def _show(key: tuple[str, str]) -> str:
    context, text = key
    return f"{text!r} ({context})" if context else repr(text)
