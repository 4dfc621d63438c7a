from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.customers.naming.match_keys import match_keys, match_reasons


def test_keys_of_a_company() -> None:
    assert match_keys(
        kind="company",
        name="Fa. Müller & Söhne GmbH",
        postal_code="80331",
        email="Info@Mueller.de",
        phone="+49891234567",
        mobile="+491711234567",
        vat_id="DE 123456789",
    ) == [
        "v:DE123456789",
        "e:info@mueller.de",
        "t:+49891234567",
        "t:+491711234567",
        "n:80331:muller sohne",
        "p:80331:657-86",
    ]


@pytest.mark.parametrize(
    ("values", "keys"),
    [
        (
            {"kind": "person", "name": "", "first_name": "Max", "last_name": "Muster", "postal_code": "1010"},
            ["n:1010:muster max", "p:1010:6827-648"],
        ),
        ({"kind": "person", "name": "Muster, Max", "postal_code": "1010"},
         ["n:1010:muster max", "p:1010:6827-648"]),
        ({"kind": "company", "name": "3M"}, ["n::3m", "p::3m"]),
        ({"kind": "company", "name": "Müller", "phone": "+41446681800;ext=5"},
         ["t:+41446681800", "n::muller", "p::657"]),
        ({"kind": "company", "name": "", "vat_id": "none yet"}, []),
        ({"kind": "company", "name": "", "phone": "+49891", "mobile": "+49891"}, ["t:+49891"]),
        ({"kind": "company", "name": "", "vat_id": "CHE-116.281.710"}, ["v:CHE116281710"]),
    ],
)  # fmt: skip
def test_match_keys(values: dict[str, str], keys: list[str]) -> None:
    assert match_keys(**values) == keys


def _company(name: str, **more: str) -> list[str]:
    return match_keys(kind="company", name=name, **more)


@pytest.mark.parametrize(
    ("a", "b", "reasons"),
    [
        (_company("Müller GmbH", postal_code="80331"), _company("Mueller AG", postal_code="80331"),
         ["same name and postal code"]),
        (_company("Meier Bau", postal_code="80331"), _company("Mayr Bau", postal_code="80331"),
         ["similar-sounding name and same postal code"]),
        (_company("Meier Bau"), _company("Mayr Bau"), ["similar-sounding name"]),
        (_company("Meier Bau"), _company("Meier Bau KG"), ["same name"]),
        (_company("Meier Bau", postal_code="80331"), _company("Meier Bau", postal_code="1010"), []),
        (_company("A", email="x@y.de", phone="+49891234567", vat_id="ATU12345678"),
         _company("B", email="X@Y.de", phone="+49891234567", vat_id="atu 1234 5678"),
         ["same VAT ID", "same e-mail address", "same telephone number"]),
        ([], [], []),
    ],
)  # fmt: skip
def test_match_reasons(a: list[str], b: list[str], reasons: list[str]) -> None:
    assert [str(reason) for reason in match_reasons(a, b)] == reasons
    assert [str(reason) for reason in match_reasons(b, a)] == reasons


@given(st.text(max_size=300), st.sampled_from(["company", "person"]), st.text(max_size=10))
def test_keys_are_short_and_a_record_matches_itself(name: str, kind: str, postal_code: str) -> None:
    keys = match_keys(kind=kind, name=name, postal_code=postal_code)
    assert all(len(key) <= 200 for key in keys)
    assert bool(match_reasons(keys, keys)) == bool(keys)
