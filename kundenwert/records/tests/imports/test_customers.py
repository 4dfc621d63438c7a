"""Files of customers: created, updated, unchanged, rejected."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from kundenwert.customers.models import Customer
from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.records.imports import run as engine
from kundenwert.records.models import ImportChange, ImportRun
from kundenwert.records.registry import record_type_for
from kundenwert.records.search.find import ranked_ids

from .bring import bring, counts, table

HEADER = "Kundennummer;Firma;Vorname;Nachname;PLZ;Ort;Land;Telefon;E-Mail;Geburtstag"
GOOD = table(
    HEADER,
    "K1;Müller & Söhne GmbH;;;1067;Dresden;Deutschland;0351 123456;info@mueller.example;",
    "K2;;Anna;Groß;50667;Köln;D;0221/987654;anna@gross.example;22.11.1980",
    "K3;Öl AG;;;8001;Zürich;CH;+41 44 123 45 67;;",
)


@pytest.fixture(autouse=True)
def german(organisation):
    with translation.override("de"):
        yield


def live(**conditions):
    return Customer.objects.filter(deleted_at=None, **conditions)


def test_created_and_then_unchanged():
    run, _report = bring("customers", GOOD)
    assert (run.status, counts(run)) == ("done", (3, 3, 0, 0, 0))
    assert list(live().order_by("number").values_list("number", "kind", "name", "postal_code", "country")) == [
        ("K1", "company", "Müller & Söhne GmbH", "01067", "DE"),
        ("K2", "person", "Anna Groß", "50667", "DE"),
        ("K3", "company", "Öl AG", "8001", "CH"),
    ]
    assert live(number="K2").get().birthday == date(1980, 11, 22)
    again, _report = bring("customers", GOOD)
    assert (again.status, counts(again)) == ("done", (3, 0, 0, 3, 0))
    assert set(Customer.objects.values_list("version", flat=True)) == {1}
    assert ImportChange.objects.filter(run=again).count() == 0


def test_run_and_report_say_the_same():
    run, report = bring("customers", GOOD + "K4;;;;;;;;;\r\nK5;Gut KG;;;;;;;keine;\r\n")
    assert (
        counts(run)
        == (report.rows, report.created, report.updated, report.unchanged, report.rejected)
        == (5, 3, 0, 0, 2)
    )
    assert run.rows == run.created + run.updated + run.unchanged + run.rejected
    assert run.progress == 1
    assert run.finished_at is not None
    assert run.rejects is not None


def test_updates_renew_what_follows():
    bring("customers", GOOD)
    run, _report = bring("customers", table(
        "Kundennummer;Nachname;Telefon;PLZ", "K2;Klein;0221 555666;50668", "K1;;0351 777888;"))  # fmt: skip
    assert counts(run) == (2, 0, 2, 0, 0)
    anna, firm = live(number="K2").get(), live(number="K1").get()
    assert (anna.name, anna.kind, anna.first_name, anna.version) == ("Anna Klein", "person", "Anna", 2)
    assert (firm.name, firm.kind, firm.postal_code) == ("Müller & Söhne GmbH", "company", "01067"), (
        "empty cells change nothing"
    )
    assert "n:50668:klein anna" in anna.match_keys
    assert "t:+49221555666" in anna.match_keys
    assert not [key for key in anna.match_keys if "gross anna" in key or "987654" in key]
    assert ranked_ids("customers.customer", "555666", limit=5) == [anna.pk]
    assert ranked_ids("customers.customer", "987654", limit=5) == []
    assert ranked_ids("customers.customer", "Klein", limit=5) == [anna.pk]


def test_a_company_stays_one_where_a_file_tells_its_person():
    bring("customers", GOOD)
    run, _report = bring("customers", table("Kundennummer;Vorname;Nachname", "K1;Max;Muster"))
    firm = live(number="K1").get()
    assert counts(run) == (1, 0, 1, 0, 0)
    assert (firm.kind, firm.name, firm.last_name) == ("company", "Müller & Söhne GmbH", "Muster")


def test_what_is_derived_differently_from_the_file_is_no_change():
    """A postal code that Excel has eaten, a name in another order: mended at each import, so nothing to write."""
    text = table("Nr;Art;Firma;Vorname;Nachname;PLZ", "P1;Person;Muster, Max;Max;Muster;1067")
    mapping = {
        "Nr": "number",
        "Art": "kind",
        "Firma": "name",
        "Vorname": "first_name",
        "Nachname": "last_name",
        "PLZ": "postal_code",
    }
    first, _report = bring("customers", text, mapping=mapping)
    again, _report = bring("customers", text, mapping=mapping)
    assert (counts(first), counts(again)) == ((1, 1, 0, 0, 0), (1, 0, 0, 1, 0))
    assert list(live().values_list("name", "postal_code", "version")) == [("Max Muster", "01067", 1)]


@pytest.mark.parametrize("batch", [1, 2, 2000])
def test_a_key_twice_in_the_file(monkeypatch, batch):
    monkeypatch.setattr(engine, "BATCH", batch)
    text = table(HEADER, "K1;Alt GmbH;;;;;;;;", "K2;Zwei GmbH;;;;;;;;", "K1;Neu GmbH;;;;Ulm;;;;")
    run, _report = bring("customers", text)
    assert list(live().order_by("number").values_list("number", "name", "city")) == [
        ("K1", "Neu GmbH", "Ulm"), ("K2", "Zwei GmbH", ""),
    ]  # fmt: skip
    assert run.rows == run.created + run.updated + run.unchanged
    assert run.created == 2
    engine_undo(run, kept=0)
    assert live().count() == 0


def engine_undo(run, *, kept):
    from kundenwert.records.actions.undo_import import undo_import

    undone = undo_import(run, actor=None)
    assert (undone.status, undone.details["kept"]) == ("undone", kept)


BAD = [
    ("B1;Firma A;;;;;Atlantis;;;", "Land", "Atlantis", "„Atlantis“ ist kein bekanntes Land."),
    ("B2;Firma B;;;;;;abc;;", "Telefon", "abc", "„abc“ ist keine Telefonnummer."),
    ("B3;Firma C;;;;;;;keine;", "E-Mail", "keine", None),
    ("B4;Firma D;;;;;;;;31.02.1980", "Geburtstag", "31.02.1980", None),
    ("B5;;;;;;;;;", "Firma", "", None),
    (f"{'9' * 41};Firma E;;;;;;;;", "Kundennummer", "9" * 41, None),
]


def test_bad_rows_are_told_with_row_column_value_and_reason():
    run, report = bring("customers", GOOD + "\r\n".join(row for row, *_rest in BAD) + "\r\n")
    assert counts(run) == (9, 3, 0, 0, 6)
    told = [(problem.row, problem.column, problem.value) for problem in sorted(report.problems, key=lambda p: p.row)]
    assert told == [(number, column, value) for number, (_row, column, value, _m) in enumerate(BAD, start=5)]
    messages = {problem.column: problem.message for problem in report.problems}
    assert all(messages.values())
    for _row, column, _value, message in BAD:
        assert message is None or messages[column] == message
    assert run.details["problems"][0]["row"] == report.problems[0].row


def test_all_or_nothing():
    run, _report = bring("customers", GOOD + "K4;X GmbH;;;;;Atlantis;;;\r\n", skip_bad=False)
    assert (run.status, run.created, run.rejected) == ("failed", 0, 1)
    assert "fehlerhaft" in run.message
    assert Customer.objects.count() == 0
    assert ImportChange.objects.count() == 0


def test_a_trial_writes_nothing():
    run, report = bring("customers", table("Kundennummer;Firma;Betreuer", "K1;A GmbH;Ute Neu"), dry_run=True)
    assert (run.status, report.created) == ("cancelled", 1)
    assert (Customer.objects.count(), ImportChange.objects.count(), User.objects.count()) == (0, 0, 0)
    assert ranked_ids("customers.customer", "GmbH", limit=5) == []


def test_rows_without_a_number_get_one_that_no_later_row_has(monkeypatch):
    monkeypatch.setattr(engine, "BATCH", 1)
    run, _report = bring(
        "customers", table("Kundennummer;Firma", ";Ohne GmbH", "10001;Mit GmbH", ";Auch ohne GmbH", "10003;Drei GmbH")
    )
    assert counts(run) == (4, 4, 0, 0, 0)
    numbers = dict(live().values_list("name", "number"))
    assert (numbers["Mit GmbH"], numbers["Drei GmbH"]) == ("10001", "10003")
    assert sorted(numbers.values()) == ["10001", "10003", "10004", "10005"]


def test_a_number_that_somebody_has_already_is_rejected():
    bring("customers", GOOD)
    run, report = bring("customers", table("Kundennummer;Firma;E-Mail", "K1;Fremd GmbH;fremd@x.example"), key="email")
    assert (counts(run), report.problems[0].column) == ((1, 0, 0, 0, 1), "Kundennummer")
    twice, _report = bring("customers", table("Kundennummer;Firma", "N1;A GmbH", "N1;B GmbH"), key="")
    assert counts(twice) == (2, 1, 0, 0, 1)


def test_owners_by_mail_and_name_and_those_who_have_left(make_user):
    anna = make_user("anna")
    text = table(
        "Nr.;Firma;Betreuer",
        "1;A GmbH;anna@firma.example",
        "2;B GmbH;Anna Muster",
        "3;C GmbH;Ute Weg",
        "4;D GmbH;u.weg@alt.example",
    )
    mapping = {"Nr.": "number", "Firma": "name", "Betreuer": "owner"}
    run, _report = bring("customers", text, mapping=mapping)
    assert counts(run) == (4, 4, 0, 0, 0)
    owners = [live(number=number).get().owner for number in "1234"]
    assert owners[:2] == [anna, anna]
    assert [(owner.name, owner.is_active, owner.has_usable_password()) for owner in owners[2:]] == [
        ("Ute Weg", False, False), ("U Weg", False, False),
    ]  # fmt: skip
    again, _report = bring("customers", text, mapping=mapping)
    assert counts(again) == (4, 0, 0, 4, 0)
    strict, report = bring(
        "customers", table("Nr.;Firma;Betreuer", "9;E GmbH;Otto Fremd"), mapping=mapping, unknown_users="reject"
    )
    assert (counts(strict), report.problems[0].value) == ((1, 0, 0, 0, 1), "Otto Fremd")


def test_tags():
    text = table("Nr;Firma;Tags", '1;A GmbH;"VIP, Messe 2026; neu"', "2;B GmbH;'=1+1")
    run, _report = bring("customers", text, mapping={"Nr": "number", "Firma": "name", "Tags": "tags"})
    assert counts(run) == (2, 2, 0, 0, 0)
    assert list(live().order_by("number").values_list("tags", flat=True)) == [["VIP", "Messe 2026; neu"], ["=1+1"]]


def test_nul_characters_cost_their_own_rows():
    rows = ["Z0;Gut GmbH;;", "Z1;Z\x00 GmbH;;", "Z2;Z GmbH;a\x00b;", "Z3;Z GmbH;;n\x00@x.example", "Z4;Gut GmbH;;\x00"]
    run, report = bring("customers", table("Nr;Firma;Tags;Betreuer", *rows).encode("utf-16"),
                        mapping={"Nr": "number", "Firma": "name", "Tags": "tags", "Betreuer": "owner"})  # fmt: skip
    assert (run.status, counts(run)) == ("done", (5, 1, 0, 0, 4))
    assert [problem.value for problem in report.problems] == ["Z\ufffd GmbH", "a\ufffdb", "n\ufffd@x.example", "\ufffd"]


def test_english_file_and_iso_dates():
    text = 'customer number,company,city,country,birthday\nE1,"Smith, Jones Ltd",Leeds,United Kingdom,1980-11-22\n'
    with translation.override("en"):
        run, _report = bring("customers", text)
    found = live().get()
    assert (counts(run), found.name, found.country, found.birthday) == (
        (1, 1, 0, 0, 0),
        "Smith, Jones Ltd",
        "GB",
        date(1980, 11, 22),
    )


def test_one_notation_for_a_whole_column():
    """05/11 alone may be May or November; 22/11 in the same column says which."""
    run, _report = bring("customers", table("Nr;Firma;Geburtstag", "1;A;05/11/1980", "2;B;22/11/1980", "3;C;11/22/1980"),
                         mapping={"Nr": "number", "Firma": "name", "Geburtstag": "birthday"})  # fmt: skip
    days = dict(live().values_list("number", "birthday"))
    assert (days["1"], days["2"]) == (date(1980, 11, 5), date(1980, 11, 22)) or run.rejected == 1
    bring("customers", table("Nr;Firma;Geburtstag", "8;A;05.11.49"), mapping={"Nr": "number", "Firma": "name", "Geburtstag": "birthday"})  # fmt: skip
    assert live(number="8").get().birthday == date(1949, 11, 5), "nobody is born in 2049 yet"


def test_likely_duplicates_are_counted_and_shown():
    bring("customers", GOOD)
    run, _report = bring("customers", table(HEADER, "N1;Mueller und Soehne AG;;;01067;Dresden;;;;", "N2;Ganz Neu GmbH;;;;;;;;",
                                            "N3;Ganz neu KG;;;;;;;;"))  # fmt: skip
    assert counts(run) == (3, 3, 0, 0, 0)
    assert run.details["duplicate_count"] == 2
    assert run.details["duplicates"] == [
        {"row": 2, "name": "Mueller und Soehne AG", "number": "K1", "other": "Müller & Söhne GmbH"},
        {"row": 4, "name": "Ganz neu KG", "number": "N2", "other": "Ganz Neu GmbH"},
    ]


def test_audit_and_timeline(admin_user):
    from kundenwert.records.queries.record_history import record_history

    run, _report = bring("customers", GOOD, name="kunden.csv", actor=admin_user)
    entry = AuditEntry.objects.get(action="records.importrun.done")
    assert (entry.actor, entry.title, entry.details["import_id"], entry.details["created"]) == (
        admin_user,
        "kunden.csv",
        str(run.pk),
        3,
    )
    customer = live(number="K1").get()
    history = record_history(record_type_for("customers.customer"), customer, None, 10)
    assert [(item.heading, item.body) for item in history] == [("Durch Import angelegt", "kunden.csv")]
    assert ImportRun.objects.count() == 1
