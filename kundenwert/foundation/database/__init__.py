"""The operational PostgreSQL: embedded or the user's own, its roles, migrations and backups."""
