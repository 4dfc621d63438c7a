from __future__ import annotations

import gzip
import resource
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kundenwert.foundation.tabular import limits
from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.foundation.tabular.tests.workbooks import with_sheet_xml

Write = Callable[..., Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty"),
        (b"%PDF-1.7\n1;2;3\n", "is a PDF"),
        (gzip.compress(b"Name;Ort\n", mtime=0), "is compressed"),
        (gzip.compress(b"Name;Ort\n" * 99, mtime=0)[:30], "is compressed"),
        (b"7z\xbc\xaf\x27\x1c rest", "is compressed"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\xff\xd8\xff\xe0", "is a picture"),
        (b"{\\rtf1", "is a text document"),
        (OLE + b"\0" * 600, r"old Excel file \(.xls\)"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"\n <!DOCTYPE html><table>", "is a web page"),
        (b"\xef\xbb\xbf<html>", "is a web page"),
        (b'<?xml version="1.0"?><Workbook>', "is XML"),
        (b'[{"name": "x"}]', "is JSON"),
        (b'{"name": "x"}\n', "is JSON"),
        (b"Name;Ort\nM\0ller;K\n", "NUL bytes"),
        (b"Name;Ort\n" + bytes(range(1, 9)) * 30, "is not a table"),
        (b"PK\x03\x04" + b"x" * 50, "damaged or incomplete"),
    ],
)
def test_what_is_no_table_is_told(write: Write, content: bytes, message: str) -> None:
    with pytest.raises(TableError, match=message):
        inspect_file(write(content))


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "OpenDocument"),
        ({"xl/workbook.bin": ""}, "binary Excel workbook"),
        ({"customers.csv": "a;b"}, "is an archive"),
        ({"xl/workbook.xml": "<workbook/>"}, "damaged or incomplete"),
    ],
)
def test_other_archives_are_told(tmp_path: Path, parts: dict[str, str], message: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    with pytest.raises(TableError, match=message):
        inspect_file(path)


def small_workbook(path: Path) -> Path:
    return with_sheet_xml(path, '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', ["Name"])


def test_zip_bomb_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = small_workbook(tmp_path / "bomb.xlsx")
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("xl/media/bomb.xml", "w") as part,
    ):
        for _megabyte in range(120):
            part.write(b" " * 1_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TableError, match="too large"):
        inspect_file(path)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_size_that_lies_is_counted_honestly(tmp_path: Path) -> None:
    path = small_workbook(tmp_path / "lie.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/extra.xml", b" " * 5_000_000)
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 10)))
    with pytest.raises(TableError, match="damaged"):
        inspect_file(path)


def test_declared_sizes_and_numbers_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small_workbook(tmp_path / "a.xlsx")
    for name in ("XLSX_MAX_PARTS", "XLSX_MAX_UNPACKED_BYTES", "XLSX_MAX_FILE_BYTES"):
        with monkeypatch.context() as patch:
            patch.setattr(limits, name, 5)
            # another time of change, for an unchanged file is not counted again
            path.touch()
            with pytest.raises(TableError, match="too large"):
                inspect_file(path)
    path.touch()
    assert inspect_file(path).columns == ("Name",)


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="2"><c r="XFD1"><v>1</v></c><c r="A1048576"><v>1</v></c></row>',
        "<row r=\"2\"><c\n r = 'xfd1048576'><v>1</v></c></row>",
        '<row r="9999999"><c r="A9999999"><v>1</v></c></row>',
        '<row r="2"><c r="ZZZZ2"><v>1</v></c></row>',
        '<row r="1048570"><c r="A1048570"><v>1</v></c></row>' + f"<row>{'<c><v>1</v></c>' * 5000}</row>",
    ],
)
def test_rectangle_beyond_memory_is_refused(tmp_path: Path, far: str) -> None:
    path = with_sheet_xml(tmp_path / "a.xlsx", f'<row r="1"><c r="A1" t="s"><v>0</v></c></row>{far}', ["Name"])
    with pytest.raises(TableError, match="too large"):
        inspect_file(path)


def test_long_text_shared_by_many_cells_is_refused(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{int(n > 1)}</v></c></row>' for n in range(1, 20_001))
    path = with_sheet_xml(tmp_path / "a.xlsx", rows, ["Name", "x" * 32_000])
    with pytest.raises(TableError, match="too large"):
        inspect_file(path)


def test_long_text_beside_many_short_ones_is_read(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{int(n == 2)}</v></c></row>' for n in range(1, 20_001))
    path = with_sheet_xml(tmp_path / "a.xlsx", rows, ["Name", "x" * 32_000])
    assert inspect_file(path).columns == ("Name",)


def test_sheet_without_rows_that_never_ends(tmp_path: Path) -> None:
    path = with_sheet_xml(tmp_path / "a.xlsx", "x" * 20_000_000)
    with pytest.raises(TableError):
        inspect_file(path)
