"""Customers × products: who has bought what, before and after a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns


@dataclass(frozen=True)
class WhoBoughtWhat:
    """One entry for each customer and product that met; products are numbered by falling number of buyers."""

    customers: NDArray[Any]
    products: NDArray[Any]
    customer: NDArray[np.int64]
    """Index into customers, one per entry; so is the next, into products."""
    product: NDArray[np.int64]
    first: NDArray[np.datetime64]
    """Day of the first purchase."""
    last: NDArray[np.datetime64]

    def matrix(self, chosen: NDArray[np.bool_] | None = None) -> Any:
        """Sparse customers × products with 1 for the chosen entries (all of them by default)."""
        rows, columns = (
            (self.customer, self.product) if chosen is None else (self.customer[chosen], self.product[chosen])
        )
        return sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(self.customers), len(self.products)))


def who_bought_what(purchases: Any, *, customer: str, product: str, date: str) -> WhoBoughtWhat:
    """From a table with a row per purchased product. Rows with a gap do not count.

    Raises UnfitData for a table without a complete row.
    """
    source = as_ibis(purchases)
    need_columns(source, (customer, product, date))
    lines = source.select(customer=customer, product=product, day=date).drop_null()
    lines = lines.mutate(day=lines.day.cast("date"))
    met = lines.group_by("customer", "product").aggregate(first=lines.day.min(), last=lines.day.max()).to_pyarrow()
    if not met.num_rows:
        raise UnfitData("No row has a customer, a product and a date.", needed="purchases with all three")
    met = met.sort_by([("customer", "ascending"), ("product", "ascending")])
    customers, customer_codes = _coded(met.column("customer"))
    products, product_codes = _coded(met.column("product"))
    by_buyers = np.argsort(-np.bincount(product_codes, minlength=len(products)), kind="stable")
    place = np.empty_like(by_buyers)
    place[by_buyers] = np.arange(len(by_buyers))
    days = [met.column(name).to_numpy().astype("datetime64[D]") for name in ("first", "last")]
    return WhoBoughtWhat(customers, products[by_buyers], customer_codes, place[product_codes], days[0], days[1])


def _coded(column: Any) -> tuple[NDArray[Any], NDArray[np.int64]]:
    encoded = column.combine_chunks().dictionary_encode()
    encoded = encoded.combine_chunks() if hasattr(encoded, "combine_chunks") else encoded
    names = np.array(encoded.dictionary.to_pylist(), dtype=object)
    return names, encoded.indices.to_numpy().astype(np.int64)
