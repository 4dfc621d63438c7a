"""All checks in order."""

from __future__ import annotations

from .finding import Finding, problem
from .machine import check_data_dir, check_python, check_space


def examine() -> list[Finding]:
    """Run every check that can be run; one that fails to start the database leaves those behind it out."""
    from kundenwert.cli.start import current_data_dir, start

    folder = current_data_dir()
    findings = [check_python(), check_data_dir(folder), check_space(folder)]
    from kundenwert.foundation.database.errors import DatabaseUnavailable

    try:
        organisation = start()
    except DatabaseUnavailable as error:
        mend = "Look at the message; space, rights and the log named there are the usual causes."
        return [*findings, problem("PostgreSQL", str(error), mend)]
    from .database import check_database, check_migrations, check_worker
    from .surroundings import check_interface_files, check_mail, check_translations

    database = check_database(organisation)
    findings += database
    if len(database) > 1:  # it answered
        findings += [check_migrations(organisation), check_worker(organisation)]
    return [*findings, check_mail(), check_interface_files(), check_translations()]
