"""Adding a record type needs a model, a migration and one declaration: everything else is there."""

from __future__ import annotations

import inspect
from datetime import date
from decimal import Decimal

from kundenwert.records.search.find import ranked_ids

from .machines import Machine, MachineRecord


def test_the_declaration_is_about_twenty_lines(machines):
    assert len(inspect.getsource(MachineRecord).splitlines()) <= 20


def test_form_list_card_search_edit_export_and_import(machines, admin_client, tmp_path):
    answer = admin_client.post(
        "/machines/new", {"name": "Säge 3", "serial": "S-77", "price": "1.234,50", "state": "used"}
    )
    machine = Machine.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/machines/{machine.pk}")
    assert (machine.name, machine.price, machine.state) == ("Säge 3", Decimal("1234.50"), "used")
    assert "1.234,50" in admin_client.get("/machines").content.decode()
    assert "Säge 3" in admin_client.get(f"/machines/{machine.pk}").content.decode()
    assert ranked_ids("records.machine", "saege", limit=5) == [machine.pk]
    changed = admin_client.post(f"/machines/{machine.pk}/fields/bought_on", {"bought_on": "05.03.2026", "was": ""})
    machine.refresh_from_db()
    assert (changed.status_code, machine.bought_on) == (200, date(2026, 3, 5))
    exported = b"".join(admin_client.get("/machines/export?format=csv").streaming_content).decode("utf-8-sig")
    assert exported.splitlines()[1].startswith("Säge 3;S-77;")


def test_it_is_in_the_navigation_and_in_the_rights(machines, admin_client, make_user, client_of):
    assert 'href="/machines"' in admin_client.get("/customers").content.decode()
    stranger = client_of(make_user("paul", permissions={("customers.customer", "see"): "all"}))
    assert stranger.get("/machines").status_code == 403
    assert 'href="/machines"' not in stranger.get("/customers").content.decode()
