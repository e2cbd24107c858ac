"""A small valid pack to start from."""

from __future__ import annotations

import re
from pathlib import Path

from digimaturity.authoring.folders import write_new_folder
from digimaturity.paths import resources_dir

#: The id of the pack in the template, and what an id may look like.
_TEMPLATE_ID = b"id: my_pack "
_ID = re.compile(r"[a-z][a-z0-9_-]{0,59}")


def new_pack(folder: Path) -> Path:
    """Write a small pack with comments that teach the format into `folder`; return it.

    The folder's name becomes the id of the pack where it can be one.

    Raises:
        UserError: ``pack.not_empty``, or those of `files.explained`; nothing is written then.
    """
    template = resources_dir() / "pack-template"
    files = {
        path.relative_to(template).as_posix(): path.read_bytes()
        for path in sorted(template.rglob("*.yaml"))
    }
    name = folder.absolute().name
    if _ID.fullmatch(name):
        own = f"id: {name} ".encode()
        files["pack.yaml"] = files["pack.yaml"].replace(_TEMPLATE_ID, own, 1)
    write_new_folder(folder, files)
    return folder
