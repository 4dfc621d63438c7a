"""Customers of the same name in other places: worth a look while only the name has been typed."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for
from kundenwert.records.search.find import ranked_ids

from ..naming.match_keys import name_key
from .find_duplicates import KEY, Duplicate

LOOKED_AT = 30


def find_namesakes(user: User, kind: str, name: str, *, limit: int = 5) -> list[Duplicate]:
    """Visible customers whose name differs in legal form, umlauts or capitals at most."""
    wanted = name_key(kind, name)
    if len(wanted) < 3:
        return []
    record_type = record_type_for(KEY)
    rows = visible(user, record_type).filter(pk__in=ranked_ids(KEY, wanted, limit=LOOKED_AT))
    same = [row for row in rows if name_key(row.kind, row.name, row.first_name, row.last_name) == wanted]
    return [
        Duplicate(
            id=row.pk,
            name=row.name,
            hint=" · ".join(filter(None, (row.number, f"{row.postal_code} {row.city}".strip()))),
            url=record_type.url_of(row.pk),
            reasons=[_("same name")],
        )
        for row in sorted(same, key=lambda row: row.pk)[:limit]
    ]
