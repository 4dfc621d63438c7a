"""The day of a date whatever its year, for finding birthdays."""

from __future__ import annotations

from django.db.models import IntegerField
from django.db.models.expressions import Combinable, ExpressionWrapper
from django.db.models.functions import ExtractDay, ExtractMonth


def day_of_year(name: str) -> Combinable:
    """Month × 100 + day: 22 November is 1122. Indexed for birthdays; a query must use this very expression."""
    return ExpressionWrapper(ExtractMonth(name) * 100 + ExtractDay(name), output_field=IntegerField())
