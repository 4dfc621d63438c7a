"""Countries, postal codes, addresses and the address block of a letter."""
