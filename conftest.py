"""Fixtures of all tests: a real PostgreSQL, a fresh database for each test that asks for one."""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

os.environ["KUNDENWERT_DATA_DIR"] = tempfile.mkdtemp(prefix="kundenwert-test-", dir=tempfile.gettempdir())
os.environ["DJANGO_SETTINGS_MODULE"] = "kundenwert.project.settings"
for _name in ("KUNDENWERT_DATABASE_URL", "KUNDENWERT_DATABASE_OWNER_URL", "KUNDENWERT_POOL", "KUNDENWERT_SMTP_HOST"):
    os.environ.pop(_name, None)

from kundenwert.project.boot import set_up_django

set_up_django()

from kundenwert.foundation.database.embedded import EmbeddedPostgres
from kundenwert.foundation.database.migrate import migrate
from kundenwert.foundation.database.set_up import LocalDatabase
from kundenwert.foundation.tenancy import Organisation, SingleOrganisation, configure, organisation_scope

TEMPLATE = "kundenwert_template"
PLACES = (os.environ.get("KUNDENWERT_TEST_DATA", ""), str(Path(__file__).parents[1] / "shared" / "data"))
"""Real files, not part of the repository: where they are missing the tests are skipped and say so."""
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "128MB"}


@pytest.fixture(scope="session")
def postgres() -> Iterator[EmbeddedPostgres]:
    """An embedded server for this test process."""
    folder = Path(os.environ["KUNDENWERT_DATA_DIR"])
    with EmbeddedPostgres(folder, settings=FAST) as server:
        yield server


@pytest.fixture(scope="session")
def template(postgres: EmbeddedPostgres, django_db_blocker: Any) -> str:
    """A migrated database with nothing in it, for cloning."""
    with django_db_blocker.unblock():
        migrate(LocalDatabase(postgres, TEMPLATE).ensure())
    return TEMPLATE


@pytest.fixture
def organisation(postgres: EmbeddedPostgres, template: str, django_db_blocker: Any) -> Iterator[Organisation]:
    """A fresh organisation in scope: a clone of the template, about 40 ms. Transactions are real."""
    from django.db import connection

    name = f"t_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(**postgres.parameters("postgres", "postgres"), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} OWNER kundenwert_owner TEMPLATE {template}")
        admin.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO kundenwert_app")
        made = LocalDatabase(postgres, name).organisation()
        configure(SingleOrganisation(made))
        with django_db_blocker.unblock(), organisation_scope(made):
            yield made
            connection.close()
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def make_user(organisation: Organisation) -> Callable[..., Any]:
    """Makes colleagues: `make_user("anna", permissions={("customers.customer", "see"): "own"})`."""
    from kundenwert.foundation.access.models import Role, RolePermission, User

    def make(
        name: str = "anna", *, administrator: bool = False, permissions: dict[tuple[str, str], str] | None = None,
        teams: tuple[Any, ...] = (), password: str = "",
    ) -> User:  # fmt: skip
        user = User(email=f"{name}@firma.example", first_name=name.title(), last_name="Muster", language="de")
        user.set_password(password) if password else user.set_unusable_password()
        user.save()
        role = Role.objects.create(name=f"Rolle {name}", is_administrator=administrator)
        for (subject, verb), scope in (permissions or {}).items():
            RolePermission.objects.create(role=role, subject=subject, verb=verb, scope=scope)
        user.roles.add(role)
        user.teams.set(teams)
        return user

    return make


@pytest.fixture
def admin_user(make_user: Callable[..., Any]) -> Any:
    """An administrator."""
    return make_user("chef", administrator=True)


@pytest.fixture
def client_of(organisation: Organisation) -> Callable[[Any], Any]:
    """Makes test browsers that are signed in as a user."""
    from django.test import Client

    def make(user: Any) -> Client:
        client = Client()
        client.force_login(user, backend="kundenwert.foundation.access.backend.PasswordBackend")
        return client

    return make


@pytest.fixture
def admin_client(admin_user: Any, client_of: Callable[[Any], Any]) -> Any:
    """A test browser signed in as administrator."""
    return client_of(admin_user)


@pytest.fixture(autouse=True)
def source_language(request: pytest.FixtureRequest) -> Iterator[None]:
    """Pure functions speak the language of the source; with an organisation, German as for a new user."""
    from django.utils import translation

    before = translation.get_language()
    if "organisation" in request.fixturenames:
        translation.activate("de")
    else:
        translation.deactivate_all()
    yield
    translation.activate(before or "de")


@pytest.fixture
def real_file(tmp_path):
    """Finds a file such as `chinook/customers.csv`; unpacks `.gz`."""

    def find(name: str) -> Path:
        for folder in filter(None, PLACES):
            path = Path(folder) / name
            if path.is_file():
                return path
            packed = path.with_name(f"{path.name}.gz")
            if packed.is_file():
                return _unpacked(packed, tmp_path / path.name)
        pytest.skip(f"{name} is not there (set KUNDENWERT_TEST_DATA to the folder of the real data sets)")

    return find


def _unpacked(packed: Path, target: Path) -> Path:
    with gzip.open(packed) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)
    return target
