"""What can be wrong with a database, told to the person who starts the program."""

from __future__ import annotations


class DatabaseUnavailable(Exception):
    """The database cannot be reached or started; the message says why and how to mend it."""


class DatabaseMisfit(Exception):
    """Database and program do not fit (version, migrations); the message says which one to change."""
