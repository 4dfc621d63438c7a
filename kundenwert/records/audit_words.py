"""The engine's words in the audit log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.audit.words import hide_value, label_subject, label_value, label_verb

VERBS = {
    "uploaded": _("uploaded"),
    "corrected": _("corrected"),
    "started": _("started"),
    "cancelled": _("cancelled"),
    "done": _("done"),
    "taken_back": _("taken back"),
    "loaded": _("loaded"),
}
VALUES = {
    "rows": _("Rows"),
    "created": _("Created"),
    "updated": _("Changed"),
    "unchanged": _("Unchanged"),
    "rejected": _("Rejected"),
    "kept": _("Kept"),
    "bytes": _("Size in bytes"),
    "count": _("Number"),
    "format": _("Format"),
    "filters": _("Filters"),
    "fields": _("Fields"),
    "words": _("Search words"),
    "customers": _("Customers"),
    "query": _("Content of the view"),
    "is_shared": _("For all colleagues"),
}
PROGRAM = ("import_id", "run_id", "options")


def register() -> None:
    """Name what imports, exports and views write into the log."""
    label_subject("records.importrun", _("Import"))
    label_subject("records.bulkrun", _("Change to many records"))
    label_subject("records.export", _("Export"))
    label_subject("records.savedview", _("View"))
    label_subject("demo", _("Demo company"))
    for verb, label in VERBS.items():
        label_verb(verb, label)
    for name, label in VALUES.items():
        label_value(name, label)
    for name in PROGRAM:
        hide_value(name)
