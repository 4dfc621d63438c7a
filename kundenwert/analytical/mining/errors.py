"""Why a method refuses data."""

from __future__ import annotations


class UnfitData(ValueError):
    """The data do not carry this method: a stated reason, and what would be needed, instead of nonsense.

    >>> raise UnfitData("12 customers bought more than once.", needed="at least 50 customers with two purchases")
    """

    def __init__(self, reason: str, *, needed: str) -> None:
        super().__init__(f"{reason} Needed: {needed}.")
        self.reason = reason
        self.needed = needed
