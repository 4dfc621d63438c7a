"""Equal arguments give equal bytes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kundenwert.demo.company import generate
from kundenwert.demo.tests.fingerprint import fingerprint


def _in_another_process(hash_seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kundenwert.demo.tests.fingerprint"],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_every_run_is_identical_whatever_the_hash_seed() -> None:
    here = fingerprint(150, 7)
    assert [_in_another_process("1"), _in_another_process("2")] == [here, here]


def test_another_seed_gives_another_company() -> None:
    assert fingerprint(100, 1) != fingerprint(100, 2)


def test_streams_may_be_read_again_and_side_by_side() -> None:
    company = generate(120)
    pairs = list(zip(company.orders(), company.orders(), strict=True))
    assert all(first == second for first, second in pairs)
    assert len(pairs) > 500


@pytest.mark.parametrize("customers", [0, 99, 1_000_001])
def test_sizes_out_of_range_are_refused(customers: int) -> None:
    with pytest.raises(ValueError, match=r"100 to 1000000 customers"):
        generate(customers)


def test_an_average_of_no_orders_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        generate(100, orders_per_customer=0)
