"""`kundenwert import` and `export` as a program calls them: JSON and exit codes."""

from __future__ import annotations

import csv
import json

import pytest

from kundenwert.customers.models import Customer
from kundenwert.records.actions.undo_import import undo_import
from kundenwert.records.models import ImportRun
from tests.real_data.command import kundenwert

GOOD = "Kundennummer;Firma;Land\r\nK1;Alpha GmbH;DE\r\nK2;Beta GmbH;AT\r\n"
BAD = GOOD + "K3;Gamma GmbH;Atlantis\r\n"


@pytest.fixture
def file(organisation, tmp_path):
    path = tmp_path / "kunden.csv"
    path.write_text(BAD)
    return path


def bring(file, *options):
    code, out = kundenwert("import", "customers", str(file), "--json", *options)
    return code, json.loads(out) if out else {}


def test_done_with_findings_and_not_done(file, tmp_path, capsys):
    code, told = bring(file)
    assert code == 1
    problem = {name: told["errors"][0][name] for name in ("row", "column", "value")}
    assert problem == {"row": 4, "column": "Land", "value": "Atlantis"}
    assert {name: told[name] for name in ("rows", "created", "updated", "unchanged", "rejected")} == {
        "rows": 3, "created": 2, "updated": 0, "unchanged": 0, "rejected": 1,
    }  # fmt: skip
    run = ImportRun.objects.get(pk=told["import_id"])
    undo_import(run, actor=None)
    file.write_text(GOOD)
    assert bring(file)[0] == 0
    assert bring(tmp_path / "keine.csv") == (2, {})
    assert bring(file, "--map", "Firmo=name") == (2, {})
    assert bring(file, "--map", "Firma=nome") == (2, {})
    assert bring(file, "--key", "email") == (2, {})
    assert kundenwert("import", "things", str(file))[0] == 2
    assert "Firmo" in capsys.readouterr().err


def test_all_or_nothing_and_dry_run(file):
    code, told = bring(file, "--all-or-nothing")
    assert (code, told["status"], told["created"], told["rejected"], Customer.objects.count()) == (2, "failed", 0, 1, 0)
    code, told = bring(file, "--dry-run")
    assert (code, told["created"], told["rejected"], Customer.objects.count()) == (1, 2, 1, 0)


def test_rejected_rows_in_a_file_to_mend(file, tmp_path):
    rejects = tmp_path / "abgelehnt.csv"
    assert bring(file, "--rejects", str(rejects))[0] == 1
    header, row = csv.reader(rejects.read_text("utf-8-sig").splitlines(), delimiter=";")
    assert (header[:3], row[:4]) == (["Kundennummer", "Firma", "Land"], ["K3", "Gamma GmbH", "Atlantis", "4"])
    rejects.write_text(rejects.read_text("utf-8-sig").replace("Atlantis", "CH"))
    code, told = bring(rejects)
    assert (code, told["created"]) == (0, 1)


def test_a_place_for_rejected_rows_that_cannot_be_written_is_told_first(file, tmp_path):
    assert bring(file, "--rejects", str(tmp_path / "fehlt" / "x.csv")) == (2, {})
    assert (Customer.objects.count(), ImportRun.objects.count()) == (0, 0)


def test_export(file, tmp_path):
    bring(file)
    out = tmp_path / "aus.csv"
    code, text = kundenwert("export", "customers", "--format", "csv", "--out", str(out), "--json")
    assert (code, json.loads(text)) == (0, {"rows": 2, "file": str(out)})
    assert kundenwert("export", "customers", "--format", "pdf", "--out", str(out))[0] == 2
    assert kundenwert("export", "customers", "--out", str(tmp_path / "fehlt" / "aus.csv"))[0] == 2


def test_numbers_in_other_digits_do_not_break_the_import(organisation, tmp_path):
    path = tmp_path / "k.csv"
    path.write_text("Kundennummer;Firma\r\n²;Alpha GmbH\r\n١٢;Beta GmbH\r\n;Gamma GmbH\r\n")
    code, told = bring(path)
    assert (code, told["created"]) == (0, 3)
