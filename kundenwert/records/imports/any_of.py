"""`column = ANY(array)`: thousands of values as one parameter, where `IN` would take as many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField, Func
from django.db.models.expressions import Combinable


class AnyOf(Func):
    """`filter(AnyOf(F("number"), numbers))`."""

    template = "%(expressions)s = ANY(%%s)"
    output_field = BooleanField()

    def __init__(self, column: Combinable, values: Sequence[Any]) -> None:
        super().__init__(column)
        self.values = list(values)

    def as_sql(self, *arguments: Any, **named: Any) -> tuple[str, Any]:
        """The condition, with the values as its last parameter."""
        column, parameters = super().as_sql(*arguments, **named)
        return column, (*parameters, self.values)
