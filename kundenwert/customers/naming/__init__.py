"""What companies and people are called, addressed and recognised by."""
