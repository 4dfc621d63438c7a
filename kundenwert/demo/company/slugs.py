"""Names as domains and mailboxes spell them."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "ł": "l", "đ": "d", "ø": "o"})
_LEGAL = re.compile(
    r"\b(GmbH & Co\.? KG|GmbH|UG \(haftungsbeschränkt\)|AG|KG|OHG|OG|GbR|KlG|e\.K\.|e\.U\.|e\.V\.|eG)(?= |$)"
)


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Lower-case ASCII with hyphens: "Metallbau Yıldız" -> "metallbau-yildiz"."""
    plain = normalize("NFKD", text.lower().translate(_SPELLED)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def domain(firm: str) -> str:
    """The invented domain of a firm, under the reserved top level `.example` (RFC 2606)."""
    return slug(_LEGAL.sub("", firm)) + ".example"
