"""Addresses of the customer file beyond those of the record engine."""

from __future__ import annotations

from django.urls import path

from . import duplicates

urlpatterns = [path("customers/duplicates", duplicates.duplicates, name="customers-duplicates")]
