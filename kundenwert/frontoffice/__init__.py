"""The pages that join modules: shell, home, search, command palette. No models."""
