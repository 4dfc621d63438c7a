"""MBG/NBD: BG/NBD in which a customer may also leave right after the first purchase.

E. P. Batislam, M. Denizel, A. Filiztekin: Empirical validation and comparison of models for customer base analysis,
International Journal of Research in Marketing 24 (2007) 201-209. So those who bought once may be gone, which BG/NBD
cannot say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ..base.statistics import SufficientStatistics
from .beta_geometric_fit import fit_beta_geometric
from .bg_nbd import BgNbd

SOURCE = "Batislam, Denizel and Filiztekin (2007), International Journal of Research in Marketing 24, 201-209"


@dataclass(frozen=True, kw_only=True)
class MbgNbd(BgNbd):
    """Parameters and verbs as BG/NBD has them; only the chance to leave comes one purchase earlier."""

    shift: ClassVar[int] = 1


def fit_mbg_nbd(statistics: SufficientStatistics, *, period: tuple[date, date] | None = None) -> MbgNbd:
    """By maximum likelihood; `period` (first purchase, end of observation) is for the card.

    Raises UnfitData for fewer than 10 customers with a repeat purchase, or where the likelihood has no inner maximum.
    """
    return MbgNbd(**fit_beta_geometric(statistics, 1, "MBG/NBD", SOURCE, period))
