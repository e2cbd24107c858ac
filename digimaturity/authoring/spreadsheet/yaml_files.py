"""The content of a pack as YAML files: new ones, or those of a folder with what has changed.

In files that change, comments and the order of the parts stay; long lines may be wrapped anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from io import BytesIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from digimaturity.authoring.spreadsheet.content import tidy
from digimaturity.authoring.spreadsheet.lines import written
from digimaturity.packs.nodes import parse_yaml

#: The longest line of texts; files without texts keep their lines, however long.
_WIDTH, _ANY_WIDTH = 110, 4096
#: Lists and mappings of so few short values stand on one line.
_SHORT = 60
#: Texts that need no quotes, whatever reads them; ruamel quotes some of them all the same.
_PLAIN = re.compile(r"[^\W_][\w .,;()’“”„?!%/–…+&€-]*")
#: What tells the entries of a list apart.
_NAMES = ("id", "code", "area", "question")


def new_file(content: Mapping[str, Any]) -> bytes:
    """A file that says `content`."""
    readable = _trimmed(_dumped(_node(dict(content)), _yaml(), b""))
    if says(readable, content):
        return readable
    return "".join(f"{line}\n" for line, _ in written(dict(content))).encode()


def changed_file(data: bytes, old: Mapping[str, Any], new: Mapping[str, Any]) -> bytes:
    """The file `data`, which says `old`, changed so that it says `new`."""
    yaml = _yaml(data, _WIDTH if _speaks(new) else _ANY_WIDTH)
    try:
        root = yaml.load(data)
        _update(root, old, new)
        changed = _dumped(root, yaml, data)
    except (YAMLError, LookupError, TypeError, ValueError, AttributeError):
        return new_file(new)
    return next((text for text in (_trimmed(changed), changed) if says(text, new)), new_file(new))


def says(data: bytes, content: Any) -> bool:  # noqa: ANN401 - JSON values
    """Whether a file says `content`, in the same order."""
    reading = parse_yaml(data, "")
    if reading.root is None or reading.problems:
        return False
    plain = reading.root.plain()
    return any(_same(tidy(plain, texts=texts), content) for texts in (True, False))


def _trimmed(data: bytes) -> bytes:
    """Without the spaces that are left at the ends of wrapped lines."""
    return re.sub(rb"[ \t]+(?=\r?\n)", b"", data)


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - JSON values
    return bool(one == other) and repr(one) == repr(other)


def _speaks(content: Mapping[str, Any]) -> bool:
    """Whether it is a file of texts."""
    return "format" not in content and not isinstance(content.get("measures"), list)


def _yaml(data: bytes = b"", width: int = _WIDTH) -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = width
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    flat = any(
        line.startswith(b"- ")
        or (line.lstrip().startswith(b"- ") and _indent(line) == _indent(above))
        for above, line in zip(data.splitlines(), data.splitlines()[1:], strict=False)
        if above.rstrip().endswith(b":")
    )
    yaml.indent(mapping=2, sequence=2 if flat else 4, offset=0 if flat else 2)
    return yaml


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip())


def _dumped(root: Any, yaml: YAML, before: bytes) -> bytes:  # noqa: ANN401 - ruamel's nodes
    buffer = BytesIO()
    yaml.dump(root, buffer)
    data = buffer.getvalue()
    return data.replace(b"\n", b"\r\n") if b"\r\n" in before else data


def _node(value: Any) -> Any:  # noqa: ANN401 - JSON values
    """The value as ruamel writes it; short ones without texts on one line."""
    node: CommentedMap | CommentedSeq
    if isinstance(value, dict):
        node = CommentedMap((key, _node(own)) for key, own in value.items())
    elif isinstance(value, list):
        node = CommentedSeq(_node(own) for own in value)
    else:
        return _quoted(value) if isinstance(value, str) and not _PLAIN.fullmatch(value) else value
    if _is_short(value):
        node.fa.set_flow_style()
    return node


def _quoted(text: str) -> str:
    kind: type[str] = DoubleQuotedScalarString if "\n" in text else SingleQuotedScalarString
    return kind(text)


def _is_short(value: Any) -> bool:  # noqa: ANN401 - JSON values
    text = repr(value)
    return len(text) <= _SHORT and not any(mark in text[1:] for mark in "[{")


def _update(node: Any, old: Any, new: Any) -> None:  # noqa: ANN401 - ruamel's nodes
    if isinstance(new, dict):
        _update_mapping(node, old, new)
    else:
        _update_list(node, old, new)


def _update_mapping(node: CommentedMap, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    for key in [key for key in node if key not in new]:
        del node[key]
    for place, (key, value) in enumerate(new.items()):
        if key not in node:
            node.insert(place, key, _node(value))
        elif not _same(old.get(key), value):
            _replace(node, key, old.get(key), value)
    if list(node) != list(new):
        for key in new:
            node.move_to_end(key)


def _replace(node: Any, key: Any, old: Any, new: Any) -> None:  # noqa: ANN401 - ruamel's nodes
    if type(old) is type(new) and isinstance(new, dict | list) and new:
        _update(node[key], old, new)
    else:
        node[key] = _node(new)


def _update_list(node: CommentedSeq, old: list[Any], new: list[Any]) -> None:
    matcher = SequenceMatcher(None, _names(old), _names(new), autojunk=False)
    # From the end, so that the places before stay what they are.
    for tag, first, last, start, stop in reversed(matcher.get_opcodes()):
        common = min(last - first, stop - start) if tag in ("equal", "replace") else 0
        for place in range(last - 1, first + common - 1, -1):
            del node[place]
        for place in range(start + common, stop):
            node.insert(first + common + place - start - common, _node(new[place]))
        for step in range(common):
            if not _same(old[first + step], new[start + step]):
                _replace(node, first + step, old[first + step], new[start + step])


def _names(items: list[Any]) -> list[str]:
    return [_name(item) for item in items]


def _name(item: Any) -> str:  # noqa: ANN401 - JSON values
    if isinstance(item, dict):
        for key in _NAMES:
            if isinstance(item.get(key), str):
                return str(item[key])
    return repr(item)
