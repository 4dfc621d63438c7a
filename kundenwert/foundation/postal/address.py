"""A postal address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Where post goes; `country` is an ISO 3166-1 alpha-2 code, `street` carries the house number."""

    street: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country: str = "DE"
    addition: str = ""
