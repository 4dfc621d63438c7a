"""What follows from the values of a customer or contact."""
