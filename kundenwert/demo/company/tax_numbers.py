"""VAT numbers whose check digits are right (and which nobody was given on purpose)."""

from __future__ import annotations

from random import Random


def german_check_digit(first_eight: str) -> int:
    """Check digit of a German VAT number, ISO 7064 MOD 11,10."""
    product = 10
    for digit in first_eight:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10


def austrian_check_digit(first_seven: str) -> int:
    """Check digit of an Austrian UID: Luhn sum plus four."""
    total = 0
    for place, digit in enumerate(first_seven):
        value = int(digit) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return (10 - (total + 4) % 10) % 10


def swiss_check_digit(first_eight: str) -> int | None:
    """Check digit of a Swiss UID, modulo 11; None where that number is not given out."""
    weights = (5, 4, 3, 2, 7, 6, 5, 4)
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(first_eight, weights, strict=True)) % 11
    if rest == 10:
        return None
    return rest % 11


def vat_id(random: Random, country: str) -> str:
    """A well-formed VAT number: DE123456788, ATU12345675 or CHE-123.456.788 MWST."""
    if country == "DE":
        body = str(random.randint(10_000_000, 39_999_999))
        return f"DE{body}{german_check_digit(body)}"
    if country == "AT":
        body = str(random.randint(1_000_000, 7_999_999))
        return f"ATU{body}{austrian_check_digit(body)}"
    return _swiss_vat_id(random)


def _swiss_vat_id(random: Random) -> str:
    while True:
        body = str(random.randint(10_000_000, 49_999_999))
        check = swiss_check_digit(body)
        if check is not None:
            full = f"{body}{check}"
            return f"CHE-{full[:3]}.{full[3:6]}.{full[6:]} MWST"
