"""Backups: one zip file with the database, the uploaded files, and a manifest of what is in it."""
