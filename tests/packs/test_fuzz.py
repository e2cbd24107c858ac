"""Whatever stands in the files, there is a pack or there are problems, and never an exception."""

import json
from collections.abc import Iterator
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.packs import Problem, load_pack, questionnaire_from_document
from digimaturity.packs.compiling import compiled
from digimaturity.packs.folder import PackFolder, read_folder
from digimaturity.packs.nodes import parse_yaml
from tests.packs.conftest import SMALL

WHOLE = dict(read_folder(SMALL).files)
ENGLISH = Translator("en", NullTranslations())

#: Raise it for a long search; what was found once is a case of its own in the other tests.
EXAMPLES = 40

SNIPPETS = [
    *(
        b"",
        b"\n",
        b" ",
        b"\t",
        b":",
        b"- ",
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b"'",
        b"#",
        b"&a ",
        b"*a",
    ),
    *(b"|", b">", b"!x ", b"? ", b"---\n", b"...\n", b"%YAML 1.1\n", b"\x00", b"\xff", b"\xc2\x85"),
    *(b"null", b"true", b"-1", b"0", b"1e999", b"999999999999999999999", b".nan", b"2026-01-01"),
    *(
        b"\xef\xbb\xbf",
        "😀".encode(),
        b"id: ",
        b"show_if: ",
        b"{question: a, at_least: 1}",
        b"<<: ",
    ),
]

VALUES: list[object] = [
    *(None, True, False, 0, -1, 1.5, 10**15, "", " ", "x", "security.plan", "it", [], {}, [None]),
    *([[]], {"id": "x"}, {"question": "security.plan", "at_least": 2}, {"any": []}, {"not": {}}),
    *({"question": "fact.website", "equals": [1]}, ["x", "x"], "\n".join("ab"), {"": ""}),
]


def checked(files: dict[str, bytes]) -> tuple[Problem, ...]:
    questionnaire, problems = compiled(PackFolder(files))
    assert (questionnaire is None) == bool(problems)
    for problem in problems:
        lines = files.get(problem.file, b"").decode("utf-8", "replace").splitlines()
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.sentence(ENGLISH)
        json.dumps(dict(problem.details), allow_nan=False)
    return tuple(problems)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_changed_bytes(data: st.DataObject) -> None:
    files = dict(WHOLE)
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(files)))
        content = files[name]
        start = data.draw(st.integers(0, len(content)))
        length = data.draw(st.sampled_from([0, 0, 1, 2, 5, 20, 200]))
        snippet = data.draw(st.sampled_from(SNIPPETS) | st.binary(max_size=4))
        files[name] = content[:start] + snippet + content[start + length :]
    checked(files)


def places_in(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401 - any YAML
    if path:
        yield path
    if isinstance(tree, dict | list):
        children = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for key, child in children:
            yield from places_in(child, (*path, key))


TREES = {name: (parse_yaml(data, name).root) for name, data in WHOLE.items()}
PLACES = {name: list(places_in(root.plain())) for name, root in TREES.items() if root}


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_changed_trees(data: st.DataObject) -> None:
    files = dict(WHOLE)
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(PLACES)))
        root = parse_yaml(WHOLE[name], name).root
        assert root
        tree = root.plain()
        *way, last = data.draw(st.sampled_from(PLACES[name]))
        parent = tree
        for key in way:
            parent = parent[key]
        match data.draw(st.sampled_from(["replace", "delete", "rename"])):
            case "replace":
                parent[last] = data.draw(st.sampled_from(VALUES))
            case "delete":
                del parent[last]
            case _ if isinstance(parent, dict):
                parent[str(last) + data.draw(st.sampled_from(["", "s", ".x"]))] = parent.pop(last)
        files[name] = json.dumps(tree, ensure_ascii=False, indent=1).encode()
    checked(files)


def test_the_pack_itself_is_whole() -> None:
    assert checked(WHOLE) == ()


@pytest.mark.parametrize("links", [20, 400])
def test_long_chains_of_conditions(links: int) -> None:
    first = "\n".join(
        f"  - {{id: chain.q{i}, kind: yes_no, show_if: {{question: chain.q{i - 1}, equals: true}}}}"
        for i in range(1, links)
    )
    facts = f"facts:\n  - {{id: chain.q0, kind: yes_no}}\n{first}\n"
    files = {**WHOLE, "pack.yaml": WHOLE["pack.yaml"].replace(b"facts:\n", facts.encode())}
    texts = "".join(f"  chain.q{i}: {{text: Yes?}}\n" for i in range(links)).encode()
    for language in ("en", "de"):
        name = f"{language}/questions.yaml"
        files[name] = WHOLE[name] + texts
    problems = checked(files)
    assert {problem.code for problem in problems} <= {"condition.deep"}
    assert len(problems) == (links > 100)


def test_a_document_with_every_part_missing_once() -> None:
    document = load_pack(Path(SMALL)).document
    for path in places_in(document):
        tree = json.loads(json.dumps(document))
        parent = tree
        for key in path[:-1]:
            parent = parent[key]
        del parent[path[-1]]
        with suppress(UserError):
            questionnaire_from_document(tree)
