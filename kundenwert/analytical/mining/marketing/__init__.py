"""What brings customers: funnels, attribution, keywords, campaigns against a hold-out."""
