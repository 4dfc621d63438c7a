"""Check digits of VAT numbers, against published examples."""

from __future__ import annotations

import re
from random import Random

import pytest

from kundenwert.demo.company.tax_numbers import (
    austrian_check_digit,
    german_check_digit,
    swiss_check_digit,
    vat_id,
)


def test_published_examples() -> None:
    assert german_check_digit("13669597") == 6
    assert austrian_check_digit("1358562") == 7
    assert swiss_check_digit("10015580") == 9


@pytest.mark.parametrize(
    ("country", "form"),
    [("DE", r"^DE\d{9}$"), ("AT", r"^ATU\d{8}$"), ("CH", r"^CHE-\d{3}\.\d{3}\.\d{3} MWST$")],
)
def test_forms(country: str, form: str) -> None:
    random = Random(1)
    for _ in range(200):
        assert re.match(form, vat_id(random, country))
