"""The settings as they are now, written to their file with each change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from digimaturity import paths
from digimaturity.errors import UserError
from digimaturity.settings import Settings, save_settings

#: After one of these has changed, the window looks different.
_LOOKS = ("language", "appearance", "text_size", "mode", "alias")


class KeptSettings:
    """`now` are the settings; a language for this start alone goes before the one that is set.

    `failed` is told when they cannot be written; they count until the program ends all the same.
    """

    def __init__(
        self, settings: Settings, language: str, failed: Callable[[UserError], None]
    ) -> None:
        self.now = settings
        self._language, self._failed = language, failed

    @property
    def language(self) -> str:
        """The code of the language to speak, "" for the system's."""
        return self._language or self.now.language

    def change(self, **values: object) -> bool:
        """Change settings and keep them; returns whether the window looks different now."""
        before = self.now
        self.keep(replace(before, **values))  # type: ignore[arg-type]  # of a field's own type each
        if "language" in values:
            self._language = ""
        return any(getattr(before, name) != getattr(self.now, name) for name in _LOOKS)

    def keep(self, settings: Settings) -> None:
        """Have these settings from now on."""
        self.now = settings
        try:
            self.remember(settings)
        except UserError as error:
            self._failed(error)

    def remember(self, settings: Settings) -> None:
        """Have them from now on, once they are on the disk.

        Raises:
            UserError: They cannot be written; those from before hold.
        """
        save_settings(paths.config_dir(), settings)
        self.now = settings
