"""The code that proves that who makes the first user also runs the program."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.utils.crypto import constant_time_compare

FILE = "setup-code"
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that look alike."""
LENGTH = 12


def ensure_setup_code(folder: Path) -> str:
    """The code of a data directory, made with the first call; `kundenwert serve` prints it while there is no user."""
    file = folder / FILE
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return file.read_text("utf-8").strip()
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(LENGTH // 4))
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(code)
    return code


def is_setup_code(folder: Path, typed: str) -> bool:
    """Whether this is the code, however it was typed. False where no code has been made."""
    try:
        right = (folder / FILE).read_text("utf-8")
    except FileNotFoundError:
        return False
    return bool(_bare(right)) and constant_time_compare(_bare(right), _bare(typed))


def drop_setup_code(folder: Path) -> None:
    """Forget the code: it works once."""
    (folder / FILE).unlink(missing_ok=True)


def _bare(code: str) -> str:
    return "".join(character for character in code.upper() if character.isalnum())
