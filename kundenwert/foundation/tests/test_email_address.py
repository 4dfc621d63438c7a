from __future__ import annotations

import pytest
from django.core.validators import validate_email
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.foundation.email_address import EmailError, normalise_email


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("info@nordwerk.de", "info@nordwerk.de"),
        ("  Info@NordWerk.DE ", "Info@nordwerk.de"),
        ("mailto:info@nordwerk.de?subject=Hallo", "info@nordwerk.de"),
        ("MAILTO:info@nordwerk.de", "info@nordwerk.de"),
        ("Eva Muster <eva@muster.at>", "eva@muster.at"),
        ('"Muster, Eva" <eva@muster.at>;', "eva@muster.at"),
        ("<eva@muster.at>", "eva@muster.at"),
        ("eva@muster.at,", "eva@muster.at"),
        ("eva@müller.de", "eva@müller.de"),
        ("eva@MU\u0308LLER.de", "eva@müller.de"),
        ("eva@xn--mller-kva.de", "eva@müller.de"),
        ("eva+crm@sub.muster.co.uk", "eva+crm@sub.muster.co.uk"),
        ("eva@muster.at\u200b", "eva@muster.at"),
        ("stanisław.wójcik@wp.pl", "stanisław.wójcik@wp.pl"),
    ],
)
def test_normalise_email(text: str, address: str) -> None:
    assert normalise_email(text) == address


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "“” is not an e-mail address."),
        ("eva", "“eva” is not an e-mail address."),
        ("eva@", "“eva@” is not an e-mail address."),
        ("@muster.at", "“@muster.at” is not an e-mail address."),
        ("eva@muster", "“eva@muster” is not an e-mail address."),
        ("eva muster@web.de", "“eva muster@web.de” is not an e-mail address."),
        ("eva@muster..at", "“eva@muster..at” is not an e-mail address."),
        ("e" * 300 + "@muster.at", "“" + "e" * 300 + "@muster.at” is not an e-mail address."),
        ("a@b.de; c@d.de", "“a@b.de; c@d.de” holds several e-mail addresses. Please enter one."),
    ],
)
def test_what_is_no_address_says_why(text: str, message: str) -> None:
    with pytest.raises(EmailError) as error:
        normalise_email(text)
    assert str(error.value) == message


@given(st.one_of(st.emails(), st.text(max_size=40)))
def test_what_is_taken_is_stable_and_passes_the_form_fields(text: str) -> None:
    try:
        address = normalise_email(text)
    except EmailError:
        return
    if address.isascii():
        validate_email(address)
    assert normalise_email(address) == address
