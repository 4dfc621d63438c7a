"""E-mail addresses: taken out of what people paste, checked in form only (no look-up)."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.text.input_error import InputError

_MAX_LENGTH = 254  # RFC 5321, 4.5.3.1.3, less the angle brackets
# What nearly all addresses look like; whatever else there is takes the long way.
_PLAIN = re.compile(r"(?a)\w[\w+-]*(?:\.[\w+-]+)*@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,24}")
_IN_BRACKETS = re.compile(r"[^<>]*<([^<>]*)>")
_NOT_ASCII = re.compile(r"[^\W_a-zA-Z0-9]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class EmailError(InputError):
    """The text is no e-mail address; `str(error)` says so in the reader's language."""


_NO_ADDRESS = _("“%(text)s” is not an e-mail address.")
_SEVERAL = _("“%(text)s” holds several e-mail addresses. Please enter one.")


def normalise_email(text: str) -> str:
    """The bare address of `Name <a@b.de>`, `mailto:a@b.de` and the like.

    The domain is in lower case, an internationalised one in letters. The part before the @ keeps its case
    (RFC 5321, 2.4) and may hold letters such as ł (RFC 6531). Raises EmailError.
    """
    if _PLAIN.fullmatch(text) and len(text) <= _MAX_LENGTH and "--" not in text:
        local, _at, domain = text.partition("@")
        return f"{local}@{domain.lower()}"
    bare = _bare(text)
    local, _at, domain = bare.rpartition("@")
    address = f"{local}@{_readable(domain.lower())}"
    if "@" in local:
        raise EmailError(_SEVERAL, text=text)
    try:  # Django knows no RFC 6531, so it is shown an x for each such letter
        validate_email(_NOT_ASCII.sub("x", local) + address[len(local) :])
    except ValidationError as error:
        raise EmailError(_NO_ADDRESS, text=text) from error
    if len(address) > _MAX_LENGTH:
        raise EmailError(_NO_ADDRESS, text=text)
    return address


def _bare(text: str) -> str:
    bare = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).strip()
    if match := _IN_BRACKETS.fullmatch(bare.rstrip(".,; ")):
        bare = match[1].strip()
    if bare[:7].lower() == "mailto:":
        bare = bare[7:].partition("?")[0]
    return bare.strip(" \t\"'.,;")


def _readable(domain: str) -> str:
    """An IDN in letters: `xn--mller-kva.de` → `müller.de`."""
    return ".".join(_readable_label(label) for label in domain.split("."))


def _readable_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return unicodedata.normalize("NFC", label[4:].encode("ascii").decode("punycode"))
    except UnicodeError:
        return label
