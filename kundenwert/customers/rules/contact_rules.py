"""What follows from the values of contacts, contact points and relations."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from kundenwert.foundation.email_address import EmailError, normalise_email
from kundenwert.foundation.telephone import PhoneError, normalise_phone
from kundenwert.foundation.web_address import UrlError, normalise_url
from kundenwert.records.actions.errors import InvalidRecord

from ..models.choices import ContactPointKind
from ..naming.person import full_name


def derive(values: dict[str, Any]) -> dict[str, Any]:
    """The shown name of a contact. Raises `InvalidRecord` for a contact without a name."""
    name = full_name(values["title"], values["first_name"], values["last_name"])
    if not name:
        raise InvalidRecord({"last_name": _("A contact needs a name.")})
    return {"name": name[:300]}


def derive_contact_point(values: dict[str, Any]) -> dict[str, Any]:
    """The normal form of a further contact point. Raises `InvalidRecord`."""
    kind, value = values["kind"], values["value"]
    if kind == ContactPointKind.ADDRESS:
        if not values["city"]:
            raise InvalidRecord({"city": _("An address needs a city.")})
        return {"value": ""}
    if not value:
        raise InvalidRecord({"value": _("This field must not be empty.")})
    try:
        return {"value": _normalise(kind, value)}
    except (PhoneError, EmailError, UrlError) as error:
        raise InvalidRecord({"value": str(error)}) from error


def _normalise(kind: str, value: str) -> str:
    if kind == ContactPointKind.PHONE:
        return normalise_phone(value)
    if kind == ContactPointKind.EMAIL:
        return normalise_email(value)
    if kind == ContactPointKind.WEB:
        return normalise_url(value)
    return value


def check_relation(values: dict[str, Any]) -> dict[str, Any]:
    """Raises `InvalidRecord` for a relation of a customer to itself."""
    if values["customer_id"] == values["other_id"]:
        raise InvalidRecord({"other": _("A customer cannot be related to itself.")})
    return {}
