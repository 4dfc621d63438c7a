"""What the mining library says, in the reader's language; the library itself speaks English only."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: list[tuple[re.Pattern[str], str | Promise]] = [
    (re.compile(r"There are no customers\..*"), _("There are no customers.")),
    (re.compile(r"All customers were won in the last period.*"),
     _("All customers were won only just now, so none could come back yet.")),
    (re.compile(r"None of the (?P<all>[\d,]+) customers bought a second time\..*"),
     _("None of the %(all)s customers bought a second time.")),
    (re.compile(r"Only (?P<some>[\d,]+) of (?P<all>[\d,]+) customers bought a second time\..*"),
     _("Only %(some)s of %(all)s customers bought a second time; at least 10 are needed.")),
    (re.compile(r"Only (?P<some>[\d,]+) customers came back and paid for it\..*"),
     _("Only %(some)s customers came back and paid for it; at least 10 are needed.")),
    (re.compile(r"All customers spend the same per purchase\..*"), _("All customers spend the same per purchase.")),
    (re.compile(r"Customers differ so much in what they spend.*"),
     _("Customers differ so much in what they spend that no mean can be relied on.")),
    (re.compile(r"The data do not show when customers stop buying.*"),
     _("The data do not show when customers stop buying: more customers or a longer time would be needed.")),
    (re.compile(r"The data do not show .*"),
     _("The data do not determine the model: more customers or a longer time would be needed.")),
    (re.compile(r"The search for the best parameters did not settle\..*"),
     _("The search for the best parameters did not settle: more customers would be needed.")),
    (re.compile(r"The data hardly determine (?P<names>[\w, ]+): read forecasts, not parameters\."),
     _("The data hardly determine %(names)s: read forecasts, not parameters.")),
    (re.compile(r"Standard errors cannot be had.*"), _("Standard errors cannot be had: the likelihood is flat.")),
    (re.compile(r"Correlation of frequency and mean amount: (?P<value>-?[\d.]+); the model assumes none\."),
     _("Correlation of frequency and mean amount: %(value)s; the model assumes none.")),
    (re.compile(r"Correlation of frequency and mean amount: (?P<value>-?[\d.]+)\. The model assumes none, so.*"),
     _("Correlation of frequency and mean amount: %(value)s. The model assumes none, so it misjudges what frequent "
       "buyers spend.")),
    (re.compile(r"(?P<some>[\d,]+) customers whose repeat purchases brought in nothing were left out\."),
     _("%(some)s customers whose repeat purchases brought in nothing were left out.")),
    (re.compile(r"(?P<some>\d+) orders are too few to say what is bought together\..*"),
     _("%(some)s orders are too few to say what is bought together.")),
    (re.compile(r"No value of .* is positive\..*"), _("Nothing was bought for money, so there is no concentration.")),
]  # fmt: skip
"""Sentences of the library, the narrower ones first."""


def said(sentence: str) -> str:
    """A sentence of the library in the active language; one that is not known as it is."""
    for pattern, words in SAID:
        if found := pattern.fullmatch(sentence):
            return str(words) % found.groupdict() if found.groupdict() else str(words)
    return sentence
