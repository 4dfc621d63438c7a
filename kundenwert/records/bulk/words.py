"""A run over many records in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..models import BulkRun
from ..registry import record_type_for


def run_words(run: BulkRun) -> str:
    """Such as "Customers: Place = Köln" or "Customers: deleted"."""
    record_type = record_type_for(run.record_type)
    if run.verb == BulkRun.Verb.DELETE:
        return _("%(records)s: deleted") % {"records": record_type.label_plural}
    field = record_type.field(run.field)
    forms = {"add": _("%(records)s: %(field)s with %(value)s"), "remove": _("%(records)s: %(field)s without %(value)s")}
    text = forms.get(run.mode, _("%(records)s: %(field)s = %(value)s"))
    words = {
        "records": record_type.label_plural,
        "field": field.label,
        "value": field.text_of_kept(run.value) or _("(empty)"),
    }
    return text % words
