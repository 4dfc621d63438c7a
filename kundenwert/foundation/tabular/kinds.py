"""What a file really is, whatever its name says."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Final, Literal

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.errors import TableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN: Final = (
    (b"%PDF", _("The file is a PDF. Export the table as CSV or XLSX.")),
    (b"\x1f\x8b", _("The file is compressed. Unpack it and upload what is inside.")),
    (b"7z\xbc\xaf\x27\x1c", _("The file is compressed. Unpack it and upload what is inside.")),
    (b"Rar!", _("The file is compressed. Unpack it and upload what is inside.")),
    (b"\x89PNG", _("The file is a picture. Export the table as CSV or XLSX.")),
    (b"\xff\xd8\xff", _("The file is a picture. Export the table as CSV or XLSX.")),
    (b"GIF8", _("The file is a picture. Export the table as CSV or XLSX.")),
    (b"{\\rtf", _("The file is a text document. Export the table as CSV or XLSX.")),
)
_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|head|meta)", re.IGNORECASE)
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')


def find_kind(path: Path) -> Literal["csv", "xlsx"]:
    """Return whether a file is to be read as CSV or XLSX; raise TableError where it is neither."""
    with path.open("rb") as file:
        start = file.read(4096)
    if not start:
        raise TableError(_("The file is empty."))
    if start.startswith(b"PK"):
        _check_workbook(path)
        return "xlsx"
    if start.startswith(_OLE):
        raise _old_office(path)
    for magic, message in _FOREIGN:
        if start.startswith(magic):
            raise TableError(message)
    _refuse_markup(start)
    return "csv"


def _refuse_markup(start: bytes) -> None:
    if _HTML.match(start):
        raise TableError(
            _("The file is a web page, whatever its name says. Open it in a spreadsheet and save it as XLSX.")
        )
    if _XML.match(start):
        raise TableError(_("The file is XML. Open it in a spreadsheet and save it as XLSX."))
    if _JSON.match(start):
        raise TableError(_("The file is JSON. Export it as CSV or XLSX."))


def _old_office(path: Path) -> TableError:
    """An old .xls and an encrypted .xlsx are both OLE containers; the directory entry tells them apart."""
    with path.open("rb") as file:
        tail = b""
        while chunk := file.read(1 << 20):
            if _ENCRYPTED in tail + chunk:
                return TableError(
                    _("The workbook is protected by a password. Save it without a password and try again.")
                )
            tail = chunk[-len(_ENCRYPTED) :]
    return TableError(_("The file is an old Excel file (.xls). Save it as an Excel workbook (.xlsx)."))


def _check_workbook(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            open_document = "mimetype" in names and b"opendocument" in archive.open("mimetype").read(100)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        raise broken_workbook() from error
    if open_document:
        raise TableError(_("The file is an OpenDocument file (.ods). Save it as XLSX or CSV."))
    if "xl/workbook.bin" in names:
        raise TableError(_("The file is a binary Excel workbook (.xlsb). Save it as .xlsx."))
    if "xl/workbook.xml" not in names:
        raise TableError(_("The file is an archive, not a workbook. Unpack it and upload what is inside."))


def broken_workbook() -> TableError:
    """Return the error for an XLSX file that is cut off or damaged."""
    return TableError(
        _("The workbook is damaged or incomplete. Open it in a spreadsheet, save it again and try once more.")
    )
