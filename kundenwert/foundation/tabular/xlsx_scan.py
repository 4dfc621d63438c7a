"""What a sheet of an XLSX file claims to hold, found before the reader makes room for it.

The reader (calamine) lays a sheet out as a full rectangle and copies a shared text into every cell that
refers to it.  Two cells in opposite corners, or one long text referred to a million times, would take all
memory; so corners, cells and texts are counted first.  It also gives error cells (#REF!) as empty, so they
are noted here.
"""

from __future__ import annotations

import re
import zipfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular import limits
from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.kinds import broken_workbook
from kundenwert.foundation.tabular.xlsx_archive import ZIP_ERRORS, part_pieces, too_large

# Excel and its like write `<c r="B2"` and `<row r="2"`: a literal is found much faster than all XML allows
_PLAIN_PLACE = re.compile(rb'<c r="([A-Z]+[0-9]+)"')
_PLAIN_ROW_NUMBER = re.compile(rb'<row r="([0-9]+)"')
_PLACE = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Za-z]+[0-9]+)["']""")
_PLACE_WITH_CONTENT = re.compile(_PLACE.pattern + rb"[^>]*(?<!/)>")
_CELL_START = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW_START = re.compile(rb"<(?:\w+:)?row[\s/>]")
_ROW_NUMBER = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["']([0-9]+)["']""")
_DIGITS = b"0123456789"
_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_ERROR_CELL = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*\bt\s*=\s*["']e["'])[^>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)["'][^>]*>"""
    rb"""(?:(?!</?(?:\w+:)?c[\s>])[\s\S])*?<(?:\w+:)?v[^>]*>([^<]*)<"""
)
_SHARED_CELL = re.compile(rb"""<(?:\w+:)?c\s(?=[^>]*\bt\s*=\s*["']s["'])[^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d+)\s*<""")
_END_OF_TEXT = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
_MAX_ROW_BYTES = 8_000_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(slots=True)
class SheetScan:
    """Extent of a sheet (1-based last row and column with content) and its error cells by row."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    errors: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


def scan_sheet(path: Path, sheet: str) -> SheetScan:
    """Return what the named sheet holds; raise TableError where it is beyond the limits."""
    try:
        with zipfile.ZipFile(path) as archive:
            part = _sheet_part(archive, path, sheet)
            scan = _scan(_rows(path, part))
            if scan.rows * scan.columns > limits.XLSX_MAX_CELLS:
                # cells that are only formatted take no room; leaving them out is slow, so it is done late
                scan = _scan(_rows(path, part), _PLACE_WITH_CONTENT)
            _check_extent(scan)
            _check_texts(archive, path, part, scan)
    except ZIP_ERRORS as error:
        raise broken_workbook() from error
    return scan


def _scan(pieces: Iterable[bytes], place: re.Pattern[bytes] = _PLACE) -> SheetScan:
    scan = SheetScan()
    letters: set[bytes] = set()
    last_row = unplaced_rows = unplaced_cells = 0
    for piece in pieces:
        places, cells = _places(piece, place)
        joined = b" ".join(places)
        letters.update(joined.translate(None, _DIGITS).split())
        numbers, rows = _row_numbers(piece)
        # rows need not ascend, nor a cell stand in its row, so the highest number of all is looked for
        last_row = max([last_row, *map(int, numbers), *map(int, set(joined.translate(None, _LETTERS).split()))])
        unplaced_rows += rows - len(numbers)
        unplaced_cells = max(unplaced_cells, _widest_unplaced(piece, cells))
        scan.cells += max(len(places), cells)
        scan.rows = last_row + unplaced_rows
        scan.columns = max([column_number(letter) for letter in letters], default=0) + unplaced_cells
        if b'"e"' in piece or b"'e'" in piece:
            _note_errors(piece, scan)
    return scan


def _places(piece: bytes, place: re.Pattern[bytes]) -> tuple[list[bytes], int]:
    """The places ("B2") of the cells of a piece, and how many cells have none."""
    if place is _PLACE and b":c" not in piece:
        places = _PLAIN_PLACE.findall(piece)
        if len(places) == piece.count(b"<c"):
            return places, 0
    total = len(_CELL_START.findall(piece))
    return place.findall(piece), total - len(_PLACE.findall(piece))


def _row_numbers(piece: bytes) -> tuple[list[bytes], int]:
    """The numbers of the rows of a piece, and how many rows there are."""
    plain = _PLAIN_ROW_NUMBER.findall(piece)
    if b":row" not in piece and len(plain) == piece.count(b"<row"):
        return plain, len(plain)
    return _ROW_NUMBER.findall(piece), len(_ROW_START.findall(piece))


def _check_extent(scan: SheetScan) -> None:
    if scan.rows > limits.XLSX_MAX_ROWS or scan.columns > limits.MAX_COLUMNS:
        raise too_large()
    if scan.rows * scan.columns > limits.XLSX_MAX_CELLS:
        raise too_large()


def _widest_unplaced(piece: bytes, unplaced: int) -> int:
    """Cells without a place stand one after another; count the row that has most of them."""
    if not unplaced:
        return 0
    return max(len(_CELL_START.findall(row)) for row in _ROW_START.split(piece))


def _note_errors(piece: bytes, scan: SheetScan) -> None:
    for letters, number, value in _ERROR_CELL.findall(piece):
        place = (column_number(letters), value.decode("ascii", "replace"))
        scan.errors.setdefault(int(number), []).append(place)
        if len(scan.errors) > limits.XLSX_MAX_ERROR_ROWS:
            raise TableError(
                _("More than %(limit)d rows of the sheet hold failed formulas such as #REF!. Mend them.")
                % {"limit": limits.XLSX_MAX_ERROR_ROWS}
            )


def column_number(letters: bytes) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper()[:7]:
        number = number * 26 + letter - 64
    return number


def column_letters(number: int) -> str:
    """Return A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _rows(path: Path, sheet: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a sheet in pieces that begin at a row, so that none is torn in two."""
    rest = b""
    for piece in part_pieces(path, sheet):
        rest += piece
        cut = max((rest.rfind(start) for start in (b"<row ", b"<row>", b":row ", b":row>")), default=0)
        cut = rest.rfind(b"<", 0, cut + 1)
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > _MAX_ROW_BYTES:
            raise too_large()
    yield rest


def _check_texts(archive: zipfile.ZipFile, path: Path, sheet: zipfile.ZipInfo, scan: SheetScan) -> None:
    """The texts of all cells together, counted cell by cell where the cheap upper bound is not enough."""
    lengths = _shared_text_lengths(archive, path)
    if not lengths or max(lengths) * scan.cells <= limits.XLSX_MAX_TEXT_BYTES:
        return
    total = 0
    for piece in _rows(path, sheet):
        for index in _SHARED_CELL.findall(piece):
            total += lengths[int(index)] if int(index) < len(lengths) else 0
        if total > limits.XLSX_MAX_TEXT_BYTES:
            raise too_large()


def _shared_text_lengths(archive: zipfile.ZipFile, path: Path) -> array[int]:
    lengths = array("Q")
    info = next((part for part in archive.infolist() if part.filename.lower() == "xl/sharedstrings.xml"), None)
    if info is None:
        return lengths
    open_length = 0
    rest = b""
    for piece in part_pieces(path, info):
        texts = _END_OF_TEXT.split(rest + piece)
        for text in texts[:-1]:
            lengths.append(len(text) + open_length)
            open_length = 0
        # a long text is counted and dropped, but for what may be half of its closing tag
        rest = texts[-1][-64:]
        open_length += len(texts[-1]) - len(rest)
    return lengths


def _sheet_part(archive: zipfile.ZipFile, path: Path, sheet: str) -> zipfile.ZipInfo:
    """The part that holds a sheet: workbook.xml gives its relation, the relation its file."""
    workbook = _parse(archive, path, "xl/workbook.xml")
    relations = _parse(archive, path, "xl/_rels/workbook.xml.rels")
    wanted = next((e for e in workbook.iter() if e.tag.endswith("}sheet") and e.get("name") == sheet), None)
    if wanted is None:
        raise broken_workbook()
    relation = wanted.get(_RELATION) or wanted.get(_STRICT_RELATION)
    target = next((e.get("Target", "") for e in relations.iter() if e.get("Id") == relation), "")
    name = target.lstrip("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"
    names = {part.filename.lower(): part for part in archive.infolist()}
    if name.lower() not in names:
        raise broken_workbook()
    return names[name.lower()]


def _parse(archive: zipfile.ZipFile, path: Path, name: str) -> ET.Element:
    data = b""
    for piece in part_pieces(path, archive.getinfo(name)):
        data += piece
        if len(data) > limits.XLSX_MAX_SMALL_PART_BYTES or b"<!ENTITY" in data:
            raise too_large()
    try:
        return ET.fromstring(data)  # noqa: S314 - bounded in size, entities refused above
    except ET.ParseError as error:
        raise broken_workbook() from error
