from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from procrastinate.contrib.django import app

from kundenwert.customers.models import Customer
from kundenwert.operational.sales.actions.refresh_customer_sales import refresh_customer_sales
from kundenwert.operational.sales.actions.renew_yearly_sales import renew_yearly_sales
from kundenwert.operational.sales.models import CustomerSales, Order


def test_an_order_leaves_the_yearly_revenue_after_a_year(organisation):
    customer, other = (Customer.objects.create(kind="company", name=name, number=name) for name in "AB")
    for number, owner, days in (("1", customer, 364), ("2", customer, 10), ("3", other, 10)):
        at = timezone.now() - timedelta(days=days)
        Order.objects.create(number=number, customer=owner, ordered_at=at, net_total=100)
    refresh_customer_sales([customer.pk, other.pk])
    assert CustomerSales.objects.get(customer=customer).net_total_365 == Decimal(200)
    Order.objects.filter(number="1").update(ordered_at=timezone.now() - timedelta(days=366))

    assert renew_yearly_sales(actor=None) == 1

    kept = CustomerSales.objects.get(customer=customer)
    assert (kept.net_total_365, kept.net_total) == (Decimal(100), Decimal(200))
    assert CustomerSales.objects.get(customer=other).net_total_365 == Decimal(100)


def test_it_runs_every_night():
    crons = {name: task.cron for (name, _id), task in app.periodic_registry.periodic_tasks.items()}
    assert crons["sales.renew_yearly_sales"] == "7 2 * * *"
