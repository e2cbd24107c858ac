"""Where things lie: what is shipped with the program, and the user's own folders."""

import os
from pathlib import Path

HOME_VARIABLE = "DIGIMATURITY_HOME"
"""Environment variable naming one folder that then holds everything of the user's."""

_NAME = "digimaturity"
_PACKAGE = Path(__file__).resolve().parent
_SHIPPED_ROOTS = (_PACKAGE / "_bundle", _PACKAGE.parent)
"""Installed or frozen the shipped folders lie inside the package, in the source tree beside it."""


def resources_dir() -> Path:
    """Return the folder of tokens, icons, fonts, schemas and translations."""
    return _shipped("resources")


def questionnaires_dir() -> Path:
    """Return the folder of the questionnaire and benchmark packs."""
    return _shipped("questionnaires")


def own_questionnaires_dir() -> Path:
    """Return the folder of the user's own questionnaire packs."""
    return data_dir() / "questionnaires"


def data_dir() -> Path:
    """Return the folder of the user's work; like all user folders it need not exist yet."""
    return _user_dir("data")


def config_dir() -> Path:
    """Return the folder of the user's settings."""
    return _user_dir("config")


def cache_dir() -> Path:
    """Return the folder of what can be made again at any time."""
    return _user_dir("cache")


def log_dir() -> Path:
    """Return the folder of the log files."""
    return _user_dir("log")


def default_workspace() -> Path:
    """Return the workspace file that opens when the user has named no other."""
    return data_dir() / "digimaturity.db"


def sample_workspace() -> Path:
    """Return the workspace file of the sample company, which is kept apart from the user's."""
    return data_dir() / "sample.db"


def _shipped(name: str) -> Path:
    for root in _SHIPPED_ROOTS:
        if (folder := root / name).is_dir():
            return folder
    looked = ", ".join(str(root) for root in _SHIPPED_ROOTS)
    raise FileNotFoundError(f"The program's folder '{name}' is in none of: {looked}")


def _user_dir(kind: str) -> Path:
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home).expanduser().absolute() / kind
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_NAME, appauthor=False)
    return {
        "data": dirs.user_data_path,
        "config": dirs.user_config_path,
        "cache": dirs.user_cache_path,
        "log": dirs.user_log_path,
    }[kind]
