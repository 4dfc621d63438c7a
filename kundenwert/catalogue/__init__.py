"""What we sell: products, services, taxes."""
