"""Groups of customers that need no model: classes, shares of the whole, cohorts."""
