"""The program's log: what went wrong, without anything of a client's."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from digimaturity.errors import UserError

#: Size of one file (bytes), and how many older ones are kept.
_SIZE, _OLDER = 500_000, 3

#: Of a chain of causes, and of the calls that led to one, so many are told from either end.
_CAUSES, _CALLS = 10, 20

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_PROGRAM = Path(__file__).resolve().parent


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
    """Note a fault of the program, as `trace_of` tells it."""
    logging.getLogger("digimaturity").error("%s", trace_of(error))


def log_again(mark: str, times: int) -> None:
    """Note that the fault of that `mark_of` has happened so many times by now."""
    logging.getLogger("digimaturity").error("%s: %s times", mark, times)


def trace_of(error: BaseException) -> str:
    """The kinds of an error and of its causes, and the calls that led there: files, lines, names.

    The messages of errors are left out, since they may quote what a user typed, and so is the
    folder of the program, in which a user's name may stand.
    """
    lines: list[str] = []
    current: BaseException | None = error
    seen: set[int] = set()
    while current is not None and id(current) not in seen and len(seen) < _CAUSES:
        seen.add(id(current))
        lines += [_kind(current), *_calls(current.__traceback__)]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def mark_of(error: BaseException) -> str:
    """By what the same fault is known when it comes again: its kind, and the last two calls."""
    calls = _calls(error.__traceback__)
    return " ".join((_kind(error), *(call.strip() for call in calls[-2:])))


def _kind(error: BaseException) -> str:
    """The kind of an error, with the name that we, SQLite or the system have for it."""
    name = type(error).__qualname__
    code = getattr(error, "sqlite_errorname", None) if type(error).__module__ == "sqlite3" else None
    if isinstance(error, UserError):
        code = error.code
    elif isinstance(error, OSError):
        code = error.errno
    return f"{name} {code}" if isinstance(code, str | int) else name


def _calls(trace: TracebackType | None) -> list[str]:
    """The calls, the outermost first; of an endless recursion the middle is left out."""
    calls: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        calls.append(f"  {_place(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    left_out = len(calls) - 2 * _CALLS
    if left_out > 0:
        calls[_CALLS:-_CALLS] = [f"  … {left_out} more"]
    return calls


def _place(file: str) -> str:
    """A file of the program from its own folder on, of any other the name alone."""
    path = Path(file)
    own = path.is_relative_to(_PROGRAM)
    return path.relative_to(_PROGRAM).as_posix() if own else path.name
