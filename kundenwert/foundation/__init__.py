"""Knows no business word: database, tenancy, access, audit, jobs, files, text, settings, ui."""
