"""Keeping an uploaded file."""

from __future__ import annotations

import hashlib
import mimetypes
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from ..access.models import User
from ..tenancy import current_organisation
from .models import StoredFile

MEGABYTE = 1024 * 1024


class FileTooLarge(ValueError):
    """The upload is larger than allowed; the message is for the user."""


def store_file(
    chunks: Iterable[bytes],
    *,
    name: str,
    actor: User | None,
    subject: str = "",
    object_id: int | None = None,
    limit: int = 25 * MEGABYTE,
) -> StoredFile:
    """Write the content to disk, whole or not at all, then note it. `limit` in bytes; raises `FileTooLarge`."""
    folder = current_organisation().files
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft, digest, size = _write_draft(chunks, folder, limit)
    stored = StoredFile(
        name=Path(name.replace("\\", "/")).name[-255:] or "file",
        content_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=size,
        sha256=digest,
        subject=subject,
        object_id=object_id,
        created_by=actor,
    )
    stored.path.parent.mkdir(exist_ok=True, mode=0o700)
    Path(draft).replace(stored.path)
    stored.save()
    return stored


def _write_draft(chunks: Iterable[bytes], folder: Path, limit: int) -> tuple[str, str, int]:
    digest, size = hashlib.sha256(), 0
    descriptor, draft = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            for chunk in chunks:
                size += len(chunk)
                _check_size(size, limit)
                digest.update(chunk)
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return draft, digest.hexdigest(), size


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise FileTooLarge(_("The file is larger than %(limit)d MB.") % {"limit": limit // MEGABYTE})
