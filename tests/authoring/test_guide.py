"""The guide for authors: its examples are a pack that loads, and say all that packs can say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from digimaturity import paths
from digimaturity.commands import application
from digimaturity.commands.line import parse
from digimaturity.packs import LoadedPack, load_pack
from tests.authoring.books import translator

GUIDE = (paths.questionnaires_dir() / "AUTHORING.md").read_text("utf-8")


def examples() -> dict[str, str]:
    """The examples by the file that their first line names; those of one file are joined."""
    found: dict[str, str] = {}
    for block in re.findall(r"```yaml\n(.+?)```", GUIDE, re.DOTALL):
        first, _, rest = block.partition("\n")
        assert first.startswith("# "), first
        found[first[2:]] = found.get(first[2:], "") + rest
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pack = tmp_path_factory.mktemp("guide") / "orders_check"
    for name, text in examples().items():
        path = (pack / name).resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return pack


def loaded(folder: Path) -> LoadedPack:
    found = load_pack(folder)
    assert [problem.sentence(translator()) for problem in found.problems] == []
    return found


def test_the_examples_make_a_pack(folder: Path) -> None:
    pack = loaded(folder).questionnaire
    assert pack is not None
    assert {question.kind.value for question in pack.by_id.values()} >= {
        "levels",
        "yes_no",
        "many_of",
        "number",
        "one_of",
    }
    assert pack.plans
    assert pack.strategy
    assert pack.index
    assert pack.decisions
    assert pack.profiles
    assert pack.glossary
    assert pack.areas[0].readings
    assert [measure.requires for measure in pack.measures] == [(), ("order_sheet",)]


def test_the_short_questionnaire_takes_its_questions_from_it(folder: Path) -> None:
    pack = loaded(folder.parent / "short").questionnaire
    assert pack is not None
    assert [question.id for question in pack.rated_questions] == ["orders.path", "orders.channels"]


def keys_of(schema: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from keys_of(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keys_of(value)


@pytest.mark.parametrize("name", ["pack", "pack-measures", "pack-selection", "pack-texts"])
def test_every_key_of_the_format_is_in_the_guide(name: str) -> None:
    schema = json.loads((paths.resources_dir() / "schemas" / f"{name}.schema.json").read_text())
    assert not {key for key in keys_of(schema) if not re.search(rf"\b{re.escape(key)}", GUIDE)}


def test_the_commands_of_the_guide_exist() -> None:
    commands = re.findall(r"(?:digimaturity |`)(pack [a-z-]+ [^`#\n]+)", GUIDE)
    assert len(commands) >= 6
    for command in commands:
        options = parse(command.split(), translator())
        assert options.run is not application.application
