from django.contrib.postgres.indexes import GinIndex
from django.db import migrations
from django.db.migrations.operations.base import Operation

LIMIT = 256
INDEXES = (
    ("searchentry", "search_entry_words", "words"),
    ("searchword", "search_word_trigrams", "trigrams"),
    ("searchword", "search_word_deletes", "deletes"),
)


def _state(model: str, name: str, field: str) -> list[Operation]:
    index = GinIndex(fields=[field], name=name, fastupdate=True, gin_pending_list_limit=LIMIT)
    return [migrations.RemoveIndex(model, name), migrations.AddIndex(model, index)]


class Migration(migrations.Migration):
    """Of the index only its setting changes: nothing is built anew. What waits is put in with the next word."""

    dependencies = [("records", "0004_bulk_runs")]
    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(f"ALTER INDEX {name} SET (gin_pending_list_limit = {LIMIT})", migrations.RunSQL.noop)],
            _state(model, name, field),
        )
        for model, name, field in INDEXES
    ]
