"""The embedded PostgreSQL is closed: to other users of the machine, and to the program where it needs no right."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from kundenwert.foundation.database.embedded import bin_path

NOBODY = """
import os, socket, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    socket.socket(socket.AF_UNIX).connect(sys.argv[1])
except PermissionError:
    print("refused")
"""


@pytest.mark.parametrize("role", ["postgres", "kundenwert_owner", "kundenwert_app"])
@pytest.mark.parametrize("password", [None, "", "wrong"])
def test_no_role_gets_in_without_its_password(organisation, role, password):
    parameters = {**organisation.database, "user": role, "password": password, "passfile": os.devnull}
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(**parameters)


def test_the_server_listens_on_no_network_address(organisation):
    with psycopg.connect(**organisation.database) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_another_local_user_does_not_even_reach_the_socket(organisation):
    socket = f"{organisation.database['host']}/.s.PGSQL.5432"
    assert Path(socket).exists()
    done = subprocess.run([sys.executable, "-c", NOBODY, socket], capture_output=True, text=True, check=False)
    assert done.stdout == "refused\n", done.stderr


def test_secrets_and_socket_folder_are_ours_alone(organisation, postgres):
    assert stat.S_IMODE((postgres.data_dir / "secrets.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(postgres.socket_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(postgres.cluster.stat().st_mode) == 0o700


def test_passwords_stand_in_no_command_line(organisation, postgres):
    shown = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    secrets = postgres.secrets
    assert not any(word in shown for word in (secrets.superuser_password, secrets.owner_password, secrets.app_password))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine SUPERUSER",
        "CREATE DATABASE mine",
        "ALTER ROLE kundenwert_app SUPERUSER",
        "SET ROLE kundenwert_owner",
        "ALTER TABLE audit_auditentry DISABLE TRIGGER ALL",
        "DROP TRIGGER audit_append_only ON audit_auditentry",
        "UPDATE audit_auditentry SET title = ''",
        "DELETE FROM audit_auditentry",
        "TRUNCATE audit_auditentry",
        "SET session_replication_role = replica",
        "DELETE FROM django_migrations",
        "COPY audit_auditentry TO '/tmp/stolen'",
        "SELECT pg_read_file('/etc/passwd')",
    ],
)
def test_the_program_has_no_right_that_it_does_not_need(organisation, statement):
    refused = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with psycopg.connect(**organisation.database, autocommit=True) as connection, refused:
        connection.execute(statement)


def test_the_program_s_role_has_no_power_over_the_server(organisation):
    with psycopg.connect(**organisation.database) as connection:
        row = connection.execute(
            "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles "
            "WHERE rolname = current_user"
        ).fetchone()
    assert row == (False, False, False, False, False)


def test_postgres_does_not_run_as_root(organisation, postgres):
    postmaster = int((postgres.cluster / "postmaster.pid").read_text().split()[0])
    owner = Path(f"/proc/{postmaster}").stat().st_uid
    expected = pwd.getpwnam("kundenwert").pw_uid if os.geteuid() == 0 else os.geteuid()
    assert owner == expected
    assert bin_path().joinpath("postgres").exists()
