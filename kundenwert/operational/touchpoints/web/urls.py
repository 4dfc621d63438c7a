"""Addresses of touchpoints beyond those of the record engine."""

from __future__ import annotations

from django.urls import path

from . import composer

urlpatterns = [path("customers/<int:record_id>/touchpoints", composer.compose, name="compose-touchpoint")]
