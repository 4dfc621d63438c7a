"""Kundenwert: the CRM that knows what every customer is worth and acts on it."""

__version__ = "0.1.0"
