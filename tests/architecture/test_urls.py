"""Who may open an address is declared at the view; what is open to everybody stands here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC = {
    "healthz",
    "set-language",
    "sign-in",
    "password-forgotten",
    "password-reset",
    "first-user",
}


def _addresses(resolver: URLResolver, prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern, route)
        else:
            yield route, pattern


@pytest.fixture(scope="module")
def addresses():
    return list(_addresses(get_resolver()))


def test_every_address_declares_who_may_open_it(addresses):
    assert len(addresses) > 20
    assert [route for route, pattern in addresses if not getattr(pattern.callback, "permission", None)] == []


def test_only_these_addresses_are_open_to_everybody(addresses):
    open_ = {pattern.name for _route, pattern in addresses if pattern.callback.permission == "public"}
    assert open_ - PUBLIC == set()
    assert PUBLIC - open_ == set()


def test_every_address_has_a_name_of_its_own(addresses):
    names = [pattern.name for _route, pattern in addresses]
    assert [route for route, pattern in addresses if not pattern.name] == []
    assert sorted(names) == sorted(set(names))


def test_a_stranger_is_sent_to_the_sign_in_page(addresses, client, organisation):
    for route, pattern in addresses:
        if pattern.callback.permission != "public" and "<" not in route:
            answer = client.get(route)
            assert answer.status_code in {302, 405}, route
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith("/sign-in?"), route
