"""Which file of a pack says what: the usual files of a new pack, or those of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from digimaturity.authoring.spreadsheet.content import Content, Fields, plain_files
from digimaturity.authoring.spreadsheet.yaml_files import changed_file, new_file
from digimaturity.packs.folder import MEASURES, PACK, PackFolder

#: The file of a section of texts where no other file has any of it.
_USUAL = {
    "questions": "questions.yaml",
    "measures": "measures.yaml",
    "dimension_readings": "readings.yaml",
    "area_readings": "readings.yaml",
    "profiles": "readings.yaml",
    "glossary": "glossary.yaml",
}
#: Their order is read; that of other texts says nothing.
_ORDERED = frozenset({"glossary"})
#: The order of the parts of pack.yaml.
_ORDER = (
    *("format", "id", "version", "languages", "licence", "of", "questions", "dimensions"),
    *("strategy", "plans", "facts", "index", "decisions"),
)


def new_files(content: Content) -> dict[str, bytes]:
    """The files of a new pack."""
    return {name: new_file(said) for name, said in _said(content, PackFolder({}), {}).items()}


def changed_files(content: Content, folder: PackFolder) -> dict[str, bytes | None]:
    """The files of `folder` that must change to say `content`; None for one that is to go."""
    before = plain_files(folder)
    after = _said(content, folder, before)
    found: dict[str, bytes | None] = {}
    for name, said in after.items():
        if name not in before:
            found[name] = new_file(said)
        elif repr(before[name]) != repr(_like(said, before[name])):
            found[name] = changed_file(folder.files[name], before[name], _like(said, before[name]))
    return found | {name: None for name in before if name not in after}


def _like(new: Any, old: Any) -> Any:  # noqa: ANN401 - JSON values
    """The new value with the keys of its mappings in the old order, as far as there is one."""
    if isinstance(new, dict) and isinstance(old, dict):
        keys = [*(key for key in old if key in new), *(key for key in new if key not in old)]
        return {key: _like(new[key], old.get(key)) for key in keys}
    if isinstance(new, list) and isinstance(old, list) and len(new) == len(old):
        return [_like(*pair) for pair in zip(new, old, strict=True)]
    return new


def _said(content: Content, folder: PackFolder, before: Mapping[str, Any]) -> dict[str, Fields]:
    """What each file says afterwards."""
    known = {key: content.structure[key] for key in _ORDER if key in content.structure}
    found: dict[str, Fields] = {PACK: known}
    found |= _measures(content, folder, before)
    for language in content.languages:
        found |= _texts(content, language, folder, before)
    return {name: said for name, said in found.items() if said}


def _measures(content: Content, folder: PackFolder, before: Mapping[str, Any]) -> dict[str, Fields]:
    homes = {m["id"]: name for name in folder.measures() for m in before[name]["measures"]}
    usual = next(iter(folder.measures()), MEASURES)
    chosen = _homes([measure["id"] for measure in content.measures], homes, usual)
    found: dict[str, Fields] = {}
    for measure in content.measures:
        found.setdefault(chosen[measure["id"]], {"measures": []})["measures"].append(measure)
    return found


def _texts(
    content: Content, language: str, folder: PackFolder, before: Mapping[str, Any]
) -> dict[str, Fields]:
    own = folder.languages()
    # A new language takes the files of the first one that is there.
    model = language if language in own else next(iter(own), language)
    homes: dict[str, dict[str, str]] = {}
    for name in own.get(model, ()):
        for section, entries in before[name].items():
            for key in entries if isinstance(entries, dict) else [""]:
                homes.setdefault(section, {})[key] = name.partition("/")[2]
    found: dict[str, Fields] = {}
    for section, entries in content.texts[language].items():
        keys = list(entries) if isinstance(entries, dict) else [""]
        there = homes.get(section, {})
        usual = next(iter(there.values()), _USUAL.get(section, PACK))
        chosen = _homes(keys, there, usual)
        for key in _sorted(section, keys, there):
            said = found.setdefault(f"{language}/{chosen[key]}", {})
            if key:
                said.setdefault(section, {})[key] = entries[key]
            else:
                said[section] = entries
    return found


def _sorted(section: str, keys: list[str], there: Iterable[str]) -> list[str]:
    """The keys as the files have them, each new one behind the one that it follows."""
    if section in _ORDERED:
        return keys
    found = [key for key in there if key in keys]
    known = set(found)
    for before, key in zip(["", *keys], keys, strict=False):
        if key not in known:
            place = found.index(before) + 1 if before in known else 0
            found.insert(place, key)
            known.add(key)
    return found


def _homes(keys: Iterable[str], homes: Mapping[str, str], usual: str) -> dict[str, str]:
    """The file of each entry; a new one goes where the one before it is."""
    found: dict[str, str] = {}
    last = usual
    for key in keys:
        last = homes.get(key, last)
        found[key] = last
    return found
