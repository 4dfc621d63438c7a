"""Filling an organisation with the demo company."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, time
from itertools import islice
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone

from kundenwert.customers.rules import customer_rules
from kundenwert.foundation.access.models import Role, Team, User
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.organisation.models import OrganisationProfile
from kundenwert.foundation.organisation.numbers import raise_range
from kundenwert.operational.sales.amounts import line_amount, order_totals
from kundenwert.operational.sales.imports.lines import LINE_COLUMNS
from kundenwert.operational.sales.models import OrderLine
from kundenwert.records.imports.copy import copy_rows, next_ids
from kundenwert.records.registry import record_type_for
from kundenwert.records.search.index import add_to_vocabulary, copy_entries, index_words

from .company import generate
from .company.rows import DemoContact, DemoCustomer, DemoEmployee, DemoOrder, DemoOrderLine

PASSWORD = "kundenwert-demo"  # noqa: S105  of a made-up company, shown at start
BATCH = 2_000
ROLES = {
    "sales": "Vertrieb",
    "service": "Service",
    "marketing": "Marketing",
    "management": "Geschäftsführung",
    "analyst": "Analyse",
}
TEAMS = {"field": "Außendienst", "inside": "Innendienst", "service": "Service", "office": "Verwaltung"}
ENGINE = ["id", "created_at", "updated_at", "version"]
T = TypeVar("T")
Progress = Callable[[str], None]


def load_demo(customers: int = 5_000, *, progress: Progress = print) -> str:
    """Fill the organisation in scope, which must be empty; returns the address to sign in with.

    Everything is one transaction: an interrupted start begins again. Raises RuntimeError where customers exist.
    """
    from kundenwert.customers.models import Customer

    with transaction.atomic():
        if Customer.objects.exists():
            raise RuntimeError("the organisation already has customers")
        return _Loader(customers, progress).load()


class _Loader:
    """Keeps the ids of what has been written."""

    def __init__(self, customers: int, progress: Progress) -> None:
        now = timezone.now()
        self.company = generate(customers, today=timezone.localdate(), now=timezone.localtime())
        self.now, self.progress = now, progress
        self.users: dict[str, int] = {}
        self.products: dict[str, int] = {}
        self.customers: dict[str, int] = {}
        self.contacts: dict[tuple[str, int], int] = {}

    def load(self) -> str:
        login = self._people()
        self._products()
        self.progress("customers")
        for batch in batches(self.company.customers(), BATCH):
            self._customers(batch)
        self._relations()
        self.progress("orders")
        for orders in batches(sorted(self.company.orders(), key=lambda order: order.number), BATCH):
            self._orders(orders)
        self.progress("touchpoints")
        for touchpoints in batches(self.company.touchpoints(), BATCH):
            self._touchpoints(touchpoints)
        self._finish()
        write_audit(actor=None, action="demo.loaded", subject="demo", details={"customers": len(self.customers)})
        return login

    # -- people and products ------------------------------------------------------------------------------------------

    def _people(self) -> str:
        company = self.company
        profile = OrganisationProfile.objects.first() or OrganisationProfile()
        profile.name, profile.street, profile.postal_code = company.name, company.street, company.postal_code
        profile.city, profile.country, profile.is_demo = company.city, company.country, True
        profile.save()
        password = make_password(PASSWORD)
        for employee in company.employees:
            self.users[employee.key] = _user(employee, password).pk
        admin = User.objects.create(
            email="demo@kundenwert.example", first_name="Dana", last_name="Demo", position="Administration",
            language="de", password=password,
        )  # fmt: skip
        admin.roles.add(Role.objects.get(is_administrator=True))
        return admin.email

    def _products(self) -> None:
        record_type = record_type_for("catalogue.product")
        products = self.company.products
        columns = ["number", "name", "kind", "group", "unit", "net_price", "tax_category", "cost", "active"]
        ids = next_ids("catalogue_product", len(products))
        rows = [
            [i, self.now, self.now, 1, *(getattr(p, name) for name in columns)]
            for i, p in zip(ids, products, strict=True)
        ]
        copy_rows("catalogue_product", [*ENGINE, *columns], rows)
        self.products = {product.number: i for i, product in zip(ids, products, strict=True)}
        _index(record_type.key, ((i, [p.number, p.name, p.group]) for i, p in zip(ids, products, strict=True)))

    # -- customers ----------------------------------------------------------------------------------------------------

    def _customers(self, batch: list[DemoCustomer]) -> None:
        ids = next_ids("customers_customer", len(batch))
        self.customers |= {customer.number: i for i, customer in zip(ids, batch, strict=True)}
        rows = [self._customer(i, customer) for i, customer in zip(ids, batch, strict=True)]
        copy_rows("customers_customer", CUSTOMER_COLUMNS, rows)
        texts = ((i, customer_rules.search_words(_searched(customer))) for i, customer in zip(ids, batch, strict=True))
        _index("customers.customer", texts)
        self._contacts(batch)

    def _customer(self, customer_id: int, customer: DemoCustomer) -> list[Any]:
        plain = {name: getattr(customer, name) for name in PLAIN}
        derived = customer_rules.derive(plain)
        plain |= {"name": derived["name"], "postal_code": derived["postal_code"], "tags": list(customer.tags)}
        at = customer.last_touchpoint_at
        return [customer_id, customer.created_at, customer.created_at, 1, *plain.values(), self.users[customer.owner],
                at if at and at <= self.now else None, derived["match_keys"]]  # fmt: skip

    def _contacts(self, batch: list[DemoCustomer]) -> None:
        found = [(customer, at, contact) for customer in batch for at, contact in enumerate(customer.contacts)]
        ids = next_ids("customers_contact", len(found))
        rows, texts = [], []
        for contact_id, (customer, at, contact) in zip(ids, found, strict=True):
            self.contacts[customer.number, at] = contact_id
            name = " ".join(filter(None, [contact.title, contact.first_name, contact.last_name]))
            rows.append([contact_id, customer.created_at, customer.created_at, 1, self.customers[customer.number], name,
                         *(getattr(contact, field) for field in CONTACT_PLAIN), "", ""])  # fmt: skip
            texts.append((contact_id, _contact_texts(name, contact)))
        copy_rows("customers_contact", [*ENGINE, "customer_id", "name", *CONTACT_PLAIN, "external_id", "note"], rows)
        _index("customers.contact", texts)

    def _relations(self) -> None:
        relations = list(self.company.relations())
        ids = next_ids("customers_relation", len(relations))
        rows = [
            [i, self.now, self.now, 1, self.customers[r.from_customer], r.kind, self.customers[r.to_customer]]
            for i, r in zip(ids, relations, strict=True)
        ]
        copy_rows("customers_relation", [*ENGINE, "customer_id", "kind", "other_id"], rows)

    # -- orders and touchpoints ---------------------------------------------------------------------------------------

    def _orders(self, batch: list[DemoOrder]) -> None:
        ids = next_ids("sales_order", len(batch))
        orders, lines, texts = [], [], []
        for order_id, order in zip(ids, batch, strict=True):
            amounts = [line_amount(line.quantity, line.unit_price, line.discount_percent) for line in order.lines]
            orders.append(self._order(order_id, order, amounts))
            lines += [self._line(order_id, line, amount) for line, amount in zip(order.lines, amounts, strict=True)]
            texts.append((order_id, [order.number, order.external_id]))
        copy_rows("sales_order", ORDER_COLUMNS, orders)
        copy_rows("sales_orderline", ["order_id", "position", *LINE_COLUMNS], lines)
        _index("sales.order", texts)

    def _order(self, order_id: int, order: DemoOrder, amounts: list[Any]) -> list[Any]:
        pairs = zip(order.lines, amounts, strict=True)
        net, tax, cost = order_totals(
            OrderLine(quantity=line.quantity, net_amount=amount, tax_rate=line.tax_rate, unit_cost=line.unit_cost)
            for line, amount in pairs
        )
        at = datetime.combine(
            order.date, time(8 + order_id % 9, order_id * 7 % 60), ZoneInfo("Europe/Berlin")
        ).astimezone(UTC)
        at = min(at, self.now)
        return [order_id, at, at, 1, order.number, order.external_id, self.customers[order.customer], at, order.status,
                order.currency, net, tax, cost, self.users[order.owner], ""]  # fmt: skip

    def _line(self, order_id: int, line: DemoOrderLine, amount: Any) -> list[Any]:
        product = self.products[line.product] if line.product else None
        return [order_id, line.position, product, line.text, line.quantity, line.unit, line.unit_price,
                line.discount_percent, line.tax_rate, line.unit_cost, amount]  # fmt: skip

    def _touchpoints(self, batch: list[Any]) -> None:
        ids = next_ids("touchpoints_touchpoint", len(batch))
        rows, texts = [], []
        for touchpoint_id, entry in zip(ids, batch, strict=True):
            contact = self.contacts[entry.customer, entry.contact] if entry.contact is not None else None
            rows.append([touchpoint_id, entry.at, entry.at, 1, entry.kind, entry.direction, entry.at,
                         self.customers[entry.customer], contact, self.users[entry.employee], entry.subject,
                         entry.text, ""])  # fmt: skip
            texts.append((touchpoint_id, [entry.subject, entry.text]))
        copy_rows("touchpoints_touchpoint", TOUCHPOINT_COLUMNS, rows)
        _index("touchpoints.touchpoint", texts)

    def _finish(self) -> None:
        """What hangs on the rows, once for all of them, and fresh statistics for the planner."""
        from kundenwert.operational.sales.actions.refresh_customer_sales import refresh_customer_sales

        for ids in batches(self.customers.values(), 20_000):
            refresh_customer_sales(ids)
        raise_range("customers.customer", max(int(number) for number in self.customers))
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(FILLED)}")


FILLED = ["customers_customer", "customers_contact", "sales_order", "sales_orderline", "sales_customersales",
          "touchpoints_touchpoint", "catalogue_product", "records_searchentry", "records_searchword"]  # fmt: skip
PLAIN = ["number", "external_id", "kind", "name", "name_addition", "salutation", "title", "first_name", "last_name",
         "stage", "industry", "tags", "birthday", "language", "email", "phone", "mobile", "website", "street",
         "postal_code", "city", "region", "country", "vat_id", "note"]  # fmt: skip
CUSTOMER_COLUMNS = [*ENGINE, *PLAIN, "owner_id", "last_touchpoint_at", "match_keys"]
CONTACT_PLAIN = ["salutation", "title", "first_name", "last_name", "position", "department", "email", "phone", "mobile",
                 "birthday", "language"]  # fmt: skip
ORDER_COLUMNS = [*ENGINE, "number", "external_id", "customer_id", "ordered_at", "status", "currency", "net_total",
                 "tax_total", "cost_total", "owner_id", "note"]  # fmt: skip
TOUCHPOINT_COLUMNS = [*ENGINE, "kind", "direction", "at", "customer_id", "contact_id", "employee_id", "subject",
                      "text", "external_id"]  # fmt: skip


def _searched(customer: DemoCustomer) -> dict[str, Any]:
    return {name: getattr(customer, name) for name in PLAIN}


def _contact_texts(name: str, contact: DemoContact) -> list[str]:
    return [text for text in (name, contact.email, contact.phone, contact.mobile) if text]


def _user(employee: DemoEmployee, password: str) -> User:
    user = User.objects.create(
        email=employee.email, first_name=employee.first_name, last_name=employee.last_name, position=employee.position,
        language="de", password=password,
    )  # fmt: skip
    user.roles.add(Role.objects.get(name=ROLES[employee.role]))
    user.teams.add(Team.objects.get_or_create(name=TEAMS.get(employee.team, employee.team))[0])
    return user


def _index(record_type: str, texts: Iterable[tuple[int, list[str]]]) -> None:
    entries = [(record_id, index_words(found)) for record_id, found in texts]
    copy_entries(record_type_for(record_type), entries)
    add_to_vocabulary(word for _id, words in entries for word in words)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of up to `size` items."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
