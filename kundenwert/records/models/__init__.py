"""Tables of the record engine."""

from .bulk_run import BulkChange, BulkRun
from .import_run import ImportChange, ImportMapping, ImportRun
from .record import Record
from .saved_view import SavedView
from .search import SearchEntry, SearchWord

__all__ = [
    "BulkChange",
    "BulkRun",
    "ImportChange",
    "ImportMapping",
    "ImportRun",
    "Record",
    "SavedView",
    "SearchEntry",
    "SearchWord",
]
