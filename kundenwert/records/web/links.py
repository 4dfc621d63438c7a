"""Guards for what a form may point to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.requests import SignedInRequest

from ..access import visible
from ..fields import Field, FieldError, LinkField


def safe_next(request: SignedInRequest) -> str:
    """The address to go on to, if it is one of ours."""
    target = request.POST.get("next", "") or request.GET.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts=None) and target.startswith("/") else ""


def may_link(user: User, fields: Sequence[Field], values: Mapping[str, Any]) -> dict[str, str]:
    """Errors for links to records that the user may not see: as if they were not there."""
    return {
        field.name: _("Please choose an entry from the list.")
        for field in fields
        if isinstance(field, LinkField)
        and values.get(field.name)
        and not visible(user, field.target_type).filter(pk=values[field.name]).exists()
    }


def require_link(user: User, field: Field, value: Any) -> Any:
    """The value of one field. Raises `FieldError` where it points to a record that the user may not see."""
    for message in may_link(user, [field], {field.name: value}).values():
        raise FieldError(message)
    return value
