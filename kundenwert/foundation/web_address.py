"""Web addresses: completed to https, and never one that could run a script."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.text.input_error import InputError

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s\\<>\"\x00-\x1f\x7f]")
_is_web_address = URLValidator(schemes=["http", "https"])


class UrlError(InputError):
    """The text is no web address; `str(error)` says so in the reader's language."""


_NO_ADDRESS = _("“%(text)s” is not a web address.")


def normalise_url(text: str) -> str:
    """A full http or https address: `www.nordwerk.de` → `https://www.nordwerk.de`, the host in lower case.

    Other schemes (`javascript:`, `data:`), user names (`https://bank.de@evil.example`), blanks and control
    characters are refused. Raises UrlError.
    """
    url = unicodedata.normalize("NFC", text).strip()
    if url.startswith("//"):
        url = "https:" + url
    elif not _SCHEME.match(url):
        url = "https://" + url
    if _UNSAFE.search(url):
        raise UrlError(_NO_ADDRESS, text=text)
    return _checked(url, text)


def _checked(url: str, text: str) -> str:
    try:
        _is_web_address(url)
        parts = urlsplit(url)
    except (ValidationError, ValueError) as error:
        raise UrlError(_NO_ADDRESS, text=text) from error
    if "@" in parts.netloc:
        raise UrlError(_NO_ADDRESS, text=text)
    path = "" if parts.path == "/" and not (parts.query or parts.fragment) else parts.path
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), path=path).geturl()
