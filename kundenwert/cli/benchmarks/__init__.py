"""What `kundenwert bench` measures."""
