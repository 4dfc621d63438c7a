from __future__ import annotations

import datetime as dt

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.ui.templatetags import ui


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Weber", "AW"),
        ("Prof. Dr. Friederike von Hohenlohe", "FH"),
        ("Straßenmaschinenbau Nord GmbH", "SN"),
        ("Bäder & Wärme Schäfer KG", "BS"),
        ("GmbH", "G"),
        ("", ""),
        (None, ""),
    ],
)
def test_initials(name: str | None, expected: str) -> None:
    assert ui.initials(name) == expected


@given(st.text())
def test_a_name_always_has_the_same_colour(name: str) -> None:
    assert ui.hue(name) == ui.hue(name)
    assert 1 <= ui.hue(name) <= 8
    assert len(ui.initials(name)) <= 6


def test_rest_attributes_are_escaped_and_false_ones_left_out() -> None:
    attrs = {"data-x": '"><script>', "hidden": True, "disabled": False, "title": None, "id": "a"}
    assert ui.html_attrs(attrs) == ' data-x="&quot;&gt;&lt;script&gt;" hidden id="a"'


@pytest.mark.parametrize(
    ("error", "expected"),
    [("", []), (None, []), (True, []), ("Falsch", ["Falsch"]), (["a", "b"], ["a", "b"])],
)
def test_errors_as_a_list(error: object, expected: list[str]) -> None:
    assert ui.messages_of(error) == expected


def test_choices_take_pairs_groups_and_dicts() -> None:
    options = [("", "–"), ("Nord", [("hh", "Hamburg")]), {"value": "k", "label": "Köln"}]
    assert ui.choices(options, "hh") == [
        {"group": "", "value": "", "label": "–", "selected": False},
        {"group": "Nord", "value": "hh", "label": "Hamburg", "selected": True},
        {"group": "", "value": "k", "label": "Köln", "selected": False},
    ]


def test_mark_shows_the_place_and_escapes_all_else() -> None:
    assert ui.mark("Müller & <Söhne>", "MÜLL") == "<mark>Müll</mark>er &amp; &lt;Söhne&gt;"
    assert ui.mark("<b>", "") == "&lt;b&gt;"
    assert ui.mark("a.c abc", "a.c") == "<mark>a.c</mark> abc"


def test_a_line_needs_two_points_and_stays_in_its_box() -> None:
    assert ui.sparkline([1]) == ""
    assert ui.sparkline([0, 10]).count('points="3.0,21.0 77.0,3.0"') == 1
    assert ui.sparkline([5, 5]).count('points="3.0,21.0 77.0,21.0"') == 1


def test_dates_are_written_for_the_browser() -> None:
    assert (ui.iso(dt.date(2026, 11, 22)), ui.iso("22.11."), ui.iso(None)) == ("2026-11-22", "22.11.", "")


def render(source: str, **context: object) -> str:
    from django_cotton.compiler_regex import CottonCompiler

    return Template(CottonCompiler().process(source)).render(Context(context))


def test_a_field_says_its_error_and_keeps_what_was_typed() -> None:
    html = render(
        '<c-input name="email" label="E-Mail" :value="typed" :error="errors" help="Hilfe" />',
        typed='a"b',
        errors=["Nein."],
    )
    assert html.count('value="a&quot;b"') == 1
    assert html.count('aria-invalid="true" aria-describedby="id_email-help id_email-error"') == 1
    assert html.count('<label for="id_email"') == 1
    assert html.count('id="id_email-error" role="alert"') == 1


def test_a_component_lets_no_markup_through_its_attributes() -> None:
    html = render('<c-button :data-name="name" :title="name">{{ name }}</c-button>', name='"><script>x</script>')
    assert html.count("<script") == 0
    assert html.count("&quot;&gt;&lt;script&gt;") == 3


def test_a_row_box_names_its_row_aloud() -> None:
    html = ui.row_check(7, "Weber & Co")
    assert html.count('value="7"') == 1
    assert html.count("Weber &amp; Co") == 1
