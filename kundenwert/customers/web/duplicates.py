"""The duplicate warning below the form for a new customer."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.records.access import require
from kundenwert.records.registry import record_type_for
from kundenwert.records.web.controls import read_fields

from ..naming.match_keys import match_keys
from ..naming.person import full_name
from ..queries.find_duplicates import KEY, Duplicate, find_duplicates
from ..queries.find_namesakes import find_namesakes

READ = ["kind", "name", "first_name", "last_name", "phone", "mobile", "email", "postal_code", "vat_id"]
LIMIT = 5


@require_POST
@for_records
def duplicates(request: SignedInRequest) -> HttpResponse:
    """POST the fields of the form as far as they are typed: likely duplicates with the reason, or nothing.

    A hint only: half-typed numbers are left out, and nothing here keeps anybody from saving.
    """
    record_type = record_type_for(KEY)
    require(request.user, record_type, "create")
    typed, _errors = read_fields([record_type.field(name) for name in READ if name in request.POST], request.POST)
    return render(request, "customers/parts/duplicates.html", {"duplicates": _likely(request, typed)})


def _likely(request: SignedInRequest, typed: dict[str, Any]) -> list[Duplicate]:
    kind = typed.get("kind") or "company"
    person = full_name("", typed.get("first_name", ""), typed.get("last_name", ""))
    name = person if kind == "person" and person else typed.get("name", "") or person
    given = {key: typed[key] for key in READ[2:] if typed.get(key)}
    found = find_duplicates(request.user, match_keys(kind=kind, name=name, **given), limit=LIMIT)
    if len(found) < LIMIT and not typed.get("postal_code"):
        known = {entry.id for entry in found}
        found += [entry for entry in find_namesakes(request.user, kind, name) if entry.id not in known]
    return found[:LIMIT]
