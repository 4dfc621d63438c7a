from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.rows import Cell
from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.foundation.tabular.source import open_table
from kundenwert.foundation.tabular.tests.reading import read, told

Write = Callable[..., Path]
HEADER = "Nr;Name;Ort\n"


def good_and_bad(path: Path) -> tuple[list[tuple[int, tuple[Cell, ...]]], list[int]]:
    rows = read(path)
    good = [(row.number, row.cells) for row in rows if not row.problem]
    return good, [row.number for row in rows if row.problem]


def test_short_rows_are_filled_up_and_long_ones_told(write: Write) -> None:
    rows = read(write(HEADER + "1;Müller;Köln;\n2;Meier\n3;Schmidt;Bonn;Rest\n4;Ende;Ulm\n"))
    assert [row.cells for row in rows] == [
        ("1", "Müller", "Köln"),
        ("2", "Meier", ""),
        ("3", "Schmidt", "Bonn", "Rest"),
        ("4", "Ende", "Ulm"),
    ]
    assert [row.problem for row in rows if row.problem] == [
        ("The row has 4 cells, the header only 3. A cell that holds the delimiter must stand in quotation marks.")
    ]


def test_blank_rows_are_left_out_but_counted(write: Write) -> None:
    good, bad = good_and_bad(write(HEADER + "\n1;a;b\n;;\n\n2;c;d\n\n"))
    assert (good, bad) == ([(3, ("1", "a", "b")), (6, ("2", "c", "d"))], [])


def test_unclosed_quotation_mark_costs_its_row_only(write: Write) -> None:
    text = HEADER + '1;Müller;Köln\n2;"Meier;Bonn\n3;Schmidt;Ulm\n4;Fischer;Trier\n'
    good, bad = good_and_bad(write(text))
    assert bad == [3]
    assert [number for number, _cells in good] == [2, 4, 5]


def test_unclosed_quotation_mark_before_quoted_cells(write: Write) -> None:
    text = HEADER + '1;"Müller;Köln\n' + "".join(f'{n};"Firma {n}";"Ort"\n' for n in range(2, 9))
    good, bad = good_and_bad(write(text))
    assert bad == [2]
    assert [cells for _number, cells in good] == [(str(n), f"Firma {n}", "Ort") for n in range(2, 9)]


def test_rows_swallowed_by_a_quotation_mark_need_all_their_cells(write: Write) -> None:
    good, bad = good_and_bad(write(HEADER + '1;"ein "guter" Kunde\nseit 1999";Köln\n2;Meier;Bonn\n'))
    assert (good, bad) == ([(4, ("2", "Meier", "Bonn"))], [2, 3])


def test_unclosed_quotation_mark_across_chunks(write: Write) -> None:
    body = [f"{n};Kunde {n};Ort\n" for n in range(60_000)]
    body[100] = '100;"Kunde;Ort\n'
    good, bad = good_and_bad(write(HEADER + "".join(body)))
    assert bad == [102]
    assert len(good) == 59_999
    assert good[-1] == (60_001, ("59999", "Kunde 59999", "Ort"))


def test_quoted_cells_across_chunks_are_whole(write: Write) -> None:
    note = "Zeile eins\nZeile zwei\n" * 50
    text = HEADER + "".join(f'{n};"{note}";Ort\n' for n in range(1500))
    rows = read(write(text))
    assert [(row.number, row.cells) for row in rows] == [(n + 2, (str(n), note, "Ort")) for n in range(1500)]


def test_quotation_mark_inside_an_unquoted_cell_is_a_character(write: Write) -> None:
    good, _bad = good_and_bad(write(HEADER + '1;Rohr 5" lang;Köln\n'))
    assert good == [(2, ("1", 'Rohr 5" lang', "Köln"))]


def test_cell_beyond_the_limit(write: Write) -> None:
    good, bad = good_and_bad(write(HEADER + f"1;{'x' * 200_000};a\n2;b;c\n"))
    assert (good, bad) == ([(3, ("2", "b", "c"))], [2])


def test_hundred_megabyte_line_is_one_rejected_row(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    with path.open("wb") as file:
        file.write(HEADER.encode() + b"1;a;b\n2;")
        for _megabyte in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b"\r\n3;c;d\r\n")
    tracemalloc.start()
    rows = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(row.number, bool(row.problem)) for row in rows] == [(2, False), (3, True), (4, False)]
    assert peak < 60_000_000


def test_long_line_as_header_and_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"x" * 9_000_000)
    with pytest.raises(TableError, match="first line is too long"):
        inspect_file(path)
    path.write_bytes(HEADER.encode() + b"1;a;b\n" + b"x" * 9_000_000)
    assert [(row.number, bool(row.problem)) for row in read(path)] == [(2, False), (3, True)]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    with path.open("w") as file:
        file.write(HEADER)
        file.writelines(f"{n};Kunde Nummer {n};Hamburg\n" for n in range(300_000))
    table = open_table(path, inspect_file(path))
    tracemalloc.start()
    count = sum(1 for _row in table.rows())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 300_000
    assert peak < 20_000_000


def test_progress(write: Write) -> None:
    path = write(HEADER + "1;Müller;Köln\n" * 50_000)
    table = open_table(path, inspect_file(path))
    seen = [table.bytes_read for _row in table.rows()]
    assert seen == sorted(seen)
    assert 0 < seen[0] < table.bytes_total
    assert table.bytes_read == table.bytes_total == path.stat().st_size


def test_rows_can_be_read_twice(write: Write) -> None:
    path = write(HEADER + "1;a;b\n")
    table = open_table(path, inspect_file(path))
    assert list(table.rows()) == list(table.rows())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.text(st.sampled_from('ab;"\n\r, ä'), max_size=12).map(lambda text: text.replace("\r", "\r\n")),
        max_size=12,
    )
)
def test_no_line_is_lost_whatever_the_quotation_marks(write: Write, lines: list[str]) -> None:
    """Every marker that was written is found again in some row, good or bad."""
    text = HEADER + "".join(f"m{n}m;{line};z\n" for n, line in enumerate(lines))
    path = write(text, name="quotes.csv")
    table = open_table(path, inspect_file(path, header_row=1, delimiter=";"))
    seen = "\n".join(str(cell) for row in table.rows() for cell in row.cells)
    assert [n for n in range(len(lines)) if f"m{n}m" not in seen] == []


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_never_crash(write: Write, seed: int) -> None:
    chance = random.Random(seed)
    junk = chance.randbytes(chance.choice([1, 20, 300, 5000]))
    path = write(junk if seed % 2 else HEADER.encode() + junk.replace(b"\0", b""))
    assert told(path) != ""
