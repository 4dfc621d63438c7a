"""Let time pass for what customers bought in the last 365 days."""

from __future__ import annotations

from django.db import connection, transaction

from kundenwert.foundation.access.models import User

SQL = """
UPDATE sales_customersales AS s SET net_total_365 = fresh.total
FROM (
    SELECT kept.customer_id, coalesce(sum(o.net_total), 0) AS total
    FROM sales_customersales AS kept
    LEFT JOIN sales_order o ON o.customer_id = kept.customer_id AND o.deleted_at IS NULL AND o.status <> 'cancelled'
         AND o.ordered_at >= now() - interval '365 days'
    GROUP BY kept.customer_id
) AS fresh
WHERE fresh.customer_id = s.customer_id AND fresh.total <> s.net_total_365
"""


def renew_yearly_sales(*, actor: User | None) -> int:
    """Renew the yearly revenue of all customers whose orders have grown too old for it; returns how many.

    No audit entry: a figure follows the calendar, nobody has done anything.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SQL)
        return int(cursor.rowcount)
