from __future__ import annotations

import pytest
from django.test import RequestFactory

from kundenwert.foundation.ui.web.samples import ROWS
from kundenwert.foundation.ui.web.styleguide import SECTIONS, _part_context, icon_names, styleguide


@pytest.mark.parametrize(
    ("part", "status"), [("nothing", 204), ("options", 200), ("preview", 200), ("edit", 200), ("dialog", 200)]
)
def test_parts(rf: RequestFactory, part: str, status: int) -> None:
    assert styleguide(rf.get("/styleguide", {"part": part, "q": "müller"})).status_code == status


def test_the_example_list_searches(rf: RequestFactory) -> None:
    found = _part_context(rf.get("/styleguide", {"q": "ÖZT"}))["customers"]
    assert [row["id"] for row in found] == [4]
    assert len(_part_context(rf.get("/styleguide"))["customers"]) == len(ROWS)


def test_the_example_value_is_saved_or_refused(rf: RequestFactory) -> None:
    saved = _part_context(rf.post("/styleguide?part=edit", {"value": "Bonn"}))
    refused = _part_context(rf.post("/styleguide?part=edit", {"value": " "}))
    assert (saved["saved"], saved["error"], refused["saved"], bool(refused["error"])) == (
        True,
        "",
        False,
        True,
    )


def test_icons_are_sorted_and_single() -> None:
    names = icon_names()
    assert names == sorted(set(names))
    assert len(names) >= 80


def test_sections_have_their_own_addresses() -> None:
    assert len({key for key, _ in SECTIONS}) == len(SECTIONS)
