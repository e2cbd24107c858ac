"""Trends and comparisons as JSON, for other programs."""

from digimaturity.services.history_file.trend import trend_document
from digimaturity.services.history_file.writing import written

__all__ = ["trend_document", "written"]
