from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from kundenwert.customers.tests.make import make_customer
from kundenwert.foundation.organisation.models import OrganisationProfile
from kundenwert.operational.sales.models import Order

from .make import line, make_order, make_product

ORDER_RIGHTS = {("sales.order", verb): "own" for verb in ("see", "change")}


def _row(key: int, **values: Any) -> dict[str, Any]:
    names = ("product", "was_product", "line", "text", "quantity", "unit", "unit_price", "discount", "tax_rate")
    return {f"{name}-{key}": values.get(name, "") for name in names}


def _post(client, order, *rows, do="save", version=None, **headers):
    data: dict[str, Any] = {
        "do": do,
        "version": order.version if version is None else version,
        "row": list(range(len(rows))),
    }
    for key, values in enumerate(rows):
        data |= _row(key, **values)
    return client.post(f"/orders/{order.pk}/lines", data, **headers)


def _typed(page: str, name: str) -> str:
    tag = next(tag for tag in re.findall(r"<input[^>]*>", page) if f'name="{name}"' in tag)
    return re.search(r'value="([^"]*)"', tag)[1]


def test_typed_in_german_saved_to_the_cent(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user))
    first = {
        "text": "Rohr",
        "quantity": "1.000,5",
        "unit": "m",
        "unit_price": "0,0415",
        "discount": "12,5",
        "tax_rate": "19",
    }
    answer = _post(
        admin_client, order, first, {"text": "Retoure", "quantity": "-2", "unit_price": "3", "tax_rate": "7"}
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/orders/{order.pk}")
    kept = order.lines.values_list(
        "position", "text", "quantity", "unit", "unit_price", "discount_percent", "net_amount"
    )
    assert list(kept) == [
        (1, "Rohr", Decimal("1000.500"), "m", Decimal("0.0415"), Decimal("12.50"), Decimal("36.33")),
        (2, "Retoure", Decimal("-2.000"), "", Decimal("3.0000"), Decimal("0.00"), Decimal("-6.00")),
    ]


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user))
    wrong = {"text": "Rohr", "quantity": "viele", "unit_price": "1,23456", "discount": "120", "tax_rate": ""}
    answer = _post(admin_client, order, wrong)
    page = answer.content.decode()
    assert (answer.status_code, order.lines.count()) == (422, 0)
    assert [_typed(page, f"{name}-0") for name in ("quantity", "unit_price", "discount")] == ["viele", "1,23456", "120"]
    assert page.count('aria-invalid="true"') == 4


def test_blank_rows_are_no_lines_and_zero_is_no_quantity(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user))
    row = {"text": "Rohr", "quantity": "0", "unit_price": "1", "tax_rate": "19"}
    assert _post(admin_client, order, row).status_code == 422
    assert _post(admin_client, order, {"tax_rate": "19"}, {**row, "quantity": "1"}, {}).status_code == 302
    assert order.lines.count() == 1


def test_a_chosen_product_fills_its_row(admin_user, admin_client):
    OrganisationProfile.objects.create(name="Wir", country="CH")
    order = make_order(admin_user, make_customer(admin_user), at=datetime(2026, 11, 2, 9, tzinfo=UTC))
    product = make_product(
        admin_user, unit="kg", net_price=Decimal("2.5"), tax_category="reduced", cost=Decimal("1.25")
    )
    row = {"product": product.pk, "text": "eigener Text", "tax_rate": "8,1"}
    answer = _post(admin_client, order, row, do="fill-0", headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.lstrip().startswith("<form")
    typed = {name: _typed(page, f"{name}-0") for name in ("quantity", "unit", "unit_price", "tax_rate", "text")}
    assert typed == {"quantity": "1", "unit": "kg", "unit_price": "2,50", "tax_rate": "2,6", "text": "eigener Text"}


def test_without_javascript_blanks_are_filled_at_saving_and_the_cost_is_copied(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user))
    product = make_product(admin_user, net_price=Decimal("2.5"), cost=Decimal("1.25"))
    assert _post(admin_client, order, {"product": product.pk, "quantity": "4", "tax_rate": "7"}).status_code == 302
    made = order.lines.get()
    assert (made.unit_price, made.tax_rate, made.unit_cost, made.net_amount) == (
        Decimal("2.5"),
        Decimal(7),
        Decimal("1.25"),
        Decimal(10),
    )


def test_a_stored_line_keeps_its_cost_when_the_product_has_become_dearer(admin_user, admin_client):
    product = make_product(admin_user, net_price=Decimal("2.5"), cost=Decimal("1.25"))
    customer = make_customer(admin_user)
    order = make_order(admin_user, customer, line(1, "2.5", product_id=product.pk, unit_cost=Decimal("1.25")))
    product.cost = Decimal(9)
    product.save()
    page = admin_client.get(f"/orders/{order.pk}/lines").content.decode()
    kept = {"product": product.pk, "was_product": product.pk, "line": _typed(page, "line-0"), "quantity": "5"}
    assert _post(admin_client, order, {**kept, "unit_price": "2,50", "tax_rate": "19"}).status_code == 302
    assert order.lines.get().unit_cost == Decimal("1.25")


