"""What was found out about a file, as selects that correct it."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.shape import FileShape

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "cp1252": "Windows (cp1252)",
    "iso8859-15": "ISO 8859-15 (Latin-9)",
    "cp850": "DOS (cp850)",
    "mac-roman": "Macintosh",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 BE",
}


def encoding_choices(shape: FileShape) -> list[tuple[str, str]]:
    """Encodings, with that of the file even where it is a rare one."""
    return list({**ENCODINGS, **({} if shape.encoding in ENCODINGS else {shape.encoding: shape.encoding})}.items())


def delimiter_choices(shape: FileShape) -> list[tuple[str, str]]:
    """Delimiters, with that of the file even where it is a rare one."""
    known = {";": _("Semicolon ;"), ",": _("Comma ,"), "\t": _("Tab"), "|": _("Vertical bar |")}
    return list({**known, **({} if shape.delimiter in known else {shape.delimiter: shape.delimiter})}.items())


def read_corrections(data: QueryDict) -> dict[str, str | int]:
    """What somebody says about the file; a header row that is no number counts as none given (1)."""
    row = data.get("header_row", "").strip()
    return {
        "encoding": data.get("encoding", ""),
        "delimiter": data.get("delimiter", ""),
        "sheet": data.get("sheet", ""),
        "header_row": int(row) if row.isdecimal() and len(row) < 6 else 1,
    }
