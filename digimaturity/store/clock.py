"""The time as the workspace writes it."""

from datetime import UTC, datetime


def now() -> str:
    """The time in UTC as ISO text, to the millisecond; texts sort as their times do."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
