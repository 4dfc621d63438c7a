"""Analytical CRM: what the company's data say about its customers."""
