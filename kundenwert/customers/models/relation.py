"""Relations between customers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kundenwert.records.models import Record

from .choices import RelationKind
from .customer import Customer


class Relation(Record):
    """`customer` has `other` as parent company, referrer, partner or household member."""

    customer = models.ForeignKey(
        Customer, verbose_name=_("Customer"), on_delete=models.PROTECT, related_name="relations"
    )
    kind = models.CharField(_("Relation"), max_length=10, choices=RelationKind)
    other = models.ForeignKey(
        Customer, verbose_name=_("Other customer"), on_delete=models.PROTECT, related_name="inverse_relations"
    )

    class Meta:
        verbose_name = _("Relation")
        verbose_name_plural = _("Relations")
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "kind", "other"], condition=models.Q(deleted_at=None), name="relation_unique"
            ),
            models.CheckConstraint(condition=~models.Q(customer=models.F("other")), name="relation_not_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.other_id}"
