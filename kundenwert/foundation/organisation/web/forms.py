"""Form of the organisation's profile."""

from __future__ import annotations

from typing import Any

from babel import Locale
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ...postal.country_list import country_names

CURRENCIES = ("EUR", "CHF", "USD", "GBP", "CZK", "DKK", "HUF", "NOK", "PLN", "SEK")


class OrganisationForm(forms.Form):
    """Name, address, country, currency."""

    name = forms.CharField(label=_("Name"), max_length=200)
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postal_code = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    city = forms.CharField(label=_("City"), max_length=100, required=False)
    country = forms.ChoiceField(label=_("Country"))
    currency = forms.ChoiceField(
        label=_("Currency"), help_text=_("Applies to what is entered from now on; nothing is converted.")
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        language = (get_language() or "de")[:2]
        names = Locale.parse(language).currencies
        country, currency = self.fields["country"], self.fields["currency"]
        if isinstance(country, forms.ChoiceField) and isinstance(currency, forms.ChoiceField):
            country.choices = list(country_names(language))
            known = dict.fromkeys((*CURRENCIES, str(self.initial.get("currency", "EUR"))))
            currency.choices = [(code, f"{code} – {names.get(code, code)}") for code in known]
