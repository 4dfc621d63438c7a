"""The address block of a letter, after DIN 5008."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kundenwert.foundation.postal.address import Address
from kundenwert.foundation.postal.country import country_name
from kundenwert.foundation.postal.line_orders import DEFAULT_LINES, LINES

MAX_LINES = 6  # DIN 5008: the address zone of a window envelope
_GERMAN_SPEAKING = ("DE", "AT", "CH", "LI")
_LEFT_OVER = re.compile(r"^[\s,-]+|[\s,-]+$")


def address_block(recipient_lines: Sequence[str], address: Address, from_country: str = "DE") -> list[str]:
    """The lines of an address, at most six: recipient, addition, street, postal code and city, country.

    `recipient_lines` are firm, department, person (`Herrn Dr. Max Muster`) as they shall stand. Abroad the
    city and the country are in capitals, the country in the language of the sender's post (DIN 5008: German),
    and no country letters stand before the postal code. Countries with another order of city, region and code
    get their own. Lines beyond six are joined by commas, none is lost.
    """
    abroad = address.country not in ("", from_country)
    recipient = _filled(recipient_lines)
    place = _place_lines(address, in_capitals=abroad)
    if abroad:
        place.append(country_name(address.country, _sender_language(from_country)).upper())
    return _fit(recipient, _filled([address.addition]), _filled([address.street]), place)


def _filled(lines: Sequence[str]) -> list[str]:
    """The lines that hold something, blanks tidied; a typed line break makes two lines."""
    tidy = [" ".join(part.split()) for line in lines for part in line.splitlines()]
    return [line for line in tidy if line]


def _place_lines(address: Address, *, in_capitals: bool) -> list[str]:
    values = {
        "city": address.city.upper() if in_capitals else address.city,
        "region": address.region,
        "postal_code": address.postal_code,
    }
    lines = [line.format(**values) for line in LINES.get(address.country, DEFAULT_LINES)]
    return _filled([_LEFT_OVER.sub("", line) for line in lines])


def _sender_language(from_country: str) -> str:
    return "de" if from_country in _GERMAN_SPEAKING else "en"


def _fit(recipient: list[str], addition: list[str], street: list[str], place: list[str]) -> list[str]:
    """At most six lines: first addition and street share one, then the recipient's last lines do."""
    if len(recipient) + len(addition) + len(street) + len(place) > MAX_LINES:
        addition, street = [], _joined(addition + street, 1)
    recipient = _joined(recipient, max(1, MAX_LINES - len(street) - len(place)))
    above = recipient + addition + street
    return above + _joined(place, MAX_LINES - len(above))


def _joined(lines: list[str], room: int) -> list[str]:
    """The same lines on `room` of them, the last taking what is over."""
    return lines if len(lines) <= room else [*lines[: room - 1], ", ".join(lines[room - 1 :])]
