"""The sentences that the library really says are known here, so that a German report holds no English one."""

from __future__ import annotations

import numpy as np
import pytest
from django.utils import translation

from kundenwert.analytical.mining.base.statistics import SufficientStatistics
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.value.bg_nbd import fit_bg_nbd
from kundenwert.analytical.mining.value.gamma_gamma import fit_gamma_gamma
from kundenwert.analytical.report.library_words import said


def statistics(frequency, recency, end):
    return SufficientStatistics.of(frequency, recency, end)


REFUSED = {
    "none": lambda: fit_bg_nbd(statistics([], [], [])),
    "new": lambda: fit_bg_nbd(statistics([0, 0], [0, 0], [0, 0])),
    "once": lambda: fit_bg_nbd(statistics([0, 0], [0, 0], [9, 9])),
    "few": lambda: fit_bg_nbd(statistics([0, 2], [0, 5], [9, 9])),
    "loyal": lambda: fit_bg_nbd(statistics([30] * 40, [29.9] * 40, [30] * 40)),
    "alike": lambda: fit_gamma_gamma([2.0] * 20, [9.0] * 20),
    "nobody paid": lambda: fit_gamma_gamma([2.0] * 20, [0.0] * 20),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refusals_are_known(case):
    with pytest.raises(UnfitData) as refused:
        REFUSED[case]()
    with translation.override("de"):
        assert said(str(refused.value)) != str(refused.value)


def test_notes_are_known():
    chance = np.random.default_rng(3)
    frequency = chance.integers(1, 9, 400).astype(float)
    model = fit_gamma_gamma(np.append(frequency, 2.0), np.append(chance.gamma(3, 20, 400) * (1 + frequency), 0.0))
    assert len(model.card.notes) >= 2
    with translation.override("de"):
        assert all(said(note) != note for note in model.card.notes)
