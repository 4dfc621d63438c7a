"""Addresses of files."""

from __future__ import annotations

from django.urls import path

from . import download

urlpatterns = [path("files/<int:file_id>", download.download, name="file")]
