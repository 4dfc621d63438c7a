"""Addresses of all record types, made from the declarations."""

from __future__ import annotations

from django.urls import URLPattern, path

from ..record_type import RecordType
from ..registry import record_types
from . import bin as bin_views
from . import bulk, bulk_run, card, delete, edit, edit_field, export, new, options, restore_value, timeline, undo, views
from . import list as list_view
from .imports import history, mapping, progress, rejects, take_back, upload


def record_urls() -> list[URLPattern]:
    """The addresses of every registered record type, and of imports and undo."""
    return [
        *(pattern for record_type in record_types() for pattern in urls_of(record_type)),
        path("undo/<int:entry_id>", undo.undo, name="undo"),
        path("bulk/<uuid:run_id>", bulk_run.bulk_run, name="bulk-run"),
        path("bulk/<uuid:run_id>/cancel", bulk_run.cancel, name="bulk-run-cancel"),
        path("bulk/<uuid:run_id>/undo", bulk_run.undo, name="bulk-run-undo"),
        path("imports", history.history, name="imports"),
        path("imports/<uuid:run_id>", progress.progress, name="import"),
        path("imports/<uuid:run_id>/mapping", mapping.mapping, name="import-mapping"),
        path("imports/<uuid:run_id>/cancel", progress.cancel, name="import-cancel"),
        path("imports/<uuid:run_id>/rejects", rejects.rejects, name="import-rejects"),
        path("imports/<uuid:run_id>/undo", take_back.take_back, name="import-undo"),
    ]


def urls_of(record_type: RecordType) -> list[URLPattern]:
    """The addresses of one record type."""
    slug, given = record_type.slug, {"record_type": record_type}
    common = [
        path(slug, list_view.records, given, name=f"{slug}-list"),
        path(f"{slug}/filters", list_view.filters, given, name=f"{slug}-filters"),
        path(f"{slug}/new", new.new, given, name=f"{slug}-new"),
        path(f"{slug}/options", options.options, given, name=f"{slug}-options"),
        path(f"{slug}/bulk", bulk.bulk, given, name=f"{slug}-bulk"),
        path(f"{slug}/bulk/control", bulk.bulk_control, given, name=f"{slug}-bulk-control"),
        path(f"{slug}/bin", bin_views.bin_page, given, name=f"{slug}-bin"),
        path(f"{slug}/<int:record_id>/restore", bin_views.restore, given, name=f"{slug}-restore"),
        path(f"{slug}/export", export.export, given, name=f"{slug}-export"),
        path(f"{slug}/import", upload.upload, given, name=f"{slug}-import"),
        path(f"{slug}/columns", views.columns, given, name=f"{slug}-columns"),
        path(f"{slug}/views", views.save, given, name=f"{slug}-views"),
        path(f"{slug}/views/<int:view_id>/delete", views.delete, given, name=f"{slug}-view-delete"),
        path(f"{slug}/<int:record_id>/delete", delete.delete, given, name=f"{slug}-delete"),
        path(f"{slug}/<int:record_id>/fields/<slug:name>", edit_field.edit_field, given, name=f"{slug}-field"),
    ]
    if not record_type.has_card:
        return [*common, path(f"{slug}/<int:record_id>/edit", edit.edit, given, name=f"{slug}-edit")]
    return [
        *common,
        path(f"{slug}/<int:record_id>", card.card, given, name=f"{slug}-card"),
        path(f"{slug}/<int:record_id>/preview", card.preview, given, name=f"{slug}-preview"),
        path(f"{slug}/<int:record_id>/timeline", timeline.timeline, given, name=f"{slug}-timeline"),
        path(
            f"{slug}/<int:record_id>/timeline/<int:entry_id>/<slug:name>",
            restore_value.restore_value,
            given,
            name=f"{slug}-restore-value",
        ),
    ]
