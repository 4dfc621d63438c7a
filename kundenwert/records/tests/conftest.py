from __future__ import annotations

import pytest
from django.db import connection
from django.urls import clear_url_caches, set_urlconf

from kundenwert.foundation.tenancy import organisation_scope
from kundenwert.records.actions.create_record import create_record
from kundenwert.records.registry import record_type, record_type_for, unregister


@pytest.fixture
def make_customer(organisation):
    """Makes customers: `make_customer("Müller GmbH", city="Ulm", owner=anna)`."""

    def make(name, **values):
        owner = values.pop("owner", None)
        if owner is not None:
            values["owner"] = owner.pk
        base = {"kind": "company", "name": name, "country": "DE", "stage": "customer"}
        return create_record(record_type_for("customers.customer"), {**base, **values}, actor=None)

    return make


@pytest.fixture
def customer_type(organisation):
    return record_type_for("customers.customer")


@pytest.fixture
def machines(organisation, settings):
    """The record type of `machines.py`, with its table and its addresses, as if a plugin had brought it."""
    from . import machines as plugin

    record_type(plugin.MachineRecord)
    with organisation_scope(organisation.as_owner()):
        with connection.schema_editor() as editor:
            editor.create_model(plugin.Machine)
        with connection.cursor() as cursor:
            cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO kundenwert_app")
            cursor.execute("GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO kundenwert_app")
        connection.close()
    settings.ROOT_URLCONF = "kundenwert.records.tests.urls_with_machines"
    clear_url_caches()
    set_urlconf(None)
    yield record_type_for("records.machine")
    unregister("records.machine")
    clear_url_caches()
