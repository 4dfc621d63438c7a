"""Word lists of the demo company, one theme a file. Plain text that the modules above parse once."""
