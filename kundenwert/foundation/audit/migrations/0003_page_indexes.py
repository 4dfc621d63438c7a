"""Indexes for the page of the audit log: whatever is filtered, the latest entries come from an index.

Not in the model, because the page alone needs them, and the last one is made for skipping from value to value.
"""

from __future__ import annotations

from django.db import migrations

CREATE = """
CREATE INDEX audit_page_at ON audit_auditentry (at DESC, id DESC);
CREATE INDEX audit_page_actor ON audit_auditentry (actor_id, at DESC, id DESC);
CREATE INDEX audit_page_action ON audit_auditentry (action, at DESC, id DESC);
CREATE INDEX audit_page_subject ON audit_auditentry (subject, at DESC, id DESC);
"""
DROP = """
DROP INDEX audit_page_subject;
DROP INDEX audit_page_action;
DROP INDEX audit_page_actor;
DROP INDEX audit_page_at;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [migrations.RunSQL(CREATE, DROP)]
