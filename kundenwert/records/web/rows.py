"""The rows of a list as HTML, made in Python: a template loop over 400 cells takes five times as long."""

from __future__ import annotations

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kundenwert.foundation.ui.templatetags.ui import row_check

from ..queries.list_page import ListPage, Row

OPENABLE = '<tr data-row data-id="{0}" data-href="{1}" data-preview="{1}/preview">'
PLAIN = '<tr data-row data-id="{0}">'


def rows_html(page: ListPage, *, can_open: bool, can_select: bool = False) -> SafeString:
    """The table rows of a page; the first cell links to the record where it has a card."""
    html = "\n".join(_row(row, can_open=can_open, can_select=can_select) for row in page.rows)
    return mark_safe(html)  # noqa: S308  made of escaped parts


def _row(row: Row, *, can_open: bool, can_select: bool) -> str:
    begin = format_html(OPENABLE if can_open else PLAIN, row.id, row.url)
    cells = "".join(
        f'<td class="num">{html}</td>' if field.numeric else f"<td>{html}</td>" for field, html in row.cells[1:]
    )
    box = f'<td class="check">{row_check(row.id, row.title)}</td>' if can_select else ""
    return f"{begin}{box}<td>{_first(row, can_open=can_open)}</td>{cells}</tr>"


def _first(row: Row, *, can_open: bool) -> str:
    html = row.cells[0][1] or "–"
    return f'<a href="{escape(row.url)}">{html}</a>' if can_open and "<a" not in html else html
