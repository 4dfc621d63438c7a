"""`kundenwert user`: colleagues from the command line."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from .errors import NotDone
from .options import DataDir, Json, example

app = typer.Typer(help="Colleagues who may sign in.", no_args_is_help=True, rich_markup_mode=None)
EXAMPLES = example(
    "kundenwert user add anna@firma.de --first-name Anna --last-name Beck --role Vertrieb",
    "printf '%s' \"$PASSWORD\" | kundenwert user add chef@firma.de --first-name Eva --last-name Roth "
    "--role Administrator --password-stdin",
)


@app.callback()
def _group() -> None:
    """Colleagues who may sign in."""


@app.command("add", epilog=EXAMPLES)
def add_command(
    email: Annotated[str, typer.Argument(help="E-mail address to sign in with.")],
    *,
    first_name: Annotated[str, typer.Option("--first-name")],
    last_name: Annotated[str, typer.Option("--last-name")],
    role: Annotated[list[str], typer.Option("--role", help="Name of a role; may be given more than once.")],
    password_stdin: Annotated[bool, typer.Option("--password-stdin", help="Read the password from input.")] = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Add a colleague. Without a password from input, one is asked for at the terminal."""
    password = _read_password(from_input=password_stdin)
    from .start import start_fitting

    organisation = start_fitting()
    from .access import add_user

    user_id = add_user(
        organisation, email=email, first_name=first_name, last_name=last_name, roles=role, password=password
    )
    typer.echo(json.dumps({"id": user_id, "email": email}) if as_json else f"{email} may sign in now.")


def _read_password(*, from_input: bool) -> str:
    if from_input:
        return sys.stdin.read().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise NotDone("There is no terminal to ask for a password: use --password-stdin.")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
