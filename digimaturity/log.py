"""The program's log: what went wrong, without anything of a client's."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

#: Size of one file (bytes), and how many older ones are kept.
_SIZE, _OLDER = 500_000, 3

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> Path | None:
    """Write warnings and errors of the program to a file in `folder` from now on.

    Returns the file, or None where none can be written: the program works without.
    Only call sites decide what is logged: codes, types and places, never names or answers.
    """
    path = folder / "digimaturity.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_SIZE, backupCount=_OLDER, encoding="utf-8", delay=False
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORM))
    logger = logging.getLogger("digimaturity")
    stop_log()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return path


def stop_log() -> None:
    """Close the file; what is logged afterwards goes nowhere."""
    logger = logging.getLogger("digimaturity")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def log_fault(error: BaseException) -> None:
    """Note a fault of the program: the kinds of error and the places in our own code.

    The messages of errors are left out, since they may quote what a user typed.
    """
    logging.getLogger("digimaturity").error("%s", "\n".join(_lines(error)))


def _lines(error: BaseException) -> list[str]:
    lines: list[str] = []
    current: BaseException | None = error
    while current is not None and len(lines) < 100:  # noqa: PLR2004 - a cycle of causes ends too
        lines.append(type(current).__qualname__)
        trace = current.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        current = current.__cause__ or current.__context__
    return lines
