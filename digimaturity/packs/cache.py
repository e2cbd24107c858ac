"""Compiled files kept as JSON, so that a start needs neither YAML nor JSON Schema.

An entry counts only for the key it was made for, and a damaged one is as good as none. The cache
may be deleted at any time; where it cannot be written the program is merely slower.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from digimaturity import __version__

#: Raise it with every change of what is kept, or of what the checks find.
_FORM = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """The place of one compiled `folder`; without `cache_dir` nothing is kept."""

    cache_dir: Path | None
    folder: Path
    key: str

    def read(self) -> dict[str, Any] | None:
        """What was kept for this very key, or None."""
        if self.cache_dir is None:
            return None
        try:
            key, checksum, content = self._path(self.cache_dir).read_text("utf-8").split("\n")
            if key == self._full_key and checksum == _sum(content):
                kept: dict[str, Any] = json.loads(content)
                return kept
        except (OSError, ValueError):
            pass  # As good as none.
        return None

    def write(self, content: dict[str, Any]) -> None:
        """Keep `content`, whole or not at all."""
        if self.cache_dir is None:
            return
        from tempfile import NamedTemporaryFile

        path = self._path(self.cache_dir)
        text = json.dumps(content, ensure_ascii=False)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
                try:
                    file.write(f"{self._full_key}\n{_sum(text)}\n{text}")
                    file.close()
                    Path(file.name).replace(path)
                except OSError:
                    Path(file.name).unlink()
                    raise

    @property
    def _full_key(self) -> str:
        return f"{_FORM} {__version__} {self.key}"

    def _path(self, cache_dir: Path) -> Path:
        place = sha256(os.fsencode(self.folder.absolute())).hexdigest()[:16]
        return cache_dir / "packs" / f"{place}.json"


def _sum(content: str) -> str:
    """A disk may turn a bit that leaves the JSON valid."""
    return sha256(content.encode()).hexdigest()
