"""When an action says no."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise


class Refused(Exception):
    """What was asked for cannot be done: `errors` says why, by field; the empty field is the whole."""

    def __init__(self, message: str | Promise = "", **errors: str | Promise) -> None:
        self.errors: Mapping[str, str | Promise] = {**({"": message} if message else {}), **errors}
        super().__init__("; ".join(str(text) for text in self.errors.values()))
