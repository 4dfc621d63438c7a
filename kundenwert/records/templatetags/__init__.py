"""Template tags of the record engine."""
