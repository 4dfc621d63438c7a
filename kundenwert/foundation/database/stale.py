"""After a kill of everything PostgreSQL's lock files stay, and name a process that may be another one by now."""

from __future__ import annotations

from pathlib import Path

NOBODY = 4_194_305
"""Above the largest process id of Linux (PID_MAX_LIMIT)."""
PROCESSES = Path("/proc")


def forget_dead_postmaster(cluster: Path, socket_dir: Path) -> bool:
    """Put an impossible process id into the lock files where the process they name is not the server of `cluster`.

    PostgreSQL refuses to start while the process named there lives, whoever it is: a reused number after a restart of
    the machine, or a dead child that nobody has collected. The rest of the files stays, because PostgreSQL checks
    by it whether the memory of the old server is still in use. Returns whether something was changed.
    """
    files = (cluster / "postmaster.pid", socket_dir / ".s.PGSQL.5432.lock")
    changed = [_forget(file, cluster) for file in files]
    return any(changed)


def _forget(file: Path, cluster: Path) -> bool:
    try:
        first, rest = file.read_text().split("\n", 1)
        number = int(first)
    except (OSError, ValueError):
        return False
    if number == NOBODY or not PROCESSES.is_dir() or _is_server(number, cluster):
        return False
    file.write_text(f"{NOBODY}\n{rest}")
    return True


def _is_server(number: int, cluster: Path) -> bool:
    process = PROCESSES / str(number)
    try:
        state = (process / "stat").read_text().rsplit(")", 1)[1].split()[0]
        return state != "Z" and str(cluster).encode() in (process / "cmdline").read_bytes()
    except FileNotFoundError:
        return False
    except OSError:
        return True  # not ours to see: PostgreSQL decides
