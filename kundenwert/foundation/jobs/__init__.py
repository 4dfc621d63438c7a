"""Background jobs in the same PostgreSQL, deferred in the transaction of the data they belong to."""

from .job import job

__all__ = ["job"]
