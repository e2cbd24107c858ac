"""Keys as they stand on the user's keyboard."""

from __future__ import annotations

from digimaturity.i18n import Translate


def shown_key(key: str, t: Translate) -> str:
    """A key such as ``Ctrl+Z`` by the names that keyboards of this language bear."""
    names = {
        "Ctrl": t("Ctrl"),
        "Shift": t("Shift"),
        "Enter": t("Enter"),
        "Space": t("Space"),
        "PgUp": t("PgUp"),
        "PgDown": t("PgDn"),
        "Del": t("Del"),
        "Backspace": t("Backspace"),
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
        "Y": t("Y") if key == "Y" else "Y",  # alone it stands for a word
    }
    return "+".join(names.get(part, part) for part in key.split("+"))
