"""Who may leave and who may grow, with the reasons in words."""
