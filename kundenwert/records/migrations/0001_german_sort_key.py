"""The SQL function behind `records.sort_key.SortKey`."""

from __future__ import annotations

from django.db import migrations

ACCENTED = "ÀÁÂÃÅĀĂĄÇĆĈĊČĎĐÈÉÊËĒĔĖĘĚĜĞĠĢÌÍÎÏĨĪĬĮİĴĶĹĻĽŁÑŃŅŇÒÓÔÕŌŎŐØŔŖŘŚŜŞŠŢŤŨÙÚÛŪŬŮŰŲŴŶÝŸŹŻŽÄÖÜ"
PLAIN = "AAAAAAAACCCCCDDEEEEEEEEEGGGGIIIIIIIIIJKLLLLNNNNOOOOOOOORRRSSSSTTUUUUUUUUUWYYYZZZAOU"

CREATE = """
CREATE FUNCTION german_sort_key(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(replace(value, 'ß', 'ss'), '{source}', '{target}') COLLATE "C"
"""


def create_statement() -> str:
    """ä sorts with a, capitals with small letters; single letters are translated because ICU may be missing."""
    accented_lower = "".join(letter.lower()[0] for letter in ACCENTED)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    source = ACCENTED + accented_lower + alphabet
    target = PLAIN.lower() + PLAIN.lower() + alphabet.lower()
    return CREATE.format(source=source, target=target)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(create_statement(), "DROP FUNCTION german_sort_key(text)")]
