"""After the last row of an import of orders: totals, sums per customer, search entries."""

from __future__ import annotations

from django.db import connection

from kundenwert.records.actions.save import follow_up
from kundenwert.records.models import ImportRun
from kundenwert.records.registry import record_type_for

BATCH = 5_000
TOTALS = """
UPDATE sales_order o
SET net_total = s.net, tax_total = s.tax, cost_total = s.cost
FROM (
    SELECT order_id, sum(net) AS net, sum(round(net * tax_rate / 100, 2)) AS tax,
           CASE WHEN bool_and(complete) THEN sum(cost) END AS cost
    FROM (
        SELECT l.order_id, l.tax_rate, sum(l.net_amount) AS net, bool_and(l.unit_cost IS NOT NULL) AS complete,
               sum(round(l.quantity * l.unit_cost, 2)) AS cost
        FROM sales_orderline l
        WHERE l.order_id = ANY(%s)
        GROUP BY l.order_id, l.tax_rate
    ) by_rate
    GROUP BY order_id
) s
WHERE o.id = s.order_id
"""


def finish_orders(run: ImportRun) -> None:
    """Work through all orders the run has touched, in batches."""
    record_type, last = record_type_for("sales.order"), 0
    while True:
        changes = run.changes.filter(record_type="sales.order", id__gt=last).order_by("id")
        found = list(changes.values_list("id", "object_id")[:BATCH])
        if not found:
            return
        last = found[-1][0]
        order_ids = [order_id for _id, order_id in found]
        refresh_totals(order_ids)
        follow_up(record_type, order_ids)


def refresh_totals(order_ids: list[int]) -> None:
    """Sum up the lines of orders: net, tax per rate on the sum of that rate, cost where all are known."""
    with connection.cursor() as cursor:
        cursor.execute(TOTALS, [order_ids])
