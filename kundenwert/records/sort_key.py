"""German sorting inside PostgreSQL, whatever collations the server was built with."""

from __future__ import annotations

from django.db import models
from django.db.models import Func


class SortKey(Func):
    """`german_sort_key(text)`: ä sorts with a, ß with ss, capitals with small letters (DIN 5007-1).

    The SQL function is made by a migration of this module; being immutable it can be indexed.
    """

    function = "german_sort_key"
    output_field = models.TextField()
