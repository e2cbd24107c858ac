"""Which folder a dialog offers for a file that is to be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def saving_place(last: str = "") -> Path:
    """The folder used last, else that of documents, else the user's own.

    Only a folder that is there: for any other the dialog offers the program's current one.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    found = (Path(folder) for folder in (last, documents) if folder and Path(folder).is_dir())
    return next(found, Path.home())
