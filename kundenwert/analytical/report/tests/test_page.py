from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from kundenwert.analytical.report.analysis import analyse
from kundenwert.analytical.report.page import page
from kundenwert.analytical.report.reading import read_purchases
from kundenwert.analytical.report.settings import Settings


@pytest.fixture
def pages(shop):
    def make(language: str, **settings):
        with translation.override(language):
            return page(analyse(read_purchases(shop, {}), Settings(**settings)), "umsatz.csv")

    return make


def test_the_page_stands_alone(pages):
    html = pages("en", currency="EUR")
    assert not re.search(r"<script|<link|<img|https?://|url\(", html)
    assert html.startswith("<!doctype html>")
    assert '<html lang="en">' in html
    for svg in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        ET.fromstring(svg)


def test_german_has_no_english_word_left(pages):
    html = pages("de", currency="EUR")
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)
    assert "Was die Kundenbasis wert ist" in text
    english = {"customers", "customer", "value", "the", "purchases", "model", "revenue", "of", "and", "data", "is"}
    assert not english & set(re.findall(r"[a-z]+", text))
    assert "€" in text


def test_all_parts_are_there(pages):
    heads = re.findall(r'<h2 id="s\d+">(.*?)</h2>', pages("en"))
    assert heads == [
        "Value", "Concentration", "Who the customers are", "Cohorts", "Who is about to leave", "Who is growing",
        "What sells together", "How far to trust it: the models", "How far to trust it: the file",
    ]  # fmt: skip


def test_markup_in_the_file_stays_text(shop):
    shop.write_text(re.sub(r"(?m)^(R\d+);(\d+);", r"\1;<b>\2</b>;", shop.read_text("cp1252")), "cp1252")
    html = page(analyse(read_purchases(shop, {}), Settings()), "<i>.csv")
    assert "<b>" not in html
    assert "&lt;b&gt;" in html
    assert "<i>.csv" not in html
