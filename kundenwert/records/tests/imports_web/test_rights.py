"""Who may see and do what with imports and exports."""

from __future__ import annotations

import json

import pytest

from kundenwert.customers.models import Customer
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.records.models import ImportRun

from .conftest import HEADER

TYPE = "customers.customer"
FULL = {(TYPE, "see"): "all", (TYPE, "create"): "all", (TYPE, "change"): "all"}
TWO = f"{HEADER}\nK-1;Eins GmbH;50667;Köln;;\nK-2;Zwei GmbH;50667;Köln;falsch;\n"


@pytest.fixture
def anna(make_user, client_of):
    return client_of(make_user("anna", permissions=FULL))


@pytest.fixture
def bert(make_user, client_of):
    return client_of(make_user("bert", permissions=FULL))


def test_a_foreign_import_is_not_there(anna, bert, admin_client, bring_in):
    run = bring_in(TWO, client=anna)
    for path in ("", "/mapping", "/rejects"):
        assert bert.get(f"/imports/{run.pk}{path}").status_code == 404
    for path in ("/mapping", "/cancel", "/undo"):
        assert bert.post(f"/imports/{run.pk}{path}").status_code == 404
    run.refresh_from_db()
    assert run.status == "done"
    assert anna.get(f"/imports/{run.pk}/rejects").status_code == 200
    assert admin_client.get(f"/imports/{run.pk}/rejects").status_code == 200
    assert bert.get(f"/files/{run.file_id}").status_code == 404
    assert anna.get(f"/files/{run.rejects_id}").status_code == 404, "only by the import's own address"


def test_history_shows_ones_own_and_administrators_all(anna, bert, admin_client, prepare):
    prepare(TWO, client=anna, name="von-anna.csv")
    prepare(TWO, client=bert, name="von-bert.csv")
    assert [row["file"] for row in anna.get("/imports").context["rows"]] == ["von-anna.csv"]
    assert [row["file"] for row in admin_client.get("/imports").context["rows"]] == ["von-bert.csv", "von-anna.csv"]


def test_history_by_pages(admin_client, admin_user):
    ImportRun.objects.bulk_create(
        ImportRun(record_type=TYPE, file_name=f"{at}.csv", created_by=admin_user) for at in range(120)
    )
    seen, address = [], "/imports"
    while address:
        page = admin_client.get(address, headers={"HX-Request": "true"} if seen else {})
        seen += [row["file"] for row in page.context["rows"]]
        address = page.context["next_url"]
    assert len(seen) == len(set(seen)) == 120
    assert admin_client.get("/imports?after=nonsense").status_code == 200


def test_history_without_imports(anna):
    assert anna.get("/imports").context["rows"] == []


@pytest.mark.parametrize("missing", ["create", "change"])
def test_importing_needs_create_and_change(make_user, client_of, missing):
    rights = {key: scope for key, scope in FULL.items() if key[1] != missing}
    assert client_of(make_user("carl", permissions=rights)).get("/customers/import").status_code == 403


def test_who_may_change_only_own_records_may_not_import(make_user, client_of):
    rights = FULL | {(TYPE, "change"): "own"}
    assert client_of(make_user("carl", permissions=rights)).get("/customers/import").status_code == 403


def test_strangers_sign_in_first(client, organisation):
    for path in ("/imports", "/customers/import", "/customers/export"):
        assert client.get(path).status_code == 302


def _export(client, query=""):
    answer = client.get(f"/customers/export?{query}")
    return answer, b"".join(answer.streaming_content) if answer.streaming else b""


def test_export_formats(bring_in, admin_client):
    bring_in(TWO)
    answer, content = _export(admin_client, "format=csv&columns=name,number")
    assert answer["Content-Disposition"].endswith('.csv"')
    assert len(content.decode("utf-8-sig").splitlines()) == 2
    answer, content = _export(admin_client, "format=jsonl&columns=name,number")
    assert json.loads(content) == {"name": "Eins GmbH", "number": "K-1"}
    answer, content = _export(admin_client, "format=xlsx")
    assert content.startswith(b"PK")
    assert admin_client.get("/customers/export?format=pdf").status_code == 400


def test_export_follows_filters_sort_and_words(bring_in, admin_client):
    rows = "".join(f"K-{at};Firma {at:02};5066{at % 2};Köln;;\n" for at in range(1, 10))
    bring_in(f"{HEADER}\n{rows}")
    _answer, content = _export(admin_client, "format=jsonl&columns=number&f=postal_code:is:50661&sort=-name")
    assert [json.loads(line)["number"] for line in content.splitlines()] == ["K-9", "K-7", "K-5", "K-3", "K-1"]
    _answer, content = _export(admin_client, "format=jsonl&columns=number&q=K-4")
    assert [json.loads(line)["number"] for line in content.splitlines()] == ["K-4"]


def test_export_is_audited(bring_in, admin_client, admin_user):
    bring_in(TWO)
    _export(admin_client, "format=csv&f=city:is:Köln")
    entry = AuditEntry.objects.get(action="records.export.done")
    assert entry.actor == admin_user
    assert (entry.details["count"], entry.details["format"]) == (1, "csv")
    assert entry.details["filters"] == ["city:is:Köln"]


def test_export_needs_its_right_and_keeps_its_scope(make_user, client_of, bring_in):
    bring_in(f"{HEADER}\nK-1;Eins GmbH;50667;Köln;;\nK-2;Zwei GmbH;50667;Köln;;\n")
    assert client_of(make_user("dora", permissions=FULL)).get("/customers/export").status_code == 403
    emil = make_user("emil", permissions=FULL | {(TYPE, "export"): "own"})
    Customer.objects.filter(number="K-2").update(owner=emil)
    _answer, content = _export(client_of(emil), "format=jsonl&columns=number")
    assert [json.loads(line)["number"] for line in content.splitlines()] == ["K-2"]


def test_a_workbook_that_would_be_too_large_is_told(bring_in, admin_client, monkeypatch):
    bring_in(TWO)
    monkeypatch.setattr("kundenwert.foundation.tabular.write_xlsx.XLSX_MAX_ROWS", 1)
    answer = admin_client.get("/customers/export?format=xlsx")
    assert (answer.status_code, answer.url.split("?")[0]) == (302, "/customers")
    assert AuditEntry.objects.filter(action="records.export.done").count() == 0
