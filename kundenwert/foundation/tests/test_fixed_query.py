from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kundenwert.foundation.access.models import Role, User
from kundenwert.foundation.database.fixed_query import FixedQuery


@pytest.fixture
def three(make_user):
    return [make_user(name) for name in ("anna", "bernd", "clara")]


def test_the_same_rows_as_the_query_set_for_every_value(three):
    one = FixedQuery(lambda pk: User.objects.filter(pk=pk))
    for user in (*three, *three):
        (found,) = one(user.pk)
        assert (found, found.email) == (user, user.email)
    assert one(0) == []


def test_sql_is_written_once(three):
    built = []
    named = FixedQuery(lambda first: built.append(first) or User.objects.filter(first_name=first).values("email"))
    assert [named(name) for name in ("Anna", "Clara", "Nobody")] == [
        [{"email": "anna@firma.example"}], [{"email": "clara@firma.example"}], [],
    ]  # fmt: skip
    assert len(built) == 1


def test_lists_times_and_shapes(three):
    ids = [user.pk for user in three]
    some = FixedQuery(lambda order, pks, since: User.objects.filter(pk__in=pks, created_at__gte=since).order_by(order))
    ago = timezone.now() - timedelta(days=1)
    assert some(ids, ago, shape="first_name") == three
    assert some(ids, ago, shape="-first_name") == three[::-1]
    assert some(ids[:2], ago, shape="first_name") == three[:2]
    assert some(ids, timezone.now() + timedelta(days=1), shape="first_name") == []
    assert some([], ago, shape="first_name") == []


def test_what_is_linked_or_counted_comes_along(make_user):
    anna = make_user("anna", permissions={("customers.customer", "see"): "own"})
    roles = FixedQuery(lambda user: Role.objects.filter(users=user).annotate(held=Count("users")))
    (role,) = roles(anna.pk)
    assert role.held == 1
    fetched = FixedQuery(lambda pk: User.objects.filter(pk=pk).prefetch_related("roles"))
    (found,) = fetched(anna.pk)
    with CaptureQueriesContext(connection) as queries:
        assert [each.pk for each in found.roles.all()] == [role.pk]
    assert len(queries) == 0


def test_months_follow_the_time_zone(make_user):
    user = make_user("anna")
    User.objects.filter(pk=user.pk).update(created_at=datetime(2026, 1, 31, 23, 30, tzinfo=UTC))
    months = FixedQuery(lambda pk: User.objects.filter(pk=pk).values_list(TruncMonth("created_at")))
    for zone, month in (("Europe/Berlin", 2), ("UTC", 1), ("Europe/Berlin", 2)):
        with timezone.override(zone):
            ((found,),) = months(user.pk)
        assert found.month == month


def test_numbers_beyond_the_column_find_nothing(three):
    one = FixedQuery(lambda pk: User.objects.filter(pk=pk))
    assert one(2**63) == []
    assert one(10**30) == []


def test_a_value_that_is_more_than_compared_is_refused(organisation):
    part = FixedQuery(lambda text: User.objects.filter(email__contains=text))
    with pytest.raises(ValueError, match=r"value \[0\]"):
        part("firma")
