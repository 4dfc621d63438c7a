from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from kundenwert.analytical.mining.affinity.item_item import cosine, lift
from kundenwert.analytical.mining.affinity.next_product import fit_next_product
from kundenwert.analytical.mining.affinity.who_bought_what import who_bought_what
from kundenwert.analytical.mining.errors import UnfitData

START = date(2024, 1, 1)


def purchases(rows):
    return pa.table(
        {
            "customer": [row[0] for row in rows],
            "product": [row[1] for row in rows],
            "date": [START + timedelta(days=row[2]) for row in rows],
        }
    )


def two_worlds(customers=200, seed=3):
    """Half the customers buy a0…a9, the others b0…b9; later each buys two more of his world."""
    random = np.random.default_rng(seed)
    rows = []
    for customer in range(customers):
        world = "ab"[customer % 2]
        chosen = random.permutation(10)[:6]
        rows += [(customer, f"{world}{item}", int(random.integers(0, 80))) for item in chosen[:4]]
        rows += [(customer, f"{world}{item}", int(random.integers(80, 100))) for item in chosen[4:]]
    return rows


def test_similarity_by_hand():
    rows = [(1, "x", 0), (1, "y", 0), (2, "x", 0), (2, "y", 0), (3, "x", 0), (4, "z", 0)]
    bought = who_bought_what(purchases(rows), customer="customer", product="product", date="date")
    assert bought.products.tolist() == ["x", "y", "z"]
    near = cosine(bought.matrix(), shrinkage=0).toarray()
    np.testing.assert_allclose(near, np.array([[0, 2 / 6**0.5, 0], [2 / 6**0.5, 0, 0], [0, 0, 0]]))
    # x and y: 2 customers of 4 have both, 3 · 2 / 4 = 1.5 by chance
    assert lift(bought.matrix(), shrinkage=0)[0, 1] == pytest.approx(2 / 1.5)
    assert lift(bought.matrix(), shrinkage=5)[0, 1] == pytest.approx(2 / 6.5)


def test_the_customer_matters_where_there_are_two_worlds():
    found = fit_next_product(purchases(two_worlds()), holdout_from="2024-03-21", k=3)
    by_method = {result.method: result for result in found.compared}
    assert found.method in {"cosine", "lift"}
    assert by_method[found.method].hit_rate > by_method["popularity"].hit_rate + 0.1
    assert "points more than with the most popular" in found.verdict
    proposed = found.predict([0, 1], k=3).to_pydict()
    assert proposed["rank"] == [1, 2, 3, 1, 2, 3]
    assert {name[0] for name in proposed["product"][:3]} == {"a"}
    assert {name[0] for name in proposed["product"][3:]} == {"b"}


def test_nothing_already_bought_is_proposed_unless_asked():
    rows = two_worlds()
    has = {(customer, product) for customer, product, _day in rows}
    found = fit_next_product(purchases(rows))
    proposed = found.predict(k=30).to_pydict()
    pairs = set(zip(proposed["customer"], proposed["product"], strict=True))
    assert not pairs & has
    assert len(pairs) == 200 * (20 - 6)
    again = fit_next_product(purchases(rows), repeat=True).predict([0], k=20)
    assert again.num_rows == 20


def test_popularity_wins_where_the_customer_says_nothing():
    random = np.random.default_rng(0)
    share = np.r_[np.full(5, 0.14), np.full(30, 0.01)]
    rows = [
        (customer, f"p{item:02}", day)
        for customer in range(150)
        for item, day in zip(random.choice(35, 4, replace=False, p=share), (0, 10, 50, 95), strict=True)
    ]
    found = fit_next_product(purchases(rows), k=3)
    assert found.method == "popularity"
    assert found.verdict.startswith("The most popular products are not clearly beaten")


def test_order_of_rows_does_not_matter():
    rows = two_worlds()
    one, other = (fit_next_product(purchases(part)) for part in (rows, rows[::-1]))
    assert one.card == other.card
    assert one.predict().equals(other.predict())


def test_too_few_customers_are_refused():
    with pytest.raises(UnfitData, match="Only 40 customers"):
        fit_next_product(purchases(two_worlds(40)))
    with pytest.raises(UnfitData, match="No row"):
        fit_next_product(
            purchases([]).cast(pa.schema([("customer", "int64"), ("product", "string"), ("date", "date32")]))
        )


def test_online_retail_beats_popularity(real_file):
    columns = ["InvoiceNo", "StockCode", "InvoiceDate", "CustomerID"]
    raw = pd.read_csv(real_file("online_retail/online_retail.csv"), usecols=columns, dtype=str)
    raw = raw[~raw["InvoiceNo"].str.startswith("C")]
    raw["InvoiceDate"] = pd.to_datetime(raw["InvoiceDate"])
    found = fit_next_product(
        raw, customer="CustomerID", product="StockCode", date="InvoiceDate", holdout_from="2011-09-01"
    )
    by_method = {result.method: result for result in found.compared}
    assert by_method["popularity"].hit_rate == pytest.approx(0.334, abs=0.002)
    assert found.method != "popularity"
    assert by_method[found.method].hit_rate >= 0.45
    assert by_method[found.method].mean_reciprocal_rank >= 0.21
