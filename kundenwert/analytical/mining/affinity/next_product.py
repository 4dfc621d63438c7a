"""The product a customer is likely to buy next, and whether knowing the customer helps at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.model_card import ModelCard

from .item_item import cosine, lift
from .who_bought_what import WhoBoughtWhat, who_bought_what

MINIMUM_CUSTOMERS = 50
_CELLS = 4_000_000
"""Scores held at once."""


@dataclass(frozen=True)
class MethodResult:
    """How one method did on the holdout."""

    method: str
    """popularity, cosine or lift."""
    hit_rate: float
    """Share of the customers with at least one of their later products among the k proposed."""
    mean_reciprocal_rank: float
    """Mean of 1 / rank of the first product that was bought later; 0 where it is not among the k."""


@dataclass(frozen=True)
class NextProduct:
    """Proposals by the method that did best on a later time it had not seen."""

    method: str
    compared: tuple[MethodResult, ...]
    """Best first."""
    verdict: str
    card: ModelCard
    bought: WhoBoughtWhat
    repeat: bool

    def predict(self, customers: Iterable[Any] | None = None, *, k: int = 3) -> Any:
        """Arrow: customer, rank (from 1), product, score. Without customers: for all.

        Raises KeyError for a customer who has bought nothing.
        """
        known = {name: row for row, name in enumerate(self.bought.customers)}
        rows = np.arange(len(known)) if customers is None else np.array([known[name] for name in customers], dtype=int)
        matrix = self.bought.matrix()
        found = list(_best(matrix[rows], _weights(matrix, self.method), k=k, repeat=self.repeat))
        top = np.concatenate([part[0] for part in found]) if found else np.empty((0, k), dtype=int)
        scores = np.concatenate([part[1] for part in found]) if found else np.empty((0, k))
        real = np.isfinite(scores)
        return pa.table(
            {
                "customer": self.bought.customers[np.repeat(rows, real.sum(axis=1))].tolist(),
                "rank": (np.nonzero(real)[1] + 1).astype(np.int64),
                "product": self.bought.products[top[real]].tolist(),
                "score": scores[real],
            }
        )


def fit_next_product(
    purchases: Any, *, customer: str = "customer", product: str = "product", date: str = "date",
    holdout_from: dt.date | str | None = None, k: int = 10, repeat: bool = False,
) -> NextProduct:  # fmt: skip
    """Compares popularity, item-item cosine and item-item lift on the time from `holdout_from`; keeps the best.

    Implicit feedback: what was bought, not how it was liked. Without `holdout_from`, the last fifth of the period
    is the holdout. With repeat, products that a customer already has are proposed (and count) too. Popularity stays
    unless another method hits more customers by over two standard errors of the difference. Raises UnfitData where
    fewer than 50 customers bought before and again after that day.
    """
    bought = who_bought_what(purchases, customer=customer, product=product, date=date)
    begin, end = bought.first.min(), bought.last.max()
    cut = np.datetime64(holdout_from, "D") if holdout_from is not None else begin + (end - begin) * 4 // 5
    before = bought.matrix(bought.first < cut)
    after = bought.matrix(bought.last >= cut) if repeat else bought.matrix(bought.first >= cut)
    later = np.asarray(after.sum(axis=1)).ravel() > 0
    judged = np.flatnonzero(later & (np.asarray(before.sum(axis=1)).ravel() > 0))
    if len(judged) < MINIMUM_CUSTOMERS:
        what = "products" if repeat else "products new to them"
        raise UnfitData(
            f"Only {len(judged)} customers bought before {cut} and bought {what} from then on.",
            needed=f"at least {MINIMUM_CUSTOMERS} such customers, or an earlier day for the holdout",
        )
    ranks = {name: _ranks(name, before, judged, after, k, repeat=repeat) for name in ("popularity", "cosine", "lift")}
    results = _ordered(ranks)
    verdict = _verdict(results, len(judged), k)
    card = ModelCard(
        model="Next best product",
        source="Sarwar et al. (2001), Item-based collaborative filtering recommendation algorithms",
        customers=len(bought.customers),
        parameters={
            "products": len(bought.products), "k": k,
            **{f"hit_rate_{result.method}": result.hit_rate for result in results},
            **{f"mrr_{result.method}": result.mean_reciprocal_rank for result in results},
        },
        period_from=begin.item(), period_to=end.item(), unit="day",
        notes=(f"Holdout from {cut}: {len(judged)} customers.", verdict),
    )  # fmt: skip
    return NextProduct(results[0].method, tuple(results), verdict, card, bought, repeat)


def _weights(bought: Any, method: str) -> Any:
    if method == "popularity":
        return None
    return cosine(bought) if method == "cosine" else lift(bought)


def _best(rows: Any, weights: Any, *, k: int, repeat: bool, buyers: NDArray[Any] | None = None) -> Iterator[Any]:
    """For each chunk of customers: the k best products and their scores (-inf where there is none left).

    Products are numbered by falling popularity, so a stable sort settles a draw for the more popular one.
    """
    products = rows.shape[1]
    step = max(1, _CELLS // max(products, 1))
    popularity = np.arange(products, 0, -1, dtype=float) if buyers is None else buyers
    for start in range(0, rows.shape[0], step):
        own = rows[start : start + step]
        scores = np.tile(popularity, (own.shape[0], 1)) if weights is None else (own @ weights).toarray()
        if not repeat:
            scores[own.nonzero()] = -np.inf
        top = np.argsort(-scores, axis=1, kind="stable")[:, :k]
        yield top, np.take_along_axis(scores, top, axis=1)


def _ranks(method: str, before: Any, judged: NDArray[Any], after: Any, k: int, *, repeat: bool) -> NDArray[Any]:
    """Rank of the first hit per customer, inf without one; proposals know nothing of the holdout."""
    buyers = np.asarray(before.sum(axis=0)).ravel()
    order = np.argsort(-buyers, kind="stable")
    known, wanted = before[:, order], after[:, order].tocsr()
    ranks: list[NDArray[Any]] = []
    start = 0
    for top, scores in _best(known[judged], _weights(known, method), k=k, repeat=repeat, buyers=buyers[order]):
        truth = wanted[judged[start : start + len(top)]].toarray() > 0
        start += len(top)
        hit = np.take_along_axis(truth, top, axis=1) & np.isfinite(scores)
        ranks.append(np.where(hit.any(axis=1), hit.argmax(axis=1) + 1.0, np.inf))
    return np.concatenate(ranks)


def _ordered(ranks: dict[str, NDArray[Any]]) -> list[MethodResult]:
    """Best first; popularity first unless the best is clearly better."""
    hits = {name: np.isfinite(rank) for name, rank in ranks.items()}
    results = [MethodResult(name, float(hits[name].mean()), float((1 / rank).mean())) for name, rank in ranks.items()]
    results.sort(key=lambda result: (-result.hit_rate, -result.mean_reciprocal_rank))
    gain = hits[results[0].method].astype(float) - hits["popularity"]
    if gain.mean() <= 2 * gain.std(ddof=1) / np.sqrt(len(gain)):
        results.sort(key=lambda result: result.method != "popularity")
    return results


def _verdict(results: list[MethodResult], customers: int, k: int) -> str:
    best = results[0]
    plain = next(result for result in results if result.method == "popularity")
    if best is plain:
        other = results[1]
        return (
            f"The most popular products are not clearly beaten: {plain.hit_rate:.1%} of {customers} customers"
            f" later bought one of the {k} proposed; with item-item {other.method} it is {other.hit_rate:.1%}."
        )
    return (
        f"Item-item {best.method} does best: {best.hit_rate:.1%} of {customers} customers later bought one of the {k}"
        f" proposed, {100 * (best.hit_rate - plain.hit_rate):.1f} points more than with the most popular products"
        f" ({plain.hit_rate:.1%}); mean reciprocal rank {best.mean_reciprocal_rank:.3f} against"
        f" {plain.mean_reciprocal_rank:.3f}."
    )
