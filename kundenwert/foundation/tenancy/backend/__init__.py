"""Django database backend: PostgreSQL of the organisation in scope."""
