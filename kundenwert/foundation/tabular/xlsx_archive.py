"""Guard before an XLSX file is parsed: how large it really is when unpacked.

Sizes in the directory of a ZIP file are only claims, and a deflated stream can grow a thousandfold, so every
part is inflated piece by piece and counted, holding no more than a piece.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular import limits
from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.kinds import broken_workbook

_PIECE = 1 << 20
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_FLAG_ENCRYPTED = 0x1
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    ValueError,
    NotImplementedError,
    EOFError,
)


def check_archive(path: Path) -> None:
    """Raise TableError where the file is broken or would take more memory than allowed."""
    if path.stat().st_size > limits.XLSX_MAX_FILE_BYTES:
        raise too_large()
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive.infolist())
            _count_honestly(path, archive.infolist())
    except ZIP_ERRORS as error:
        raise broken_workbook() from error


def too_large() -> TableError:
    """Return the error for a workbook beyond the limits."""
    return TableError(
        _("The workbook is too large to be read. Save the sheet as CSV, whose number of rows has no limit.")
    )


def part_pieces(path: Path, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part of the archive unpacked, in pieces of at most 1 MiB, to the real end of its data."""
    with path.open("rb") as file:
        raw = _raw_pieces(file, info)
        if info.compress_type == zipfile.ZIP_STORED:
            yield from raw
            return
        inflate = zlib.decompressobj(-15)
        for packed in raw:
            yield inflate.decompress(packed, _PIECE)
            while inflate.unconsumed_tail and not inflate.eof:
                yield inflate.decompress(inflate.unconsumed_tail, _PIECE)
        if not inflate.eof:
            raise broken_workbook()


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > limits.XLSX_MAX_PARTS:
        raise too_large()
    if sum(part.file_size for part in parts) > limits.XLSX_MAX_UNPACKED_BYTES:
        raise too_large()
    if any(part.flag_bits & _FLAG_ENCRYPTED for part in parts):
        raise TableError(_("The workbook is protected by a password. Save it without a password and try again."))
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise broken_workbook()


def _count_honestly(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    total = 0
    for part in parts:
        size = 0
        for piece in part_pieces(path, part):
            size += len(piece)
            if total + size > limits.XLSX_MAX_UNPACKED_BYTES:
                raise too_large()
            if size > limits.XLSX_RATIO_FROM_BYTES and size > part.compress_size * limits.XLSX_MAX_RATIO:
                raise too_large()
        if size != part.file_size:
            raise broken_workbook()
        total += size


def _raw_pieces(file: BinaryIO, info: zipfile.ZipInfo) -> Iterator[bytes]:
    file.seek(info.header_offset)
    header = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    if header[0] != b"PK\x03\x04":
        raise broken_workbook()
    file.seek(header[-2] + header[-1], 1)
    left = info.compress_size
    while left:
        piece = file.read(min(left, _PIECE))
        if not piece:
            raise broken_workbook()
        left -= len(piece)
        yield piece
