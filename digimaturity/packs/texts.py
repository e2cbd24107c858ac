"""The text files of a language, read as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem


@dataclass(slots=True)
class LanguageTexts:
    """All texts of one language: section -> key -> node; the names of the levels have no key.

    `files` are the roots of its files by name; `partial` tells that a file could not be read, so
    that nobody can say what is missing.
    """

    language: str
    files: dict[str, Node] = field(default_factory=dict)
    sections: dict[str, dict[str, Node]] = field(default_factory=dict)
    partial: bool = False

    def entry(self, section: str, key: str) -> Node | None:
        """The texts of one thing."""
        return self.sections.get(section, {}).get(key)

    def plain(self) -> dict[str, Any]:
        """The texts without places."""
        sections: dict[str, Any] = {
            section: {key: node.plain() for key, node in entries.items()}
            for section, entries in self.sections.items()
        }
        if "level_names" in sections:
            sections["level_names"] = sections["level_names"][""]
        return sections


def merged(language: str, files: Mapping[str, Node]) -> tuple[LanguageTexts, list[Problem]]:
    """Merge the files of a language; a text that stands in two of them is a fault."""
    texts = LanguageTexts(language, dict(files))
    problems: list[Problem] = []
    for root in files.values():
        for section, node in root.fields().items():
            entries = texts.sections.setdefault(section, {})
            for key, entry in (
                {"": node}.items() if section == "level_names" else node.fields().items()
            ):
                first = entries.setdefault(key, entry)
                if first is not entry:
                    name = f"{section}.{key}".rstrip(".")
                    details = {"key": name, "file": first.file, "first": first.line}
                    problems.append(entry.problem("text.duplicate", **details))
    return texts, problems
