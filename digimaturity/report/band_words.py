"""The bands of an index as headings."""

from __future__ import annotations

from digimaturity.domain.indices import Band
from digimaturity.report.wording import Wording


def band_title(w: Wording, band: Band) -> str:
    """A band of the index as a heading."""
    t = w.t
    return {
        Band.VERY_LOW: t("Very low"),
        Band.LOW: t("Low"),
        Band.HIGH: t("High"),
        Band.VERY_HIGH: t("Very high"),
    }[band]
