"""Making a backup, while others work."""

from __future__ import annotations

import contextlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kundenwert.cli.errors import NotDone

from .manifest import DATABASE, FILES, FORMAT, MANIFEST, Entry, Manifest, copy_hashed
from .programs import run_program

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation

DRAFT = "tmp"
"""Files being uploaded begin so (`tempfile`): no row points to them yet."""


def make_backup(organisation: Organisation, file: Path) -> Manifest:
    """Write the backup beside `file`, then rename it: there is never half a backup under that name.

    One snapshot of the database first, then the files: a file lies on disk before its row is committed,
    and stored files never change, so every file that the snapshot knows is in. Raises `NotDone`.
    """
    if not file.parent.is_dir():
        raise NotDone(f"There is no folder {file.parent}.")
    migrations = _applied_migrations(organisation)
    draft = file.with_name(f".{file.name}.{os.getpid()}.draft")
    try:
        descriptor = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600)
        with os.fdopen(descriptor, "w+b") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
                entries = [
                    _add_database(archive, organisation, file.parent),
                    *_add_files(archive, organisation.files),
                ]
                manifest = _manifest(migrations, entries)
                archive.writestr(MANIFEST, manifest.to_json())
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


def _manifest(migrations: list[str], entries: list[Entry]) -> Manifest:
    from kundenwert import __version__

    return Manifest(FORMAT, __version__, datetime.now(UTC).isoformat(timespec="seconds"), migrations, entries)


def _applied_migrations(organisation: Organisation) -> list[str]:
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from kundenwert.foundation.tenancy import organisation_scope

    with organisation_scope(organisation):
        try:
            return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
        finally:
            connection.close()


def _add_database(archive: zipfile.ZipFile, organisation: Organisation, beside: Path) -> Entry:
    with tempfile.TemporaryDirectory(dir=beside, prefix=".kundenwert-") as folder:
        dump = Path(folder) / DATABASE
        run_program(
            "pg_dump", "--format=custom", "--compress=gzip:4", "--no-owner", "--no-privileges", f"--file={dump}",
            connect=organisation.owner,
        )  # fmt: skip
        return _add(archive, dump, DATABASE)


def _add_files(archive: zipfile.ZipFile, folder: Path) -> Iterator[Entry]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith(DRAFT):
            with contextlib.suppress(FileNotFoundError):  # deleted since the folder was read
                yield _add(archive, path, FILES + path.relative_to(folder).as_posix())


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> Entry:
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        return copy_hashed(source, target, name)
