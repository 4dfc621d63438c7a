"""The report on a customer base, from any list of purchases."""
