"""What follows from the values of a customer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from kundenwert.foundation.postal.postal_code import PostalCodeError, clean_postal_code
from kundenwert.records.actions.errors import InvalidRecord

from ..models.choices import CustomerKind
from ..naming.match_keys import match_keys
from ..naming.person import full_name


def derive(values: dict[str, Any]) -> dict[str, Any]:
    """Name of a person, cleaned postal code, duplicate keys. Raises `InvalidRecord` for a customer without a name."""
    name = _name(values)
    postal_code = _postal_code(values)
    keys = match_keys(
        kind=values["kind"],
        name=name,
        postal_code=postal_code,
        email=values["email"],
        phone=values["phone"],
        mobile=values["mobile"],
        vat_id=values["vat_id"],
        first_name=values["first_name"],
        last_name=values["last_name"],
    )
    return {"name": name, "postal_code": postal_code, "match_keys": keys}


def _name(values: Mapping[str, Any]) -> str:
    """A person's name follows from first and last name; a company without one may still be known by its person."""
    person = full_name(values["title"], values["first_name"], values["last_name"])
    is_person = values["kind"] == CustomerKind.PERSON
    name = person if is_person and person else values["name"] or person
    if not name:
        field = "last_name" if is_person else "name"
        raise InvalidRecord({field: _("A customer needs a name.")})
    return str(name)[:300]


def _postal_code(values: Mapping[str, Any]) -> str:
    if not values["postal_code"]:
        return ""
    try:
        return clean_postal_code(values["postal_code"], values["country"])
    except PostalCodeError as error:
        raise InvalidRecord({"postal_code": str(error)}) from error


def search_words(values: Mapping[str, Any]) -> list[str]:
    """Texts whose words find a customer; of web addresses only what tells customers apart."""
    found = [str(values[name]) for name in ("number", "external_id", "name", "name_addition", "city", "postal_code")
             if values.get(name)]  # fmt: skip
    found += [str(values[name]) for name in ("first_name", "last_name") if values.get(name)]
    found += [values[name].lstrip("+") for name in ("phone", "mobile") if values.get(name)]
    if values.get("email"):
        found.append(values["email"])
    return found
