"""Where an installation keeps its data, and the secrets that belong to it."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

import platformdirs

SECRETS_FILE = "secrets.json"


@dataclass(frozen=True)
class Secrets:
    """Passwords and keys made at first start; never leave the data directory."""

    superuser_password: str
    owner_password: str
    app_password: str
    secret_key: str


def default_data_dir() -> Path:
    """The user's data folder; for root a system folder, because PostgreSQL cannot enter root's home."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/kundenwert")
    return platformdirs.user_data_path("kundenwert", appauthor=False)


def data_dir() -> Path:
    """The data directory in force: `KUNDENWERT_DATA_DIR`, else the default."""
    chosen = os.environ.get("KUNDENWERT_DATA_DIR", "").strip()
    return Path(chosen).expanduser().resolve() if chosen else default_data_dir()


def ensure_data_dir(path: Path) -> Path:
    """Make the directory, closed to other users except for passing through (PostgreSQL may run as its own user)."""
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o711)
    return path


def load_secrets(path: Path) -> Secrets:
    """Read the secrets of a data directory, or make them once (atomically: two first starts agree)."""
    file = path / SECRETS_FILE
    if not file.exists():
        _create_secrets(ensure_data_dir(path) / SECRETS_FILE)
    return Secrets(**json.loads(file.read_text("utf-8")))


def _create_secrets(file: Path) -> None:
    made = Secrets(
        superuser_password=secrets.token_urlsafe(32),
        owner_password=secrets.token_urlsafe(32),
        app_password=secrets.token_urlsafe(32),
        secret_key=secrets.token_urlsafe(48),
    )
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(asdict(made), stream)
        stream.flush()
        os.fsync(stream.fileno())
    try:
        os.link(draft, file)  # fails where the other starter was first: theirs counts
    except FileExistsError:
        pass
    finally:
        draft.unlink()
