"""What none of five other CRMs finds: umlauts either way, typing errors, parts of words, ends of numbers."""

from __future__ import annotations

import pytest

from kundenwert.records.actions.change_record import change_record
from kundenwert.records.queries.search_records import search_records
from kundenwert.records.search.find import ranked_ids

CUSTOMERS = {
    "Müller Metallbau GmbH": {"phone": "+49731987654", "number": "20417"},
    "Mueller Söhne KG": {"city": "Ulm"},
    "Muller & Partner": {},
    "Straßenmaschinenbau Nord GmbH": {"email": "info@smb-nord.example"},
    "Maier Dach": {},
    "Schmidt AG": {"city": "München"},
}


@pytest.fixture
def found(make_customer):
    ids = {make_customer(name, **values).pk: name for name, values in CUSTOMERS.items()}
    return lambda typed: [ids[record_id] for record_id in ranked_ids("customers.customer", typed, limit=10)]


MULLERS = {"Müller Metallbau GmbH", "Mueller Söhne KG", "Muller & Partner"}


@pytest.mark.parametrize("typed", ["Müller", "Mueller", "muller", "MÜLLER", "Müler", "Mülller", "Mller", "mül"])
def test_umlauts_and_typing_errors_do_not_matter(found, typed):
    assert set(found(typed)) == MULLERS


@pytest.mark.parametrize(("typed", "expected"), [
    ("Maschinenbau", ["Straßenmaschinenbau Nord GmbH"]),
    ("strassenmasch", ["Straßenmaschinenbau Nord GmbH"]),
    ("nord maschinenbau", ["Straßenmaschinenbau Nord GmbH"]),
    ("20417", ["Müller Metallbau GmbH"]),
    ("87654", ["Müller Metallbau GmbH"]),
    ("smb-nord", ["Straßenmaschinenbau Nord GmbH"]),
    ("Meyer", ["Maier Dach"]),
    ("Ulm Müller", ["Mueller Söhne KG"]),
    ("muenchen", ["Schmidt AG"]),
    ("nirgends", []),
    ("", []),
    ("%", []),
    ("_", []),
    ("\\", []),
])  # fmt: skip
def test_parts_numbers_sounds(found, typed, expected):
    assert found(typed) == expected


def test_the_whole_word_comes_before_the_part(make_customer):
    make_customer("Dachdeckerei Bauer")
    exact = make_customer("Dach AG")
    assert ranked_ids("customers.customer", "dach", limit=5)[0] == exact.pk


def test_a_change_is_found_and_the_former_value_no_longer(make_customer, customer_type):
    customer = make_customer("Weber", phone="+49301111111")
    change_record(customer_type, customer, {"phone": "+49302222222"}, actor=None)
    assert ranked_ids("customers.customer", "1111111", limit=5) == []
    assert ranked_ids("customers.customer", "2222222", limit=5) == [customer.pk]


def test_nobody_finds_what_they_may_not_see(make_customer, make_user, client_of):
    anna = make_user("anna", permissions={("customers.customer", "see"): "own"})
    make_customer("Geheim GmbH")
    make_customer("Geheim Eigene GmbH", owner=anna)
    page = client_of(anna).get("/search", {"q": "geheim"}).content.decode()
    assert ("Geheim Eigene" in page.replace("<mark>", "").replace("</mark>", ""), page.count("/customers/")) == (
        True,
        1,
    )


def test_another_spelling_comes_before_other_slips(make_customer, customer_type, admin_user):
    for name in ("Hans Müller", "Maler Krause", "Möller KG", "Maler Weber"):
        make_customer(name)
    hits = search_records(admin_user, [customer_type], "Müler", limit=10)["customers.customer"]
    assert [hit.title for hit in hits] == ["Hans Müller", "Maler Weber", "Möller KG", "Maler Krause"]
