"""The checks of `kundenwert doctor`, one subject a file."""
