"""What is bought together, and what a customer may want next."""
