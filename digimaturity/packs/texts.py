"""The text files of a language, read as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem


@dataclass(slots=True)
class LanguageTexts:
    """All texts of one language: section -> key -> node.

    `files` are the roots of its files by name; `partial` tells that a file could not be read, so
    that nobody can say what is missing.
    """

    language: str
    files: dict[str, Node] = field(default_factory=dict)
    sections: dict[str, dict[str, Node]] = field(default_factory=dict)
    level_names: Node | None = None
    partial: bool = False

    def entry(self, section: str, key: str) -> Node | None:
        """The texts of one thing."""
        return self.sections.get(section, {}).get(key)

    def plain(self) -> dict[str, Any]:
        """The texts without places."""
        return {
            "level_names": None if self.level_names is None else self.level_names.plain(),
            **{
                section: {key: node.plain() for key, node in entries.items()}
                for section, entries in self.sections.items()
            },
        }


def merged(language: str, files: Mapping[str, Node]) -> tuple[LanguageTexts, list[Problem]]:
    """Merge the files of a language; a text that stands in two of them is a fault."""
    texts = LanguageTexts(language, dict(files))
    problems: list[Problem] = []
    for root in files.values():
        for section, node in root.fields().items():
            if section == "level_names":
                problems += _repeated([texts.level_names, node], section)
                texts.level_names = texts.level_names or node
                continue
            entries = texts.sections.setdefault(section, {})
            for key, entry in node.fields().items():
                problems += _repeated([entries.get(key), entry], f"{section}.{key}")
                entries.setdefault(key, entry)
    return texts, problems


def _repeated(nodes: Iterable[Node | None], key: str) -> list[Problem]:
    first, second = nodes
    if first is None or second is None:
        return []
    return [second.problem("text.duplicate", key=key, file=first.file, first=first.line)]
