"""Keep the time of the last contact on the customers."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

SQL = """
UPDATE customers_customer c
SET last_touchpoint_at = (
    SELECT max(t.at) FROM touchpoints_touchpoint t
    WHERE t.customer_id = c.id AND t.deleted_at IS NULL AND t.kind <> 'note'
)
WHERE c.id = ANY(%s)
"""


def refresh_last_touchpoint(customer_ids: Sequence[int]) -> None:
    """Renew `last_touchpoint_at` of customers, set-based and in the running transaction; own notes are no contact."""
    if customer_ids:
        with connection.cursor() as cursor:
            cursor.execute(SQL, [sorted(set(customer_ids))])
