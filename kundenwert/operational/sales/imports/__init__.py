"""Parts of the import of orders."""
