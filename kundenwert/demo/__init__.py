"""The demo company: a believable wholesaler to try Kundenwert with."""
