"""Addresses of sales beyond those of the record engine."""

from __future__ import annotations

from django.urls import path

from . import lines

urlpatterns = [path("orders/<int:record_id>/lines", lines.lines, name="order-lines")]
