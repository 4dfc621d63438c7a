"""What stands in a backup, so that a restore can check before it touches anything."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from kundenwert.cli.errors import NotDone

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database.dump"
FILES = "files/"
CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Entry:
    """One file of the backup: name in the archive, bytes, SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """The table of contents of a backup."""

    format: int
    kundenwert: str
    made_at: str
    """ISO 8601, UTC."""
    migrations: list[str]
    """All migrations of the database, such as `audit.0001_initial`."""
    entries: list[Entry]

    def to_json(self) -> str:
        """As written into the archive."""
        return json.dumps(asdict(self), indent=1)


def copy_hashed(source: IO[bytes], target: IO[bytes] | None, name: str) -> Entry:
    """Copy a stream and tell what went through; `target` None only reads."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if target is not None:
            target.write(chunk)
    return Entry(name, size, digest.hexdigest())


def open_backup(file: Path) -> zipfile.ZipFile:
    """Open a backup. Raises `NotDone` for a file that is none, or is cut off."""
    try:
        return zipfile.ZipFile(file)
    except FileNotFoundError as error:
        raise NotDone(f"There is no file {file}.") from error
    except zipfile.BadZipFile as error:
        raise NotDone(f"{file} is no whole backup: it is cut off, or another kind of file.") from error


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """The table of contents. Raises `NotDone` where it is missing, unreadable or of a newer format."""
    try:
        data = json.loads(archive.read(MANIFEST))
        if data["format"] > FORMAT:
            raise NotDone(
                f"The backup was made by a newer Kundenwert ({data['kundenwert']}): install that version first."
            )
        return Manifest(**{**data, "entries": [Entry(**entry) for entry in data["entries"]]})
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise NotDone("The file is no backup of Kundenwert, or its table of contents is damaged.") from error


def check_entries(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Read everything once and compare. Raises `NotDone` naming the first file that is not as it was written."""
    listed = {entry.name for entry in manifest.entries} | {MANIFEST}
    names = archive.namelist()
    if set(names) != listed or len(names) != len(listed) or DATABASE not in listed:
        raise NotDone("The backup is damaged: its files and its table of contents differ.")
    for entry in manifest.entries:
        _check_name(entry.name)
        try:
            with archive.open(entry.name) as stream:
                found = copy_hashed(stream, None, entry.name)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError) as error:
            raise NotDone(f"The backup is damaged: {entry.name} cannot be read.") from error
        if found != entry:
            raise NotDone(f"The backup is damaged: {entry.name} is not as it was written.")


def _check_name(name: str) -> None:
    """No file of a backup may be written outside its folder."""
    parts = name.removeprefix(FILES).split("/")
    if name != DATABASE and (
        not name.startswith(FILES) or any(part in {"", ".", ".."} for part in parts) or "\\" in name
    ):
        raise NotDone(f"The backup is damaged: {name!r} is no name of a stored file.")
