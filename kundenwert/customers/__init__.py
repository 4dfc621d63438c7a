"""The customer file: companies, people, contact points, relations, duplicates."""
