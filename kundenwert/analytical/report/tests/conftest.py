from __future__ import annotations

import random
from datetime import date, timedelta

import pytest


@pytest.fixture(scope="session")
def shop_text():
    """A file of two and a half years: 300 customers, some of whom stop buying."""
    chance = random.Random(7)
    lines = ["Rechnungsnr;Kundennummer;Rechnungsdatum;Artikelnummer;Bezeichnung;Betrag"]
    start, end = date(2024, 1, 1), date(2026, 6, 30)
    number = 0
    for customer in range(300):
        day = start + timedelta(days=chance.randrange(700))
        rate, leave = chance.gammavariate(1.2, 1 / 25), chance.betavariate(0.9, 3)
        while day <= end:
            number += 1
            for product in chance.sample(["A1", "A2", "B7"], chance.choice([1, 1, 2])):
                amount = f"{chance.gammavariate(3, 40):.2f}".replace(".", ",")
                lines.append(f"R{number};{customer + 1};{day:%d.%m.%Y};{product};Ware {product};{amount}")
            if chance.random() < leave:
                break
            day += timedelta(days=1 + int(chance.expovariate(rate)))
    return "\n".join(lines)


@pytest.fixture
def shop(tmp_path, shop_text):
    path = tmp_path / "umsatz.csv"
    path.write_text(shop_text, "cp1252")
    return path


@pytest.fixture
def write(tmp_path):
    def to_file(text: str, name: str = "kaeufe.csv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return to_file
