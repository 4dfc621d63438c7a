"""Short strings that two records of one customer are likely to share, for the duplicate warning."""

from __future__ import annotations

import re
from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kundenwert.customers.naming.company import company_key
from kundenwert.customers.naming.person import split_person
from kundenwert.foundation.text.phonetic import cologne
from kundenwert.foundation.text.words import words

MAX_KEY_LENGTH = 200
_VAT_ID = re.compile(r"(?=.*[0-9]{2})[A-Z]{2}[0-9A-Z]{2,13}")  # country letters, then digits and some letters

# Strongest first.
_REASONS: dict[str, Promise] = {
    "v": _("same VAT ID"),
    "e": _("same e-mail address"),
    "t": _("same telephone number"),
    "n": _("same name and postal code"),
    "p": _("similar-sounding name and same postal code"),
}
_REASONS_WITHOUT_POSTAL_CODE: dict[str, Promise] = {"n": _("same name"), "p": _("similar-sounding name")}


def match_keys(
    *,
    kind: str,
    name: str,
    postal_code: str = "",
    email: str = "",
    phone: str = "",
    mobile: str = "",
    vat_id: str = "",
    first_name: str = "",
    last_name: str = "",
) -> list[str]:
    """The keys of a customer, each once: `v:DE…`, `e:info@x.de`, `t:+4989…`, `n:80331:muller`, `p:80331:657`.

    `kind` is "company" or "person"; `phone` and `mobile` are E.164. Name keys hold the postal code, or none
    if it is unknown: then they meet only others without one. At most 200 characters each.
    """
    keys = [f"v:{vat}"] if (vat := _vat_key(vat_id)) else []
    keys += [f"e:{email.strip().lower()}"] if email.strip() else []
    keys += [f"t:{number.partition(';')[0]}" for number in (phone, mobile) if number]
    if key := name_key(kind, name, first_name, last_name):
        place = "".join(postal_code.split()).upper()
        keys += [f"n:{place}:{key}", f"p:{place}:{_sound(key)}"]
    return [key[:MAX_KEY_LENGTH] for key in dict.fromkeys(keys)]


def match_reasons(keys_a: Collection[str], keys_b: Collection[str]) -> list[Promise]:
    """Why two customers may be one, strongest reason first, lazily translated; [] if nothing is shared."""
    shared = {key[0]: key for key in set(keys_a) & set(keys_b)}
    if "n" in shared:
        shared.pop("p", None)  # the same name sounds the same
    return [_reason(shared[letter]) for letter in _REASONS if letter in shared]


def name_key(kind: str, name: str, first_name: str = "", last_name: str = "") -> str:
    """What two records of one name share: `muster max` (last name first), `muller sohne`."""
    if kind != "person":
        return company_key(name)
    if not last_name:
        person = split_person(name)
        first_name, last_name = person.first_name, person.last_name
    return " ".join(words(f"{last_name} {first_name}"))


def _vat_key(vat_id: str) -> str:
    vat = re.sub(r"[^0-9A-Z]", "", vat_id.upper())
    return vat if _VAT_ID.fullmatch(vat) else ""


def _sound(key: str) -> str:
    """The Kölner Phonetik of each word, the word itself where it has none (digits, other scripts)."""
    return "-".join(cologne(word) or word for word in key.split())


def _reason(key: str) -> Promise:
    letter, place, *_name = key.split(":", 2)
    if letter in _REASONS_WITHOUT_POSTAL_CODE and not place:
        return _REASONS_WITHOUT_POSTAL_CODE[letter]
    return _REASONS[letter]
