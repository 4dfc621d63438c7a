from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.shape import FileShape, inspect_file
from kundenwert.foundation.tabular.tests.reading import cells, read

Write = Callable[..., Path]


def test_whole_shape(write: Write) -> None:
    assert inspect_file(write("Firma;PLZ\nMüller;01067\n")) == FileShape(
        "csv", "utf-8", ";", '"', "", (), 1, ("Firma", "PLZ")
    )


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(write: Write, mark: str, end: str) -> None:
    rows = [["Firma", "Ort", "PLZ"], ["Müller", "Köln", "50667"], ["Meier", "", "01067"]]
    path = write(end.join(mark.join(row) for row in rows) + end)
    assert inspect_file(path).delimiter == mark
    assert cells(path) == [tuple(row) for row in rows[1:]]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Artikel;Preis\nSchraube;1,50\nMutter;2,50\n", ";"),
        ("Name;Ort\nMüller, Hans;München, Bayern\nMeier, Eva;Bonn, NRW\n", ";"),
        ("name,city\nMiller; Sons,London\nSmith; Co,Leeds\n", ","),
        ('Name,Note\n"a;b;c","x"\n"d;e;f","y"\n', ","),
        ("Name\nMüller, Hans\nMeier, Eva\n", ";"),
        ("Name\nMüller\n", ";"),
        ("a\tb\n1,5\t2,5\n", "\t"),
    ],
)
def test_delimiter_is_not_mistaken(write: Write, text: str, delimiter: str) -> None:
    assert inspect_file(write(text)).delimiter == delimiter


def test_stated_delimiter_is_taken(write: Write) -> None:
    assert inspect_file(write("a:b;c\n1:2;3\n"), delimiter=":").columns == ("a", "b;c")
    with pytest.raises(TableError, match="one character"):
        inspect_file(write("a;b\n"), delimiter=";;")


def test_sep_line_of_excel_is_no_row(write: Write) -> None:
    path = write("sep=|\r\nName|Ort\r\nMüller|Köln\r\n")
    shape = inspect_file(path)
    assert (shape.delimiter, shape.header_row, shape.columns) == ("|", 1, ("Name", "Ort"))
    assert [(row.number, row.cells) for row in read(path)] == [(2, ("Müller", "Köln"))]


def test_titles_and_blank_lines_above_the_header(write: Write) -> None:
    path = write("Kundenliste\n\nStand: 22.11.2026;;\n;;\nNr;Name;Ort\n1;Müller;Köln\n\n2;Meier;Bonn\n")
    shape = inspect_file(path)
    assert (shape.header_row, shape.columns) == (5, ("Nr", "Name", "Ort"))
    assert [(row.number, row.cells[0]) for row in read(path)] == [(6, "1"), (8, "2")]


def test_quoted_newlines_count_once(write: Write) -> None:
    path = write('"Nr";"Bemer-\nkung"\n1;"eins\nzwei\r\ndrei"\n2;vier\n')
    assert inspect_file(path).columns == ("Nr", "Bemer- kung")
    assert [(row.number, row.cells) for row in read(path)] == [
        (2, ("1", "eins\nzwei\r\ndrei")),
        (3, ("2", "vier")),
    ]


def test_empty_and_repeated_names_are_made_unique(write: Write) -> None:
    shape = inspect_file(write("Name;Name;;Name (2);Name\na;b;c;d;e\n"))
    assert shape.columns == ("Name", "Name (3)", "Column 3", "Name (2)", "Name (4)")


def test_unnamed_last_column_with_data_is_kept_without_is_not(write: Write) -> None:
    assert inspect_file(write("A;B;;\n1;2;3;\n")).columns == ("A", "B", "Column 3")
    assert inspect_file(write("A;B\n1;2;3\n4;5;6\n")).columns == ("A", "B", "Column 3")
    assert inspect_file(write("A;B;;\n1;2;;\n")).columns == ("A", "B")


def test_spaces_before_quotation_marks(write: Write) -> None:
    path = write('"Name", "Ort"\n"Müller, Hans", "Köln"\n"Meier, Eva", "Bonn"\n')
    assert inspect_file(path).skip_space
    assert cells(path) == [("Müller, Hans", "Köln"), ("Meier, Eva", "Bonn")]


def test_space_and_quotation_mark_inside_a_cell_do_not_deceive(write: Write) -> None:
    path = write('Name,Note\n"a, ""b""", x\n"c"," ""d"""\n')
    assert not inspect_file(path).skip_space
    assert cells(path) == [('a, "b"', " x"), ("c", ' "d"')]


def test_data_without_header_is_told_and_can_be_read(write: Write) -> None:
    path = write("10001;Müller;info@mueller.de\n10002;Meier;info@meier.de\n")
    with pytest.raises(TableError, match="looks like data"):
        inspect_file(path)
    shape = inspect_file(path, has_header=False)
    assert (shape.header_row, shape.columns) == (0, ("Column 1", "Column 2", "Column 3"))
    assert [row.number for row in read(path, has_header=False)] == [1, 2]
    assert inspect_file(path, has_header=True).columns[1] == "Müller"


def test_years_are_names_of_columns(write: Write) -> None:
    assert inspect_file(write("2024;2025;2026\n1;2;3\n")).columns == ("2024", "2025", "2026")


@pytest.mark.parametrize("name", ["1.1 Ort", "Umsatz 2025/2026", "3. Quartal", "Stand 22.11.2026", "E-Mail (@)"])
def test_names_with_numbers_are_no_data(write: Write, name: str) -> None:
    assert inspect_file(write(f"Firma;{name}\nMüller;5\n")).columns == ("Firma", name)


@pytest.mark.parametrize("cell", ["info@firma.de", "22.11.2026", "2026-11-22 14:30", "1.234,56 €", "12.5", "7,5 %"])
def test_data_in_the_place_of_the_header_is_told(write: Write, cell: str) -> None:
    with pytest.raises(TableError, match="looks like data"):
        inspect_file(write(f"Müller;{cell}\nMeier;{cell}\n"))


def test_unreadable_byte_in_the_header(write: Write) -> None:
    assert inspect_file(write(b"Stra\xdfe;x\x90y\nM\xfcller;5\n")).columns == ("Straße", "x\ufffdy")


def test_stated_header_row(write: Write) -> None:
    path = write("A;B\nName;Ort\nMüller;Köln\n")
    assert inspect_file(path, header_row=2).columns == ("Name", "Ort")
    assert [row.number for row in read(path, header_row=2)] == [3]
    with pytest.raises(TableError, match="Row 9 is empty"):
        inspect_file(path, header_row=9)


@pytest.mark.parametrize("text", ["", "\n\n\n", "   \r\n", "\ufeff", ";;;\n;;;\n"])
def test_file_without_rows(write: Write, text: str) -> None:
    with pytest.raises(TableError):
        inspect_file(write(text))


def test_header_only(write: Write) -> None:
    path = write("Name;Ort")
    assert inspect_file(path).columns == ("Name", "Ort")
    assert read(path) == []


def test_broken_quotation_mark_in_the_header(write: Write) -> None:
    with pytest.raises(TableError, match=r"Row 1: A quotation mark"):
        inspect_file(write('Name;"Ort;PLZ\nMüller;Köln;50667\nMeier;Bonn;53111\n'))
