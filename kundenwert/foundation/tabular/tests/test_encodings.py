from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.foundation.tabular.tests.reading import cells, read

Write = Callable[..., Path]
TABLE = "Name;Straße;Größe\nMüller;Königstraße 5;groß\nGrößer & Söhne;Äußere Allee 1;ß\n"
ROWS = [("Müller", "Königstraße 5", "groß"), ("Größer & Söhne", "Äußere Allee 1", "ß")]


@pytest.mark.parametrize(
    ("encoding", "bom", "found"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("cp1252", b"", "cp1252"),
        ("iso-8859-1", b"", "cp1252"),
        ("cp850", b"", "cp850"),
        ("mac-roman", b"", "mac-roman"),
    ],
)
def test_each_encoding_is_found(write: Write, encoding: str, bom: bytes, found: str) -> None:
    path = write(bom + TABLE.encode(encoding))
    shape = inspect_file(path)
    assert (shape.encoding, shape.columns) == (found, ("Name", "Straße", "Größe"))
    assert cells(path) == ROWS


def test_euro_sign_and_quotation_marks_of_cp1252(write: Write) -> None:
    text = "Name;Preis\n„Spaß“ GmbH;5 €\n"
    assert cells(write(text, "cp1252")) == [("„Spaß“ GmbH", "5 €")]


def test_umlaut_after_the_first_megabyte_decides(write: Write) -> None:
    plain = "".join(f"{n};Meier;Hamburg\n" for n in range(120_000))
    for encoding in ("cp1252", "utf-8"):
        path = write(f"Nr;Name;Ort\n{plain}120000;Müller;Köln\n", encoding)
        shape = inspect_file(path)
        rows = read(path)
        assert (shape.encoding, len(rows)) == (encoding, 120_001)
        assert rows[-1].cells == ("120000", "Müller", "Köln")


@pytest.mark.parametrize("offset", range(4))
def test_character_cut_by_a_chunk_stays_whole(write: Write, offset: int) -> None:
    filler = "x" * offset + "äß€😀" * 60
    text = "Nr;Text\n" + "".join(f"{n};{filler}\n" for n in range(4000))
    path = write(text)
    rows = read(path)
    assert inspect_file(path).encoding == "utf-8"
    assert {row.cells[1] for row in rows} == {filler}
    assert {row.problem for row in rows} == {None}


def test_one_broken_byte_in_utf8_costs_one_row(write: Write) -> None:
    path = write("Name;Ort\nMüller;Köln\n".encode() + b"M\xfcller;Bonn\n" + "Jäger;Köln\n".encode())
    rows = read(path)
    assert [row.cells for row in rows] == [("Müller", "Köln"), ("M\ufffdller", "Bonn"), ("Jäger", "Köln")]
    assert [row.number for row in rows if row.problem] == [3]


def test_utf8_cut_off_in_a_character(write: Write) -> None:
    path = write("Name;Ort\nMüller;Köln\nJäger;Kö".encode()[:-1])
    rows = read(path)
    assert [(row.number, bool(row.problem)) for row in rows] == [(2, False), (3, True)]


def test_utf16_cut_off_in_a_character(write: Write) -> None:
    rows = read(write("\ufeffName;Ort\nMüller;Köln\n".encode("utf-16-le")[:-1]))
    assert [row.cells[0] for row in rows] == ["Müller"]


def test_undefined_byte_of_cp1252_is_told(write: Write) -> None:
    rows = read(write(b"Name;Ort\nM\xfcller;K\xf6ln\nx\x90y;Bonn\n"))
    assert [(row.cells[0], bool(row.problem)) for row in rows] == [("Müller", False), ("x\ufffdy", True)]


def test_stated_encoding_is_taken(write: Write) -> None:
    path = write("Jméno;Město\nDvořák;Plzeň\n", "cp1250")
    assert cells(path, encoding="cp1250") == [("Dvořák", "Plzeň")]
    assert inspect_file(write(TABLE, "utf-16"), encoding="utf-16").encoding == "utf-16-le"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_stated_utf8_with_and_without_bom(write: Write, bom: bytes) -> None:
    path = write(bom + TABLE.encode())
    assert inspect_file(path, encoding="UTF8").columns == ("Name", "Straße", "Größe")


def test_wrongly_stated_encoding_tells_the_line(write: Write) -> None:
    with pytest.raises(TableError) as told:
        inspect_file(write("Name;Ort\nMeier;Bonn\nMüller;Köln\n", "cp1252"), encoding="utf-8")
    assert str(told.value) == (
        "The file is not in the encoding utf-8: line 3 cannot be read. Choose another encoding or let it be found."
    )


@pytest.mark.parametrize("name", ["klingon", "rot13", "zlib"])
def test_unknown_encoding(write: Write, name: str) -> None:
    with pytest.raises(TableError, match="is not known"):
        inspect_file(write(TABLE), encoding=name)
