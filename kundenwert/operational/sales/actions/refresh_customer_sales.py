"""Renew what customers have bought so far."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

SQL = """
INSERT INTO sales_customersales AS s
    (customer_id, order_count, net_total, net_total_365, first_order_at, last_order_at)
SELECT c.id, count(o.id), coalesce(sum(o.net_total), 0),
       coalesce(sum(o.net_total) FILTER (WHERE o.ordered_at >= now() - interval '365 days'), 0),
       min(o.ordered_at), max(o.ordered_at)
FROM customers_customer c
LEFT JOIN sales_order o ON o.customer_id = c.id AND o.deleted_at IS NULL AND o.status <> 'cancelled'
WHERE c.id = ANY(%s)
GROUP BY c.id
ON CONFLICT (customer_id) DO UPDATE SET
    order_count = excluded.order_count, net_total = excluded.net_total, net_total_365 = excluded.net_total_365,
    first_order_at = excluded.first_order_at, last_order_at = excluded.last_order_at
"""


def refresh_customer_sales(customer_ids: Sequence[int]) -> None:
    """Sum up the orders of customers, set-based and in the running transaction."""
    if customer_ids:
        with connection.cursor() as cursor:
            cursor.execute(SQL, [sorted(set(customer_ids))])
