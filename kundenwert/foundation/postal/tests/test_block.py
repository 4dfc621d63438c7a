from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.postal.address import Address
from kundenwert.foundation.postal.block import address_block

MUNICH = Address(street="Marienplatz 8", postal_code="80331", city="München", region="Bayern", country="DE")
VIENNA = Address(street="Kärntner Straße 1", postal_code="1010", city="Wien", country="AT")


@pytest.mark.parametrize(
    ("recipient", "address", "from_country", "block"),
    [
        (
            ["Nordwerk GmbH", "Einkauf", "Frau Dr. Eva Muster"],
            MUNICH,
            "DE",
            ["Nordwerk GmbH", "Einkauf", "Frau Dr. Eva Muster", "Marienplatz 8", "80331 München"],
        ),
        (["Herrn Max Muster"], VIENNA, "DE",
         ["Herrn Max Muster", "Kärntner Straße 1", "1010 WIEN", "ÖSTERREICH"]),
        (["Herrn Max Muster"], VIENNA, "AT", ["Herrn Max Muster", "Kärntner Straße 1", "1010 Wien"]),
        (["Max Muster"], MUNICH, "CH", ["Max Muster", "Marienplatz 8", "80331 MÜNCHEN", "DEUTSCHLAND"]),
        (["Max Muster"], MUNICH, "GB", ["Max Muster", "Marienplatz 8", "80331 MÜNCHEN", "GERMANY"]),
        (
            ["Apple Inc.", "Tim Goyer"],
            Address("1 Infinite Loop", "95014", "Cupertino", "CA", "US"),
            "DE",
            ["Apple Inc.", "Tim Goyer", "1 Infinite Loop", "CUPERTINO, CA 95014", "VEREINIGTE STAATEN"],
        ),
        (
            ["Emma Jones"],
            Address("202 Hoxton Street", "N1 5LH", "London", "", "GB"),
            "DE",
            ["Emma Jones", "202 Hoxton Street", "LONDON", "N1 5LH", "VEREINIGTES KÖNIGREICH"],
        ),
        (
            ["Camille Bernard"],
            Address("4, Rue Milton", "75009", "Paris", "", "FR"),
            "DE",
            ["Camille Bernard", "4, Rue Milton", "75009 PARIS", "FRANKREICH"],
        ),
        (
            ["Lucas Mancini"],
            Address("Via Degli Scipioni, 43", "00192", "Roma", "RM", "IT"),
            "DE",
            ["Lucas Mancini", "Via Degli Scipioni, 43", "00192 ROMA RM", "ITALIEN"],
        ),
        (
            ["Roberto Almeida"],
            Address("Praça Pio X, 119", "20040-020", "Rio de Janeiro", "RJ", "BR"),
            "DE",
            ["Roberto Almeida", "Praça Pio X, 119", "RIO DE JANEIRO - RJ", "20040-020", "BRASILIEN"],
        ),
        (
            ["Dan Miller"],
            Address("541 Del Medio Avenue", "", "Mountain View", "", "US"),
            "DE",
            ["Dan Miller", "541 Del Medio Avenue", "MOUNTAIN VIEW", "VEREINIGTE STAATEN"],
        ),
        (
            ["Nordwerk GmbH", " ", "Max Muster"],
            Address("Werkstraße 1", "04109", "Leipzig", addition="Halle 3"),
            "DE",
            ["Nordwerk GmbH", "Max Muster", "Halle 3", "Werkstraße 1", "04109 Leipzig"],
        ),
        (
            ["Nordwerk GmbH", "Werk Süd", "Einkauf", "Max Muster"],
            Address("Werkstraße 1", "04109", "Leipzig", addition="Halle 3"),
            "DE",
            ["Nordwerk GmbH", "Werk Süd", "Einkauf", "Max Muster", "Halle 3, Werkstraße 1", "04109 Leipzig"],
        ),
        (
            ["Nordwerk Ltd", "South Works", "Purchasing", "Emma Jones"],
            Address("202 Hoxton Street", "N1 5LH", "London", "", "GB", "Hall 3"),
            "DE",
            ["Nordwerk Ltd", "South Works, Purchasing, Emma Jones", "Hall 3, 202 Hoxton Street", "LONDON",
             "N1 5LH", "VEREINIGTES KÖNIGREICH"],
        ),
        (["Max Muster"], Address(), "DE", ["Max Muster"]),
        (["Max Muster"], Address(city="Köln", country=""), "DE", ["Max Muster", "Köln"]),
        ([], MUNICH, "DE", ["Marienplatz 8", "80331 München"]),
    ],
)  # fmt: skip
def test_address_block(recipient: list[str], address: Address, from_country: str, block: list[str]) -> None:
    assert address_block(recipient, address, from_country) == block


_LINE = st.text(alphabet="abc XYZ,-{}", max_size=12)


@given(
    st.lists(_LINE, max_size=8),
    _LINE,
    _LINE,
    _LINE,
    _LINE,
    st.sampled_from(["DE", "GB", "US", "BR", "RU", "FR"]),
)
def test_block_fits_and_loses_nothing(
    recipient: list[str], street: str, code: str, city: str, addition: str, country: str
) -> None:
    block = address_block(recipient, Address(street, code, city, "", country, addition))
    assert len(block) <= 6
    assert all(line and line == line.strip() for line in block)
    letters = "".join([*recipient, addition, street, code, city]).upper()
    printed = "".join(block).upper()
    assert all(printed.count(letter) >= letters.count(letter) for letter in "ABCXYZ")
