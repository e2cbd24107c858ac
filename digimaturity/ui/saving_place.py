"""Which folder a dialog offers for a file that is to be saved."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from digimaturity.errors import UserError


def saving_place(last: str = "") -> Path:
    """The folder used last, else that of documents, else the user's own.

    Only a folder that is there: for any other the dialog offers the program's current one.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    found = (Path(folder) for folder in (last, documents) if folder and Path(folder).is_dir())
    return next(found, Path.home())


def with_ending(chosen: Path, ending: str) -> Path:
    """`chosen` with that ending, such as ``.pdf``.

    Raises:
        UserError: ``file.exists``: the dialog has asked about another name.
    """
    if chosen.suffix.lower() == ending:
        return chosen
    path = chosen.with_name(f"{chosen.name}{ending}")
    if os.path.exists(path):  # noqa: PTH110 - `Path.exists` raises where a name is too long
        raise UserError("file.exists", path=path)
    return path
