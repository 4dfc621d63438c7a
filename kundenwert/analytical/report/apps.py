"""The report as a Django app: it has templates and texts, no models."""

from django.apps import AppConfig


class ReportConfig(AppConfig):
    """Makes the report's template and texts known."""

    name = "kundenwert.analytical.report"
    label = "report"
