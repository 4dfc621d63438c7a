"""How much a file may ask of this machine.  Every number here bounds memory or time."""

from __future__ import annotations

CHUNK_BYTES = 1 << 18
"""Bytes read from a CSV file at a time."""

MAX_LINE_CHARS = 4_000_000
"""A longer line is rejected without being held in memory."""

MAX_RECORD_CHARS = 4_000_000
"""A quoted record that runs on for longer is taken for an unclosed quotation mark."""

SAMPLE_RECORDS = 300
"""Records looked at to find delimiter and header."""

MAX_HEADER_ROW = 50
"""The header is looked for in this many rows from the top."""

MAX_COLUMNS = 16_384
"""Columns of a table: the limit of Excel, taken for CSV as well."""

XLSX_MAX_ROWS = 1_048_576
XLSX_MAX_TEXT = 32_767
"""Limits of Excel itself (Microsoft, "Excel specifications and limits"); text in UTF-16 units."""

XLSX_MAX_CELLS = 10_000_000
"""The reader holds a sheet in memory at about 85 bytes a cell; larger tables come as CSV."""

XLSX_MAX_FILE_BYTES = 300_000_000
XLSX_MAX_UNPACKED_BYTES = 2_000_000_000
XLSX_MAX_PARTS = 10_000
"""A workbook on disk, all its parts unpacked, and their number."""

XLSX_MAX_RATIO = 250
XLSX_RATIO_FROM_BYTES = 50_000_000
"""Once this many bytes are unpacked, a part may not be more than RATIO times its packed size."""

XLSX_MAX_TEXT_BYTES = 600_000_000
"""The texts of all cells together: one long shared text can be referred to by millions of cells."""

XLSX_MAX_SMALL_PART_BYTES = 16_000_000
"""Workbook and relationship parts, which are parsed whole."""

XLSX_MAX_ERROR_ROWS = 200_000
"""Rows with failed formulas are remembered while a sheet is read."""
