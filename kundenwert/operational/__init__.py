"""Operational CRM: what happens with customers day by day."""
