"""Workbooks for tests: good ones written by xlsxwriter, hostile ones with a sheet of our own XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter


def workbook(path: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> Path:
    """Write a workbook that `fill` puts sheets into."""
    book = xlsxwriter.Workbook(path)
    fill(book)
    book.close()
    return path


def with_sheet_xml(path: Path, rows: str, shared: list[str] | None = None) -> Path:
    """Write a workbook whose only sheet has these <row> elements, and these shared texts."""
    blank = io.BytesIO()
    book = xlsxwriter.Workbook(blank)
    book.add_worksheet("Tabelle1").write_string(0, 0, "x")
    book.close()
    with zipfile.ZipFile(blank) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                before, rest = text.split("<sheetData>")
                text = f"{before}<sheetData>{rows}</sheetData>{rest.split('</sheetData>')[1]}"
            if name == "xl/sharedStrings.xml" and shared is not None:
                texts = "".join(f"<si><t>{text}</t></si>" for text in shared)
                text = text[: text.index("<si>")] + texts + "</sst>"
            target.writestr(name, text)
    return path