def test_the_second_of_two_editors_is_told_and_keeps_what_was_typed(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user))
    row = {"text": "Rohr", "quantity": "1", "unit_price": "1", "tax_rate": "19"}
    assert _post(admin_client, order, row).status_code == 302
    second = _post(admin_client, order, {**row, "text": "Mein Rohr", "quantity": "7"})
    page = second.content.decode()
    assert (second.status_code, [kept.text for kept in order.lines.all()]) == (409, ["Rohr"])
    assert [_typed(page, "text-0"), _typed(page, "quantity-0"), _typed(page, "version")] == ["Mein Rohr", "7", "2"]
    assert _post(admin_client, order, {**row, "text": "Mein Rohr"}, version=2).status_code == 302
    assert [kept.text for kept in order.lines.all()] == ["Mein Rohr"]


def test_rows_are_added_moved_and_removed_without_saving(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user))
    rows = [{"text": text, "quantity": "1", "unit_price": "1", "tax_rate": "19"} for text in "ABC"]

    def texts(do):
        page = _post(admin_client, order, *rows, do=do).content.decode()
        return [_typed(page, f"text-{key}") for key in re.findall(r'name="row" value="(\d+)"', page)]

    assert texts("add") == ["A", "B", "C", ""]
    assert texts("remove-1") == ["A", "C"]
    assert texts("up-2") == ["A", "C", "B"]
    assert texts("down-0") == ["B", "A", "C"]
    assert texts("up-0") == ["A", "B", "C"]
    assert order.lines.count() == 0


def test_figures_while_typing(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user))
    row = {"text": "Rohr", "quantity": "3", "unit_price": "1,115", "tax_rate": "19"}
    half = {"text": "Halb", "quantity": "x"}
    page = _post(admin_client, order, row, half, do="figures", headers={"HX-Request": "true"}).content.decode()
    assert re.findall(r"<dd>([^<]*)</dd>", page) == ["3,35\u00a0€", "0,64\u00a0€", "3,99\u00a0€"]
    assert "aria-invalid" not in page


def test_a_product_that_the_reader_may_not_see_is_refused(admin_user, make_user, client_of):
    seller = make_user("vertrieb", permissions=ORDER_RIGHTS)
    order = make_order(admin_user, make_customer(admin_user, owner=seller.pk), owner=seller.pk)
    product = make_product(admin_user, net_price=Decimal(1))
    row = {"product": product.pk, "quantity": "1", "unit_price": "1", "tax_rate": "19"}
    assert _post(client_of(seller), order, row).status_code == 422


def test_strangers_find_nothing_and_readers_may_not(admin_user, make_user, client_of):
    order = make_order(admin_user, make_customer(admin_user, owner=admin_user.pk), owner=admin_user.pk)
    stranger = make_user("fremd", permissions=ORDER_RIGHTS)
    reader = make_user("leser", permissions={("sales.order", "see"): "all"})
    assert client_of(stranger).get(f"/orders/{order.pk}/lines").status_code == 404
    assert client_of(reader).get(f"/orders/{order.pk}/lines").status_code == 403
    assert f"/orders/{order.pk}/lines" not in client_of(reader).get(f"/orders/{order.pk}").content.decode()


def test_a_new_order_goes_on_to_its_lines(admin_user, admin_client):
    customer = make_customer(admin_user)
    typed = {"customer": customer.pk, "ordered_at": "2026-11-22T10:00", "status": "open"}
    answer = admin_client.post("/orders/new", typed)
    order = Order.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/orders/{order.pk}/lines")
    assert admin_client.get(answer.headers["Location"]).status_code == 200


def test_the_card_of_a_customer_shows_purchases_only_to_those_who_may_see_orders(admin_user, make_user, client_of):
    customer = make_customer(admin_user)
    order = make_order(admin_user, customer, line(1, "1234.5"))
    reader = make_user("leser", permissions={("customers.customer", "see"): "all"})
    without = client_of(reader).get(f"/customers/{customer.pk}").content.decode()
    with_orders = client_of(admin_user).get(f"/customers/{customer.pk}").content.decode()
    assert (without.count(order.number), without.count("1.234,50")) == (0, 0)
    assert f'<a href="/orders/{order.pk}">{order.number}</a>' in with_orders


def test_the_timeline_of_the_order_says_what_was_done(admin_user, admin_client):
    order = make_order(admin_user, make_customer(admin_user), line(1, 10))
    page = admin_client.get(f"/orders/{order.pk}/timeline").content.decode()
    assert page.count('class="timeline-item"') == 2
    assert "lines_set" not in page
