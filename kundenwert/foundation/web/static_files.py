"""Static files straight from the installed packages: compressed, versioned, held in memory.

The address carries a hash over all files (`/static/3f9a…/kundenwert/kundenwert.css`), so browsers may keep them
for good and relative addresses inside CSS stay right. Nothing is copied to disk, so nothing can be out of date.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import get_finders

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Headers = list[tuple[str, str]]
KEEP = "public, max-age=31536000, immutable"
WORTH_COMPRESSING = 600
"""Bytes; below that a packet carries it anyway."""
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "application/manifest", "image/svg")
DIGEST_LENGTH = 12


@dataclass(frozen=True, slots=True)
class StaticFile:
    """Content and headers of one file; `compressed` is None where gzip gains nothing."""

    content: bytes
    compressed: bytes | None
    headers: Headers


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """All static files of the installed apps under one versioned prefix such as `/static/3f9a…/`."""

    prefix: str
    files: dict[str, StaticFile]


def load_static_files(root: str = "/static/") -> StaticFiles:
    """Read what the finders know. `root` is the address before the version."""
    found = {name: path.read_bytes() for name, path in _found_files().items()}
    digest = hashlib.sha256()
    for name, content in found.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    prefix = f"{root}{digest.hexdigest()[:DIGEST_LENGTH]}/"
    return StaticFiles(prefix, {prefix + name: _static_file(name, content) for name, content in found.items()})


def _found_files() -> dict[str, Path]:
    """Name to path; the first app that has a name wins, as in collectstatic."""
    found: dict[str, Path] = {}
    for finder in get_finders():
        for name, storage in finder.list(["CVS", ".*", "*~"]):
            found.setdefault(name, Path(storage.path(name)))
    return dict(sorted(found.items()))


def _static_file(name: str, content: bytes) -> StaticFile:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    text = kind.startswith(COMPRESSIBLE)
    packed = gzip.compress(content, 9, mtime=0) if text and len(content) > WORTH_COMPRESSING else None
    headers = [
        ("Content-Type", f"{kind}; charset=utf-8" if text else kind),
        ("Cache-Control", KEEP),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    return StaticFile(content, packed, [*headers, ("Vary", "Accept-Encoding")] if packed else headers)


def serve_static_files(application: Wsgi, static: StaticFiles) -> Wsgi:
    """WSGI application that answers for the static files and hands everything else on."""

    def respond(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        file = static.files.get(environ.get("PATH_INFO", ""))
        if file is None or environ.get("REQUEST_METHOD") not in {"GET", "HEAD"}:
            return application(environ, start_response)
        zipped = file.compressed if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "") else None
        body = zipped or file.content
        encoding = [("Content-Encoding", "gzip")] if zipped else []
        start_response("200 OK", [*file.headers, *encoding, ("Content-Length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    return respond
