"""Pure text functions for search, sorting and comparing: no models, no database."""
