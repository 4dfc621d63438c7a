"""What customers without a contract will buy: buying models, spend, lifetime value, equity."""
