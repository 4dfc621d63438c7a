"""Restoring a backup: everything beside what is there, then one swap."""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from kundenwert.cli.errors import NotDone

from .databases import Spare, administration, drop, make_spare, name_of, swap
from .manifest import DATABASE, FILES, Manifest, check_entries, copy_hashed, open_backup, read_manifest
from .programs import run_program

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation


def restore_backup(organisation: Organisation, file: Path, *, replace: bool) -> Manifest:
    """Put the backup in the organisation's place.

    Checks first: the file is whole, not newer than this program, and the organisation empty unless `replace`.
    Until the swap at the end the old data stand untouched; a failure before it leaves nothing behind.
    Raises `NotDone`.
    """
    with open_backup(file) as archive:
        manifest = read_manifest(archive)
        _refuse_newer(manifest)
        if not replace and not is_empty(organisation):
            raise NotDone("This organisation has data already. --replace puts the backup in their place.")
        check_entries(archive, manifest)
        _restore(organisation, archive, manifest)
    return manifest


def _restore(organisation: Organisation, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    with administration(organisation) as admin:
        spare = make_spare(admin, organisation)
        try:
            _fill(spare, archive)
            _add_files(organisation.files, archive, manifest)
            old = swap(admin, name_of(organisation), spare.name)
        except BaseException:
            drop(admin, spare.name)
            raise
        drop(admin, old)
    _remove_other_files(organisation.files, manifest)


def _fill(spare: Spare, archive: zipfile.ZipFile) -> None:
    from kundenwert.foundation.database.migrate import migrate
    from kundenwert.foundation.database.privileges import grant_app_role
    from kundenwert.foundation.tenancy import organisation_scope

    with tempfile.TemporaryDirectory(prefix="kundenwert-restore-") as folder:
        dump = Path(folder) / DATABASE
        with archive.open(DATABASE) as source, dump.open("wb") as target:
            shutil.copyfileobj(source, target)
        run_program(
            "pg_restore", "--exit-on-error", "--no-owner", "--no-privileges", "--jobs=2",
            f"--dbname={spare.name}", str(dump), connect=spare.organisation.owner,
        )  # fmt: skip
    migrate(spare.organisation)  # a backup of an older version is brought to this one
    app, owner = spare.organisation.database["user"], spare.organisation.as_owner()
    if app != spare.organisation.owner["user"]:
        from django.db import connection

        with organisation_scope(owner):
            grant_app_role(str(app))
            connection.close()


def _add_files(folder: Path, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Stored files are named by their content: adding them changes nothing for the data still in use."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for entry in manifest.entries:
        target = folder / entry.name.removeprefix(FILES)
        if entry.name == DATABASE or (target.is_file() and target.stat().st_size == entry.size):
            continue
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = target.with_name(f"tmp-{os.getpid()}")
        with archive.open(entry.name) as source, draft.open("wb") as stream:
            copy_hashed(source, stream, entry.name)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)


def _remove_other_files(folder: Path, manifest: Manifest) -> None:
    kept = {entry.name.removeprefix(FILES) for entry in manifest.entries}
    for path in folder.rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in kept:
            path.unlink()


def _refuse_newer(manifest: Manifest) -> None:
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in loader.disk_migrations}
    apps = loader.migrated_apps
    newer = [name for name in manifest.migrations if name not in known and name.split(".")[0] in apps]
    if newer:
        raise NotDone(
            f"The backup was made by a newer Kundenwert ({manifest.kundenwert}): install that version first. "
            f"(This one does not know {newer[0]}.)"
        )


def is_empty(organisation: Organisation) -> bool:
    """Whether nobody has worked in the organisation yet: no user, nothing in the audit."""
    from django.db import connection

    from kundenwert.foundation.access.models import User
    from kundenwert.foundation.audit.models import AuditEntry
    from kundenwert.foundation.tenancy import organisation_scope

    with organisation_scope(organisation):
        try:
            return not User.objects.exists() and not AuditEntry.objects.exists()
        finally:
            connection.close()
