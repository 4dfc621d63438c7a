"""Template tags of the interface kit."""
