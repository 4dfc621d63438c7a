"""What a backup holds comes back, byte for byte; what is damaged is refused and harms nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import zipfile

import pytest

from kundenwert.cli.backups.manifest import MANIFEST

pytestmark = pytest.mark.slow

FILL = """
from django.db import transaction
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.files.store import store_file
with transaction.atomic():
    for number in range(500):
        write_audit(actor=None, action="test.done", subject="test", object_id=number, title="Öl & Straße")
    names = [store_file([bytes(range(256)) * size], name=f"{size}.bin", actor=None).path.name for size in (1, 4000)]
result = sorted(names)
"""
COUNT = """
from kundenwert.foundation.files.models import StoredFile
import hashlib
cursor = connection.cursor()
cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
result = {"files": [hashlib.sha256(f.path.read_bytes()).hexdigest() == f.sha256 for f in StoredFile.objects.all()]}
for (name,) in cursor.fetchall():
    if name != "procrastinate_workers":
        cursor.execute(f'SELECT count(*) FROM "{name}"')
        result[name] = cursor.fetchone()[0]
"""


@pytest.fixture
def other(tmp_path):
    from .installation import Installation

    tmp_path.chmod(0o711)
    return Installation(tmp_path / "other")


@pytest.fixture
def backup(installation, tmp_path):
    installation.done("migrate")
    installation.python(FILL)
    file = tmp_path / "backup.zip"
    installation.done("backup", str(file))
    return file


def test_a_backup_made_while_serving_comes_back_elsewhere(installation, other, tmp_path):
    file = tmp_path / "backup.zip"
    with installation.serving():
        installation.python(FILL)
        made = json.loads(installation.done("backup", str(file), "--json"))
        before = installation.python(COUNT)
    assert made == {"file": str(file), "bytes": file.stat().st_size, "files": 2}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert before["audit_auditentry"] == 500
    assert before["files"] == [True, True]

    other.done("restore", str(file))
    assert other.python(COUNT) == before
    assert list(tmp_path.glob(".*")) == []  # no drafts left
    health = {line.split(":")[0] for line in other.run("doctor").stdout.splitlines()}
    assert {"ok       Audit", "ok       Roles", "ok       Migrations"} <= health
    with other.serving() as server:
        assert server.get("/healthz")[0] == 200


def test_a_damaged_backup_is_refused_and_changes_nothing(installation, backup, tmp_path):
    before = installation.python(COUNT)
    for damage in ("cut", "database", "manifest", "no zip", "extra file", "outside"):
        file = tmp_path / "damaged.zip"
        shutil.copy(backup, file)
        _damage(file, damage)
        result = installation.run("restore", str(file), "--replace")
        assert result.returncode == 2, damage
        assert result.stderr.startswith("kundenwert: "), damage
        assert result.stderr.count("\n") == 1, damage
    assert installation.python(COUNT) == before
    assert installation.python(DATABASES) == ["kundenwert", "postgres"]


def test_data_are_replaced_only_when_asked(installation, backup):
    before = installation.python(COUNT)
    installation.python(FILL)
    result = installation.run("restore", str(backup))
    assert (result.returncode, result.stderr) == (
        2,
        "kundenwert: This organisation has data already. --replace puts the backup in their place.\n",
    )
    installation.done("restore", str(backup), "--replace")
    assert installation.python(COUNT) == before
    assert installation.python(DATABASES) == ["kundenwert", "postgres"]


def test_a_backup_of_a_newer_version_is_refused(installation, other, backup):
    manifest = json.loads(zipfile.ZipFile(backup).read(MANIFEST))
    manifest["migrations"].append("audit.0999_future")
    manifest["kundenwert"] = "9.9.9"
    _rewrite(backup, {MANIFEST: json.dumps(manifest).encode()})
    result = other.run("restore", str(backup))
    assert result.returncode == 2
    assert "made by a newer Kundenwert (9.9.9)" in result.stderr


def test_a_restore_that_fails_half_way_leaves_the_old_data(installation, backup):
    before = installation.python(COUNT)
    manifest = json.loads(zipfile.ZipFile(backup).read(MANIFEST))
    broken = b"PGDMP" + bytes(1000)  # right by its checksum, and no dump
    for entry in manifest["entries"]:
        if entry["name"] == "database.dump":
            entry.update(size=len(broken), sha256=hashlib.sha256(broken).hexdigest())
    _rewrite(backup, {MANIFEST: json.dumps(manifest).encode(), "database.dump": broken})
    result = installation.run("restore", str(backup), "--replace")
    assert result.returncode == 2
    assert "pg_restore failed" in result.stderr
    assert installation.python(COUNT) == before
    assert installation.python(DATABASES) == ["kundenwert", "postgres"]


def test_a_missing_folder_is_named(installation, tmp_path):
    installation.done("migrate")
    result = installation.run("backup", str(tmp_path / "nowhere" / "backup.zip"))
    assert (result.returncode, result.stderr) == (2, f"kundenwert: There is no folder {tmp_path / 'nowhere'}.\n")


DATABASES = """
cursor = connection.cursor()
cursor.execute("SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY 1")
result = [row[0] for row in cursor.fetchall()]
"""


def _damage(file, damage):
    content = file.read_bytes()
    if damage == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif damage == "no zip":
        file.write_bytes(b"id;name\n1;a\n")
    elif damage == "database":
        middle = content.index(b"PGDMP") + 20_000
        file.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    elif damage == "manifest":
        _rewrite(file, {MANIFEST: b"{}"})
    elif damage == "extra file":
        _rewrite(file, {"files/aa/more": b"more"})
    else:
        manifest = json.loads(zipfile.ZipFile(file).read(MANIFEST))
        manifest["entries"].append({"name": "files/../../out", "size": 0, "sha256": ""})
        _rewrite(file, {MANIFEST: json.dumps(manifest).encode(), "files/../../out": b""})


def _rewrite(file, changes):
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()} | changes
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
