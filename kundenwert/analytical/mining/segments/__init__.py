"""Groups of like customers, described in words."""
