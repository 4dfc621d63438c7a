from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.tenancy import organisation_scope


@pytest.fixture
def entry(organisation):
    with transaction.atomic():
        return write_audit(actor=None, action="test.done", subject="test", title="before")


def test_entry_outside_a_transaction_is_refused(organisation):
    with pytest.raises(RuntimeError):
        write_audit(actor=None, action="test.done", subject="test")
    assert AuditEntry.objects.count() == 0


@pytest.mark.parametrize("statement", [
    "UPDATE audit_auditentry SET title = 'after'",
    "DELETE FROM audit_auditentry",
    "TRUNCATE audit_auditentry CASCADE",
    "ALTER TABLE audit_auditentry DISABLE TRIGGER ALL",
    "DROP TABLE audit_auditentry CASCADE",
])  # fmt: skip
def test_the_app_role_cannot_change_the_log(entry, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(AuditEntry.objects.values_list("title", flat=True)) == ["before"]


def test_the_owner_is_stopped_by_the_trigger(entry, organisation):
    with organisation_scope(organisation.as_owner()):
        with pytest.raises(DatabaseError), transaction.atomic():
            AuditEntry.objects.update(title="after")
        connection.close()
    assert list(AuditEntry.objects.values_list("title", flat=True)) == ["before"]
