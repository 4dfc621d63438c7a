from __future__ import annotations

import pytest

from kundenwert.customers.naming.greeting import letter_greeting


@pytest.mark.parametrize(
    ("person", "language", "country", "greeting"),
    [
        (("ms", "Dr.", "Eva", "Muster"), "de", "DE", "Sehr geehrte Frau Dr. Muster,"),
        (("mr", "", "Max", "Muster"), "de", "DE", "Sehr geehrter Herr Muster,"),
        (("ms", "Prof. Dr.", "Eva", "Muster"), "de", "DE", "Sehr geehrte Frau Professorin Muster,"),
        (("mr", "Prof. Dr. Dr. h. c.", "Max", "Muster"), "de", "DE", "Sehr geehrter Herr Professor Muster,"),
        (("mr", "Dr. rer. nat.", "Max", "Muster"), "de", "DE", "Sehr geehrter Herr Dr. Muster,"),
        (("mr", "Dipl.-Ing.", "Max", "Muster"), "de", "DE", "Sehr geehrter Herr Muster,"),
        (("mr", "Dipl.-Ing.", "Max", "Muster"), "de", "AT", "Sehr geehrter Herr Dipl.-Ing. Muster,"),
        (("ms", "Mag. MBA", "Eva", "Muster"), "de", "AT", "Sehr geehrte Frau Mag. Muster,"),
        (("ms", "", "Eva", "Muster"), "de", "CH", "Sehr geehrte Frau Muster"),
        (("", "", "", ""), "de", "CH", "Sehr geehrte Damen und Herren"),
        (("neutral", "", "Robin", "Muster"), "de", "DE", "Guten Tag Robin Muster,"),
        (("neutral", "Prof. Dr.", "Robin", "Muster"), "de", "DE", "Guten Tag Prof. Robin Muster,"),
        (("neutral", "", "Robin", "Muster"), "de", "CH", "Guten Tag Robin Muster"),
        (("", "Dr.", "Robin", "Muster"), "de", "DE", "Guten Tag Dr. Robin Muster,"),
        (("ms", "", "Eva", ""), "de", "DE", "Guten Tag Eva,"),
        (("mr", "", "", ""), "de", "DE", "Sehr geehrte Damen und Herren,"),
        (("mr", "", "Max", "Graf von Muster"), "de", "DE", "Sehr geehrter Graf von Muster,"),
        (("ms", "Dr.", "Eva", "Gräfin von Muster"), "de", "DE", "Sehr geehrte Frau Dr. Gräfin von Muster,"),
        (("ms", "", "Steffi", "Graf"), "de", "DE", "Sehr geehrte Frau Graf,"),
        (("mr", "", "Max", "Weiß"), "de", "CH", "Sehr geehrter Herr Weiß"),
        (("ms", "", "Eva", "Muster"), "en", "GB", "Dear Ms Muster,"),
        (("ms", "Dr.", "Eva", "Muster"), "en", "GB", "Dear Dr Muster,"),
        (("mr", "Prof. Dr.", "Max", "Muster"), "en", "DE", "Dear Professor Muster,"),
        (("neutral", "", "Robin", "Muster"), "en", "GB", "Dear Robin Muster,"),
        (("neutral", "Dr.", "Robin", "Muster"), "en", "GB", "Dear Dr Muster,"),
        (("", "", "", ""), "en", "GB", "Dear Sir or Madam,"),
        (("ms", "", "Eva", "Muster"), "fr", "CH", "Madame Muster,"),
        (("", "", "", ""), "fr", "FR", "Madame, Monsieur,"),
        (("mr", "", "Max", "Muster"), "it", "IT", "Gentile Signor Muster,"),
        (("ms", "", "Eva", "Muster"), "pl", "PL", "Dear Ms Muster,"),
        (("ms", "", "Eva", "Muster"), "de-AT", "AT", "Sehr geehrte Frau Muster,"),
    ],
)
def test_letter_greeting(person: tuple[str, str, str, str], language: str, country: str, greeting: str) -> None:
    assert letter_greeting(*person, language, country) == greeting
