from __future__ import annotations

import io

from django.core.management import call_command


def test_models_and_migrations_are_in_step(organisation):
    output = io.StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1, stdout=output)
    except SystemExit:
        raise AssertionError(output.getvalue()) from None
