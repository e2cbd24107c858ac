"""Values of the domain as those that JSON knows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def by_name(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Enumerations become their plain words."""
    return {str(key): getattr(value, "value", value) for key, value in values.items()}
