"""One hash over all rows of a small company; run as a module it prints it."""

from __future__ import annotations

import hashlib
from itertools import chain

from kundenwert.demo.company import generate


def fingerprint(customers: int, seed: int) -> str:
    """SHA-256 over the text of every row, in the order of streaming."""
    company = generate(customers, seed)
    rows = chain(
        company.employees,
        company.products,
        company.customers(),
        company.relations(),
        company.orders(),
        company.touchpoints(),
    )
    digest = hashlib.sha256()
    for row in rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()


if __name__ == "__main__":
    print(fingerprint(150, 7))  # noqa: T201 - read by the test that starts it
