"""`kundenwert doctor`."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from .errors import FINDINGS
from .options import DataDir, Json, example

EXAMPLES = example("kundenwert doctor", "kundenwert doctor --json")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor", epilog=EXAMPLES)(doctor_command)


def doctor_command(data_dir: DataDir = None, *, as_json: Json = False) -> None:
    """Look the installation over and say how to mend what is not well. Ends with 1 for findings."""
    from .checks.examine import examine
    from .checks.finding import State

    findings = examine()
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], indent=1))
    else:
        for finding in findings:
            typer.echo(f"{finding.state:<8} {finding.name}: {finding.text}")
            if finding.mend:
                typer.echo(f"{'':<8} -> {finding.mend}")
    if any(finding.state != State.OK for finding in findings):
        raise typer.Exit(FINDINGS)
