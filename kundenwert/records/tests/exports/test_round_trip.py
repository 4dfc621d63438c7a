"""What is exported comes in again as it was."""

from __future__ import annotations

import csv
import io

import psycopg
import pytest
from django.db import connection
from django.utils import timezone, translation

from kundenwert.customers.models import Customer
from kundenwert.foundation.database.set_up import LocalDatabase
from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.foundation.tabular.source import open_table
from kundenwert.foundation.tenancy import organisation_scope
from kundenwert.records.exports.export import export_fields, export_records
from kundenwert.records.registry import record_type_for
from kundenwert.records.tests.imports.bring import bring, counts

FORMULAS = ["=1+1", "+SUM(A1:A9)", "@cmd", "-2+3", '=HYPERLINK("http://x.example")', "\t=1", "'=1", "''", "＝1"]


@pytest.fixture
def empty_organisation(postgres, template, django_db_blocker):
    name = "t_second_organisation"
    with psycopg.connect(**postgres.parameters("postgres", "postgres"), autocommit=True) as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {name} OWNER kundenwert_owner TEMPLATE {template}")
        admin.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {name} TO kundenwert_app")
        yield LocalDatabase(postgres, name).organisation()
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def export(path, form):
    record_type = record_type_for("customers.customer")
    with translation.override("de"):
        return export_records(path, record_type, record_type.live().order_by("id"), export_fields(record_type), form)


def cells(path):
    return [row.cells for row in open_table(path, inspect_file(path)).rows()]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_demo_company_round_trip(organisation, empty_organisation, tmp_path, form):
    from kundenwert.demo.load import load_demo

    load_demo(300, progress=lambda *_: None)
    first, second = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    written = export(first, form)
    connection.close()
    with organisation_scope(empty_organisation), translation.override("de"):
        run, report = bring("customers", first)
        assert (run.status, counts(run)) == ("done", (written, written, 0, 0, 0)), report.problems[:3]
        assert export(second, form) == written
        connection.close()
    if form == "csv":
        assert second.read_bytes() == first.read_bytes()
    else:
        assert cells(second) == cells(first)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_formulas_are_harmless_in_the_file_and_whole_again_after_it(organisation, tmp_path, form):
    for number, text in enumerate(FORMULAS):
        Customer.objects.create(number=f"F{number}", name=text, note=text, tags=[text.strip()])
    path = tmp_path / f"k.{form}"
    assert export(path, form) == len(FORMULAS)
    for row in cells(path):
        assert not [cell for cell in row if isinstance(cell, str) and cell.lstrip()[:1] in {*"=@", "＝"}]
    if form == "csv":
        header, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
        assert rows[0][header.index("Name")] == "'=1+1"
    Customer.objects.update(deleted_at=timezone.now())
    with translation.override("de"):
        run, report = bring("customers", path)
    assert counts(run) == (len(FORMULAS), len(FORMULAS), 0, 0, 0), report.problems
    found = dict(Customer.objects.filter(deleted_at=None).values_list("number", "name"))
    assert found == {f"F{number}": text for number, text in enumerate(FORMULAS)}
