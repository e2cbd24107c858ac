"""How the user likes the program: a small JSON file, written whole, never in the way."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from digimaturity import paths
from digimaturity.files import write_whole

_NAME = "settings.json"
_APPEARANCES = ("system", "light", "dark")
_MODES = ("", "self", "mentor")

#: Per cent of the usual size of text that are offered.
TEXT_SIZES = (80, 90, 100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered from one start to the next; empty means not chosen yet.

    `mode` is whether one company is assessed (``self``) or many are (``mentor``); with `sample` the
    sample company is open, with `alias` names are replaced. `workspace` is the file that was open
    last, `report_folder` where a report was saved last;
    `text_size` is in per cent; `geometry` is x, y, width and height of the window in pixels.
    `companies_order` is the column by which companies are sorted, with a minus downwards.
    `company`, `assessment` and `place` (an area or another spot within `page`) are ids. `mentor`
    (a person), `organisation` and `colour` (``#rrggbb``) are those of whoever sends reports.
    `toured` says that the tour was offered or seen.
    """

    language: str = ""
    mode: str = ""
    sample: bool = False
    alias: bool = False
    appearance: str = "system"
    text_size: int = 100
    workspace: str = ""
    geometry: tuple[int, ...] = ()
    maximized: bool = False
    report_folder: str = ""
    company: str = ""
    companies_order: str = ""
    assessment: str = ""
    page: str = ""
    place: str = ""
    mentor: str = ""
    organisation: str = ""
    colour: str = ""
    toured: bool = False


def load_settings(folder: Path) -> Settings:
    """The settings kept in `folder`; the usual ones where there are none.

    A damaged file is moved aside as ``settings.damaged.json``, never deleted.
    """
    path = folder / _NAME
    try:
        kept = json.loads(path.read_bytes())
    except OSError:
        return Settings()
    except (ValueError, RecursionError):
        kept = None
    if isinstance(kept, dict):
        return _settings(kept)
    with suppress(OSError):
        path.replace(path.with_name("settings.damaged.json"))
    return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings in `folder`.

    Raises:
        UserError: those of `files.write_whole`.
    """
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(settings), indent=2, ensure_ascii=True)
    write_whole(folder / _NAME, text.encode() + b"\n")


def own_workspace(settings: Settings) -> Path:
    """The user's own workspace, even while that of the sample company is open."""
    return Path(settings.workspace) if settings.workspace else paths.default_workspace()


def last_workspace(settings: Settings) -> Path:
    """The workspace that was open last."""
    return paths.sample_workspace() if settings.sample else own_workspace(settings)


def with_workspace(settings: Settings, path: Path) -> Settings:
    """The settings that know this workspace as the user's own; the sample's leaves them alone."""
    if path == paths.sample_workspace():
        return settings
    own = path == paths.default_workspace()
    return replace(settings, workspace="" if own else str(path))


def _settings(kept: dict[str, object]) -> Settings:
    """Entry by entry: a value that makes no sense costs only itself."""
    sensible: dict[str, Any] = {}
    for field in fields(Settings):
        value = kept.get(field.name)
        value = tuple(value) if isinstance(value, list) else value
        if type(value) is type(getattr(Settings(), field.name)) and _sensible(field.name, value):
            sensible[field.name] = value
    return Settings(**sensible)


def _sensible(name: str, value: object) -> bool:
    match name:
        case "appearance":
            return value in _APPEARANCES
        case "mode":
            return value in _MODES
        case "text_size":
            return isinstance(value, int) and 50 <= value <= 300  # noqa: PLR2004 - per cent
        case "geometry":
            return isinstance(value, tuple) and (
                not value or [type(number) for number in value] == [int] * 4
            )
    return True
