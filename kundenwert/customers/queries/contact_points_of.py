"""Further contact points of a customer by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from kundenwert.foundation.access.models import User
from kundenwert.foundation.postal.address import Address
from kundenwert.foundation.postal.block import address_block
from kundenwert.foundation.telephone import format_phone, phone_href
from kundenwert.records.fixed_records import FixedRecords

from ..models import ContactPoint, Customer
from ..models.choices import ContactPointKind

KEY = "customers.contactpoint"
ICONS = {
    ContactPointKind.ADDRESS: "map-pin",
    ContactPointKind.PHONE: "phone",
    ContactPointKind.EMAIL: "mail",
    ContactPointKind.WEB: "globe",
    ContactPointKind.MESSENGER: "message-square",
}
ORDER = list(ContactPointKind)
_OF: FixedRecords[ContactPoint] = FixedRecords(KEY, lambda points, customer: points.filter(customer_id=customer))


@dataclass(frozen=True)
class Point:
    """A contact point, ready to show."""

    purpose: str
    text: str
    href: str
    """Empty: not to be clicked."""
    edit_url: str
    delete_url: str


@dataclass(frozen=True)
class PointGroup:
    """Contact points of one kind."""

    label: str
    icon: str
    points: Sequence[Point]


def contact_points_of(user: User, customer: Customer) -> list[PointGroup]:
    """Visible further contact points: addresses first, then telephones, e-mail, web, messengers."""
    rows = sorted(_OF(user, customer.pk), key=lambda row: (ORDER.index(ContactPointKind(row.kind)), row.label, row.pk))
    return [
        PointGroup(str(kind.label), ICONS[kind], [_point(row) for row in some])
        for kind, some in groupby(rows, key=lambda row: ContactPointKind(row.kind))
    ]


def _point(row: ContactPoint) -> Point:
    text, href = _shown(row)
    edit, delete = reverse("contact-points-edit", args=[row.pk]), reverse("contact-points-delete", args=[row.pk])
    return Point(row.label, text, href, edit, delete)


def _shown(row: ContactPoint) -> tuple[str, str]:
    if row.kind == ContactPointKind.ADDRESS:
        address = Address(street=row.street, postal_code=row.postal_code, city=row.city, country=row.country)
        return ", ".join(address_block([], address)), ""
    if row.kind == ContactPointKind.PHONE:
        return format_phone(row.value), phone_href(row.value)
    if row.kind == ContactPointKind.EMAIL:
        return row.value, f"mailto:{row.value}"
    if row.kind == ContactPointKind.WEB:
        return row.value.removeprefix("https://").removeprefix("http://").rstrip("/"), row.value
    return row.value, ""
