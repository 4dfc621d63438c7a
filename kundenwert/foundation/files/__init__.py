"""Uploaded files: outside the web root, named by content, given out through a permission check only."""
