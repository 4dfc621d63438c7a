"""What keeps a report from being made."""

from __future__ import annotations


class ReportError(ValueError):
    """The file cannot be analysed; the message is for the person who asked."""
