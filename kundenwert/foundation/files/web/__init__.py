"""Giving out files."""
