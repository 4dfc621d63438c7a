from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import transaction

from kundenwert.customers.tests.make import make_customer
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.operational.sales.actions.set_order_lines import set_order_lines
from kundenwert.operational.sales.models import CustomerSales, OrderLine
from kundenwert.records.actions.errors import Conflict, InvalidRecord

from .make import line, make_order, make_product


def test_lines_amounts_and_totals(admin_user):
    customer = make_customer(admin_user)
    product = make_product(admin_user, cost=Decimal("6.5"))
    lines = [
        line(2, "10.005", product_id=product.pk, unit_cost=Decimal("6.5")),
        line(-1, "10.005", product_id=product.pk, unit_cost=Decimal("6.5")),
        line(1, "4", tax_rate=Decimal(7), discount_percent=Decimal(25), unit_cost=Decimal(1)),
    ]
    order = make_order(admin_user, customer, *lines)
    kept = OrderLine.objects.filter(order=order).values_list("position", "net_amount")
    assert list(kept) == [(1, Decimal("20.01")), (2, Decimal("-10.01")), (3, Decimal("3.00"))]
    assert (order.net_total, order.tax_total, order.cost_total) == (Decimal("13.00"), Decimal("2.11"), Decimal("7.50"))
    assert CustomerSales.objects.get(customer=customer).net_total == Decimal("13.00")


def test_an_unknown_cost_and_no_lines_at_all(admin_user):
    order = make_order(admin_user, make_customer(admin_user), line(1, 10, unit_cost=Decimal(4)), line(1, 5))
    assert order.cost_total is None
    with transaction.atomic():
        set_order_lines(order, [], actor=admin_user)
    order.refresh_from_db()
    assert (order.net_total, order.tax_total, order.cost_total, order.lines.count()) == (
        Decimal(0),
        Decimal(0),
        None,
        0,
    )


def test_one_audit_entry_with_before_and_after(admin_user):
    order = make_order(admin_user, make_customer(admin_user), line(1, 10))
    version = order.version
    with transaction.atomic():
        set_order_lines(order, [line(3, 10)], actor=admin_user)
    newest = AuditEntry.objects.filter(subject="sales.order", object_id=order.pk).first()
    assert newest.action == "sales.order.lines_set"
    assert [entry["quantity"] for entry in newest.before["lines"]] == ["1.000"]
    assert [entry["quantity"] for entry in newest.after["lines"]] == ["3.000"]
    assert (newest.before["net_total"], newest.after["net_total"]) == ("10.00", "30.00")
    order.refresh_from_db()
    assert order.version == version + 1


def test_the_same_lines_again_change_nothing(admin_user):
    order = make_order(admin_user, make_customer(admin_user), line("1.0", "10.00"))
    with transaction.atomic():
        assert set_order_lines(order, [line(1, 10)], actor=admin_user) is None
    order.refresh_from_db()
    assert order.version == 2


def test_an_outdated_version_writes_nothing(admin_user):
    order = make_order(admin_user, make_customer(admin_user), line(1, 10))
    with pytest.raises(Conflict), transaction.atomic():
        set_order_lines(order, [line(9, 10)], actor=admin_user, expected_version=1)
    assert [kept.quantity for kept in order.lines.all()] == [Decimal(1)]


def test_amounts_that_cannot_be_kept_are_refused(admin_user):
    order = make_order(admin_user, make_customer(admin_user), line(1, 10))
    with pytest.raises(InvalidRecord), transaction.atomic():
        set_order_lines(order, [line("99999999999", "9999999999")], actor=admin_user)
    assert [kept.quantity for kept in order.lines.all()] == [Decimal(1)]


def test_the_first_order_makes_a_prospect_a_customer(admin_user):
    customer = make_customer(admin_user, stage="prospect")
    make_order(admin_user, customer)
    customer.refresh_from_db()
    entry = AuditEntry.objects.filter(subject="customers.customer", object_id=customer.pk).first()
    assert (customer.stage, entry.actor) == ("customer", admin_user)
    assert (entry.before, entry.after) == ({"stage": "prospect"}, {"stage": "customer"})


@pytest.mark.parametrize(("stage", "status"), [("former", "completed"), ("prospect", "cancelled")])
def test_other_stages_and_cancelled_orders_change_no_stage(admin_user, stage, status):
    customer = make_customer(admin_user, stage=stage)
    make_order(admin_user, customer, line(1, 10), status=status)
    customer.refresh_from_db()
    assert customer.stage == stage
