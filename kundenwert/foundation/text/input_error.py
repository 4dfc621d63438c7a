"""The error that tells a user, in the user's language, what is wrong with a typed value."""

from __future__ import annotations

from django.utils.functional import Promise


class InputError(ValueError):
    """A value that cannot be taken, with a message for whoever typed it.

    `message` is a lazy translation with `%(name)s` places; it is filled and translated only when the error is
    turned into text, so an error made in a job can be shown in the reader's language.
    """

    def __init__(self, message: str | Promise, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return str(self.message) % self.values
