"""Trends and comparisons as JSON, for other programs."""

from digimaturity.services.history_file.comparison import comparison_document
from digimaturity.services.history_file.trend import trend_document
from digimaturity.services.history_file.writing import written

__all__ = ["comparison_document", "trend_document", "written"]
