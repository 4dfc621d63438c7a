"""Reading and writing the German catalogue, in one steady form."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

PO = Path(__file__).resolve().parent.parent / "kundenwert" / "locale" / "de" / "LC_MESSAGES" / "django.po"
WIDTH = 110
HEADER = r"""# German texts of Kundenwert. Written by tools/messages.py, sorted by the English text.
msgid ""
msgstr ""
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def read_catalogue(path: Path) -> Catalog:
    """The catalogue of a file; an empty one where there is none."""
    if not path.exists():
        return Catalog(locale="de", domain="django", fuzzy=False)
    text = path.read_text("utf-8")
    if 'msgid ""' not in text.split("\n\n", 1)[0]:
        text = HEADER + text  # a plain list of pairs
    return read_po(io.BytesIO(text.encode()), locale="de", domain="django", abort_invalid=True)


def update(catalogue: Catalog, sources: Catalog) -> Catalog:
    """The texts of `sources` with the translations of `catalogue`; what is used no more is left out."""
    result = Catalog(locale="de", domain="django", fuzzy=False)
    for message in sources:
        if message.id:
            known = catalogue.get(message.id, message.context)
            string = known.string if known is not None else ""
            result.add(message.id, string, context=message.context, flags=known.flags if known is not None else ())
    return result


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write, sorted by text, without dates and line numbers: two people's changes meet without conflict."""
    body = io.BytesIO()
    write_po(body, catalogue, width=WIDTH, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + body.getvalue().decode().lstrip("\n").rstrip() + "\n", "utf-8")
