"""What a pack says, without its files: the structure, the measures, the texts by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from digimaturity.packs.folder import PACK, PackFolder
from digimaturity.packs.nodes import parse_yaml

#: A mapping as YAML and JSON know it.
Fields = dict[str, Any]


@dataclass(slots=True)
class Content:
    """`texts` maps languages to sections, and sections to entries by id."""

    structure: Fields = field(default_factory=dict)
    measures: list[Fields] = field(default_factory=list)
    texts: dict[str, Fields] = field(default_factory=dict)

    @property
    def languages(self) -> list[str]:
        """The languages of the pack."""
        return list(self.structure.get("languages", ()))

    @property
    def selects(self) -> bool:
        """Whether it takes its questions from another pack."""
        return "of" in self.structure


def plain_files(folder: PackFolder) -> dict[str, Any]:
    """What each file of a faultless pack says, in the one form that files are compared in."""
    found: dict[str, Any] = {}
    for name, data in folder.files.items():
        root = parse_yaml(data, name).root
        plain = root.plain() if root else {}
        found[name] = tidy(plain, texts=name != PACK and name not in folder.measures())
    return found


def tidy(plain: Any, *, texts: bool = False) -> Any:  # noqa: ANN401 - JSON values
    """The same without what says nothing: spaces around texts, the kind that is meant anyway."""
    if isinstance(plain, dict):
        return {
            key: tidy(value, texts=texts)
            for key, value in plain.items()
            if texts or (key, value) != ("kind", "levels")
        }
    if isinstance(plain, list):
        return [tidy(value, texts=texts) for value in plain]
    return plain.strip() if texts and isinstance(plain, str) else plain


def content_of(folder: PackFolder) -> Content:
    """What the files of a faultless pack say together."""
    files = plain_files(folder)
    content = Content(structure=files[PACK])
    for name in folder.measures():
        content.measures += files[name]["measures"]
    names = folder.languages()
    for language in content.languages:
        merged: Fields = {}
        for name in names.get(language, ()):
            _merge(merged, files[name])
        content.texts[language] = merged
    return content


def _merge(texts: Fields, more: Mapping[str, Any]) -> None:
    for section, entries in more.items():
        if isinstance(entries, dict):
            texts.setdefault(section, {}).update(entries)
        else:
            texts[section] = entries
