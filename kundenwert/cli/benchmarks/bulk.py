"""A field of all customers changed, all of them deleted, and both taken back."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from ..start import start_fitting


def measure_bulk(folder: Path, customers: int) -> list[dict[str, Any]]:
    """Per step: `what`, `records` and `seconds`, in this process, as the worker does it; an empty folder is filled."""
    os.environ["KUNDENWERT_DATA_DIR"] = str(folder)
    organisation = start_fitting()
    from kundenwert.customers.models import Customer
    from kundenwert.demo.load import load_demo
    from kundenwert.foundation.tenancy import organisation_scope

    with organisation_scope(organisation):
        if not Customer.objects.exists():
            load_demo(customers, progress=lambda _said: None)
        return [*_measured("a field", "change", "stage", "former"), *_measured("deletion", "delete")]


def _measured(what: str, verb: str, field: str = "", value: str = "") -> list[dict[str, Any]]:
    from kundenwert.foundation.access.models import User
    from kundenwert.records.actions.carry_out_bulk_run import carry_out
    from kundenwert.records.actions.start_bulk_run import start_bulk_run
    from kundenwert.records.bulk.selection import Selection
    from kundenwert.records.models import BulkRun
    from kundenwert.records.queries.list_state import list_state
    from kundenwert.records.registry import record_type_for

    record_type = record_type_for("customers.customer")
    selection = Selection(record_type, state=list_state(record_type, {}, None))
    administrator = User.objects.filter(roles__is_administrator=True).order_by("pk")[0]
    clock = time.perf_counter()
    run = start_bulk_run(selection, BulkRun.Verb(verb), actor=administrator, field=field, value=value)
    carry_out(run.pk)
    done = time.perf_counter()
    run.refresh_from_db()
    BulkRun.objects.filter(pk=run.pk).update(status=BulkRun.Status.UNDOING)
    carry_out(run.pk)
    undone = time.perf_counter()
    return [
        {"what": what, "records": run.changed, "seconds": round(done - clock, 2)},
        {"what": f"{what}, taken back", "records": run.changed, "seconds": round(undone - done, 2)},
    ]
