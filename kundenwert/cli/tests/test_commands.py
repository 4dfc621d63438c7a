"""What the commands say, and the code they end with."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from kundenwert.cli.app import app, run

COMMANDS = ["serve", "demo", "migrate", "doctor", "backup", "restore", "web", "worker"]


def _help(*arguments, capsys):
    assert run([*arguments, "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example_and_a_data_dir(name, capsys):
    text = _help(name, capsys=capsys)
    assert f"Examples:\n    kundenwert {name}" in text
    assert "--data-dir" in text


def test_user_add_has_help_with_an_example(capsys):
    text = _help("user", "add", capsys=capsys)
    assert "    kundenwert user add" in text
    assert "--password-stdin" in text


def test_importing_the_command_line_loads_no_django():
    code = "import sys, kundenwert.cli.app; print([name for name in ('django', 'psycopg') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert {command.name for command in app.registered_commands} >= set(COMMANDS)


def test_an_unknown_command_ends_with_two(capsys):
    assert run(["fly"]) == 2
    assert "No such command" in capsys.readouterr().err


def test_an_unreachable_database_is_one_paragraph(installation):
    installation.environment["KUNDENWERT_DATABASE_URL"] = "postgresql://nobody:x@127.0.0.1:1/none"
    for command in (["migrate"], ["backup", "x.zip"], ["worker"]):
        result = installation.run(*command)
        assert result.returncode == 2
        assert "Traceback" not in result.stderr
        assert result.stderr.startswith("kundenwert: The database")


def test_debug_shows_the_trace(installation):
    installation.environment["KUNDENWERT_DATABASE_URL"] = "postgresql://nobody:x@127.0.0.1:1/none"
    assert "Traceback" in installation.run("--debug", "migrate").stderr


@pytest.mark.slow
def test_migrate_twice(installation):
    first = json.loads(installation.done("migrate", "--json"))
    second = json.loads(installation.done("migrate", "--json"))
    assert "audit.0002_append_only" in first["migrated"]
    assert second == {"migrated": []}


@pytest.mark.slow
def test_doctor_before_and_after_migrating(installation):
    before = installation.run("doctor", "--json")
    findings = {finding["name"]: finding for finding in json.loads(before.stdout)}
    assert before.returncode == 1
    assert findings["Migrations"]["state"] == "problem"
    assert findings["Migrations"]["mend"] == "Run: kundenwert migrate"
    assert findings["Audit"]["state"] == "problem"
    installation.done("migrate")
    (installation.folder / "secrets.json").chmod(0o644)
    after = {finding["name"]: finding for finding in json.loads(installation.run("doctor", "--json").stdout)}
    expected = {
        "Python": "ok", "PostgreSQL": "ok", "Roles": "ok", "Audit": "ok", "Clock": "ok", "Migrations": "ok",
        "Data directory": "problem", "Worker": "warning", "Mail": "warning",
    }  # fmt: skip
    assert {name: after[name]["state"] for name in expected} == expected
    assert all(finding["mend"] for finding in after.values() if finding["state"] != "ok")


@pytest.mark.slow
def test_user_add(installation):
    installation.done("migrate")
    arguments = ["user", "add", "eva@firma.example", "--first-name", "Eva", "--last-name", "Roth", "--password-stdin"]
    unknown = installation.run(*arguments, "--role", "Kaiser", typed="Haselnuss-Torte-7")
    assert unknown.returncode == 2
    assert "There is no role Kaiser. Roles: Administrator" in unknown.stderr
    weak = installation.run(*arguments, "--role", "Administrator", typed="12345")
    assert weak.returncode == 2
    assert "Traceback" not in weak.stderr
    made = json.loads(installation.done(*arguments, "--role", "administrator", "--json", typed="Haselnuss-Torte-7\n"))
    assert made["email"] == "eva@firma.example"
    code = "from kundenwert.foundation.access.models import User\n"
    code += "user = User.objects.get(email='eva@firma.example')\n"
    code += "result = [user.pk, user.check_password('Haselnuss-Torte-7'), [role.name for role in user.roles.all()]]"
    assert installation.python(code) == [made["id"], True, ["Administrator"]]
    again = installation.run(*arguments, "--role", "Administrator", typed="Haselnuss-Torte-7")
    assert again.returncode == 2
