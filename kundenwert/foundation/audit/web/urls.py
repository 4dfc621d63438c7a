"""Addresses of the audit log."""

from __future__ import annotations

from django.urls import path

from . import entries

urlpatterns = [path("admin/audit", entries.entries, name="admin-audit")]
