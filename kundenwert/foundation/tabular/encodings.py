"""Which encoding a text file is in.  The whole file is looked at: one umlaut may stand in the last row."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.errors import TableError

_SCAN_BYTES = 1 << 20
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = ("utf-16", "utf-32")
_UTF8_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|([\x80-\xff])"
)
# ä, ö, ü of the old code pages, only where they stand inside a word: in cp1252 these bytes are
# quotation marks or unused, which no word has inside.
_DOS_LETTER = re.compile(rb"[A-Za-z][\x81\x84\x94][a-z]")
_MAC_LETTER = re.compile(rb"[A-Za-z]\x9f[a-z]")
_WINDOWS_LETTER = re.compile(rb"[\xe4\xf6\xfc\xc4\xd6\xdc\xdf]")
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 31}) + b"\x7f"


def find_encoding(path: Path) -> str:
    """Return the Python name of the encoding of a text file.

    One of utf-8, utf-8-sig, utf-16-le, utf-16-be, utf-32-le, utf-32-be, cp1252, cp850, mac-roman.
    Raises TableError for a file that is no text.
    """
    with path.open("rb") as file:
        start = file.read(1 << 16)
    for bom, name in _BOMS:
        if start.startswith(bom):
            return name
    wide = _wide_without_bom(start)
    if wide:
        return wide
    return _find_narrow(path)


def check_encoding(path: Path, encoding: str) -> str:
    """Return the stated encoding under its Python name; raise TableError where the file is not in it."""
    try:
        info = codecs.lookup(encoding)
        "".encode(encoding)
    except LookupError as error:
        raise TableError(_("The encoding “%(name)s” is not known.") % {"name": encoding}) from error
    name = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(info.name, info.name)
    with path.open("rb") as file:
        start = file.read(4)
    if name == "utf-16-le" and start.startswith(codecs.BOM_UTF16_BE):
        name = "utf-16-be"
    if name == "utf-8" and start.startswith(codecs.BOM_UTF8):
        name = "utf-8-sig"
    _decode_strictly(path, name)
    return name


def is_wide(encoding: str) -> bool:
    """Whether a character takes two or four bytes, so that NUL bytes are no sign of damage."""
    return encoding.startswith(_WIDE)


def _decode_strictly(path: Path, encoding: str) -> None:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = 1
    with path.open("rb") as file:
        while True:
            raw = file.read(_SCAN_BYTES)
            if not is_wide(encoding):
                _refuse_nul(raw)
            try:
                lines += decoder.decode(raw, final=not raw).count("\n")
            except UnicodeDecodeError as error:
                line = lines + error.object[: error.start].count(b"\n")
                raise TableError(
                    _(
                        "The file is not in the encoding %(encoding)s: line %(line)d cannot be read. "
                        "Choose another encoding or let it be found."
                    )
                    % {"encoding": encoding, "line": line}
                ) from error
            if not raw:
                return


def _wide_without_bom(start: bytes) -> str | None:
    """UTF-16 of Western text has a NUL in every other byte: the odd ones (LE) or the even ones (BE)."""
    pairs = len(start) // 2
    if pairs < 2:
        return None
    even, odd = start[0 : 2 * pairs : 2].count(0), start[1 : 2 * pairs : 2].count(0)
    if odd * 10 > pairs * 6 and even * 10 < pairs:
        return "utf-16-le"
    if even * 10 > pairs * 6 and odd * 10 < pairs:
        return "utf-16-be"
    return None


def _refuse_nul(raw: bytes) -> None:
    if b"\0" in raw:
        raise TableError(
            _(
                "The file holds NUL bytes, which no text has: it is damaged or not a table. "
                "Export it again as CSV or XLSX."
            )
        )


def _refuse_binary(raw: bytes) -> None:
    """Text has next to no control characters; eight of them and one in a hundred is a program's data."""
    controls = len(raw) - len(raw.translate(None, _CONTROL))
    if controls > 8 and controls * 100 > len(raw):
        raise TableError(_("The file is not a table. Export it as CSV or XLSX and try again."))


def _find_narrow(path: Path) -> str:
    """UTF-8 where most characters beyond ASCII are valid UTF-8 (a few broken ones are told by their row)."""
    valid = broken = dos = mac = windows = 0
    tail = b""
    with path.open("rb") as file:
        while raw := file.read(_SCAN_BYTES):
            _refuse_nul(raw)
            _refuse_binary(raw)
            if raw.isascii() and not tail:
                continue
            raw = tail + raw
            # never cut inside a character: the last three bytes may begin one
            cut = len(raw) - next((n for n in (1, 2, 3) if len(raw) >= n and raw[-n] >= 0xC0), 0)
            tail, raw = raw[cut:], raw[:cut]
            found = _count_utf8(raw)
            valid, broken = valid + found[0], broken + found[1]
            if found[1]:
                dos += len(_DOS_LETTER.findall(raw))
                mac += len(_MAC_LETTER.findall(raw))
                windows += len(_WINDOWS_LETTER.findall(raw))
    end_valid, end_broken = _count_utf8(tail)
    return _judge(valid + end_valid, broken + end_broken, dos, mac, windows)


def _count_utf8(raw: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are valid UTF-8, and how many bytes are not."""
    try:
        # every character beyond ASCII takes one to three bytes more than it has signs
        return len(raw) - len(raw.decode("utf-8")), 0
    except UnicodeDecodeError:
        single = _UTF8_CHARACTER.findall(raw)
        broken = sum(map(bool, single))
        return len(single) - broken, broken


def _judge(valid: int, broken: int, dos: int, mac: int, windows: int) -> str:
    if not broken or valid > broken:
        return "utf-8"
    if dos and not windows:
        return "cp850"
    if mac and not windows:
        return "mac-roman"
    return "cp1252"
