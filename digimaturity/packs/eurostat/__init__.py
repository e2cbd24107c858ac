"""Reads the files that Eurostat publishes of its survey of enterprises, and plans their import."""

from digimaturity.packs.eurostat.extract import Extract, read_extract
from digimaturity.packs.eurostat.leftovers import Skipped, Why
from digimaturity.packs.eurostat.plan import (
    Change,
    ImportPlan,
    plan_import,
    with_imported,
    without_dataset,
)

__all__ = [
    "Change",
    "Extract",
    "ImportPlan",
    "Skipped",
    "Why",
    "plan_import",
    "read_extract",
    "with_imported",
    "without_dataset",
]
