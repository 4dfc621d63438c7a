"""Addresses of the organisation."""

from __future__ import annotations

from django.urls import path

from . import organisation

urlpatterns = [path("admin/organisation", organisation.organisation, name="admin-organisation")]
