"""A text file as batches of lines, in bounded memory whatever the file holds."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from kundenwert.foundation.tabular.encodings import is_wide
from kundenwert.foundation.tabular.limits import CHUNK_BYTES, MAX_LINE_CHARS

_PREFIX_CHARS = 200
_LINE_END = re.compile(r"\r\n|\n|\r(?!\Z)")


class Batch(NamedTuple):
    """Lines with their ends.  `overlong` is the beginning of a line left out after them, "" for none."""

    lines: list[str]
    damaged: bool
    overlong: str
    last: bool


def line_batches(file: BinaryIO, encoding: str) -> Iterator[Batch]:
    """Yield the lines of a binary file; CR, LF and CRLF end a line and are kept.

    Bytes that are not text in `encoding` come as lone surrogates (U+DC80 to U+DCFF; U+FFFD in UTF-16) and
    the batch says `damaged`.  A line over MAX_LINE_CHARS is left out, never held.
    """
    decode = _Decoder(encoding)
    pending, damaged, skipped, first = "", False, "", True
    while raw := file.read(CHUNK_BYTES):
        text, bad = decode(raw, final=False)
        if first and text:
            text, first = text.removeprefix("\ufeff"), False
        damaged |= bad
        pending += text
        if skipped:
            end = _first_end(pending)
            if not end:
                pending = "\r" if pending.endswith("\r") else ""
                continue
            yield Batch([], damaged=False, overlong=skipped, last=False)
            skipped, pending = "", pending[end:]
        if cut := _last_end(pending):
            # a damaged character may stand in what is left over, so the mark stays for the next batch
            yield Batch(_split(pending[:cut]), damaged, overlong="", last=False)
            damaged, pending = damaged and cut < len(pending), pending[cut:]
        elif len(pending) > MAX_LINE_CHARS:
            skipped, pending, damaged = pending[:_PREFIX_CHARS], "", False
    text, bad = decode(b"", final=True)
    rest = "" if skipped else pending + text
    yield Batch(_split(rest), damaged or bad, skipped, last=True)


def _split(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _last_end(text: str) -> int:
    """Where the last complete line ends.  A CR at the very end may be half a CRLF and waits."""
    return max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1) if text else -1) + 1


def _first_end(text: str) -> int:
    """Where the first line ends, 0 while it does not; a CR at the very end waits for its LF."""
    found = _LINE_END.search(text)
    return found.end() if found else 0


class _Decoder:
    """Decodes strictly, which is fast, and only a chunk that fails a second time with marks."""

    def __init__(self, encoding: str) -> None:
        name = "utf-8" if encoding == "utf-8-sig" else encoding
        errors = "replace" if is_wide(encoding) else "surrogateescape"
        self._strict = codecs.getincrementaldecoder(name)("strict")
        self._loose = codecs.getincrementaldecoder(name)(errors)

    def __call__(self, raw: bytes, *, final: bool) -> tuple[str, bool]:
        state = self._strict.getstate()
        try:
            return self._strict.decode(raw, final), False
        except UnicodeDecodeError:
            self._loose.setstate(state)
            text = self._loose.decode(raw, final)
            self._strict.setstate(self._loose.getstate())
            return text, True
