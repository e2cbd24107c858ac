"""Run every benchmark, or those named: ``python -m tests.benchmarks [NAME …]``."""

from __future__ import annotations

import importlib
import sys

NAMES = (
    "evaluation",
    "answer",
    "start",
    "frames",
    "memory",
    "report",
    "batch",
    "importing",
    "peers",
    "portfolio",
    "planning",
    "years",
)


def main(names: list[str]) -> None:
    """Print the figures of each named benchmark as it finishes."""
    for name in names or NAMES:
        for figure in importlib.import_module(f"tests.benchmarks.{name}").figures():
            print(figure, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
