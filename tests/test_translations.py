"""The German catalogue: complete, up to date, with its source's placeholders, well typeset."""

from __future__ import annotations

import importlib.util
import re
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from digimaturity.cli import main

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "locale" / "de" / "LC_MESSAGES" / "digimaturity.po"

KEY = re.compile(r"&(\w)")


def tool() -> ModuleType:
    """The script that writes the catalogues."""
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "packaging" / "translations.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="de")


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return list(text) if isinstance(text, (list, tuple)) else [text or ""]


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    """Each English form with its German one."""
    return [
        pair
        for message in messages(catalogue)
        for pair in zip(forms(message.id), forms(message.string), strict=True)
    ]


def placeholders(text: str) -> list[str]:
    """Names in braces, and argparse's own after a per cent sign."""
    named = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    return sorted(named + re.findall(r"%(?:\(\w+\))?[rs]", text))


def test_the_program_reads_what_translators_wrote(catalogue: Catalog) -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert dict(pairs(compiled)) == dict(pairs(catalogue))


def test_it_holds_every_text_of_the_code_translated_and_no_other(catalogue: Catalog) -> None:
    of_the_code = {message.id for message in tool().extract() if message.id}
    assert {message.id for message in messages(catalogue)} == of_the_code
    assert [m.id for m in messages(catalogue) if m.fuzzy or not all(forms(m.string))] == []


def test_texts_are_found_wherever_they_are_called_for() -> None:
    source = """
t("plain"); self._t("of a widget"); print(f"{t('in a text')}: {w.t.plural('one', 'many', n)}")
self._translator()("of another language"); t(given); other("not a text")
"""
    assert set(tool().texts_of(source)) == {
        ("plain",),
        ("of a widget",),
        ("in a text",),
        ("one", "many"),
        ("of another language",),
    }


def test_one_text_has_one_plural() -> None:
    # gettext looks a plural up by its singular alone.
    plurals: dict[str, set[tuple[str, ...]]] = {}
    for file in (ROOT / "digimaturity").rglob("*.py"):
        for texts in tool().texts_of(file.read_text(encoding="utf-8")):
            plurals.setdefault(texts[0], set()).add(texts)
    assert {one: many for one, many in plurals.items() if len(many) > 1} == {}


def test_placeholders_are_those_of_the_source(catalogue: Catalog) -> None:
    # German has one and many as English has; its "one" may leave the number out, or name it.
    faults = [
        (english, german)
        for english, german in pairs(catalogue)
        if placeholders(german) != placeholders(english)
    ]
    assert faults == []


def test_german_quotation_marks_pair(catalogue: Catalog) -> None:
    def well_quoted(english: str, german: str) -> bool:
        marks = re.findall("[„“]", german)
        return (
            "”" not in german
            and marks == ["„", "“"] * (len(marks) // 2)
            and len(marks) >= 2 * english.count("“")
            and german.count('"') == english.count('"')
        )

    assert [pair for pair in pairs(catalogue) if not well_quoted(*pair)] == []


def test_no_stray_spaces(catalogue: Catalog) -> None:
    stray = re.compile(r"^\s|\s$|\s\s|\s[,;:.!?](?!\w)|\s\)|\(\s")
    # argparse's "usage: " ends with one.
    assert [de for en, de in pairs(catalogue) if stray.search(de) and not stray.search(en)] == []


def test_sentences_end_as_in_the_source(catalogue: Catalog) -> None:
    def end(text: str) -> str:
        return "".join(re.findall(r"[.:?!…]$", text))

    assert [pair for pair in pairs(catalogue) if end(pair[0]) != end(pair[1])] == []


def test_readers_are_addressed_formally_and_in_german(catalogue: Catalog) -> None:
    informal = re.compile(r"\b([Dd]u|[Dd]ir|[Dd]ich|[Dd]ein(e[mnrs]?)?)\b")
    english = re.compile(r"\b(the|and|with|your?|Assessment|Workspace|Level|Score|Benchmark)\b")
    faults = [
        german
        for _, german in pairs(catalogue)
        if informal.search(german) or english.search(german)
    ]
    assert faults == []


def test_keys_differ_on_every_page_where_the_english_ones_do(catalogue: Catalog) -> None:
    pages: dict[tuple[str, str], set[str]] = {}
    for message in messages(catalogue):
        keys = [KEY.findall(text.lower()) for text in (*forms(message.id), *forms(message.string))]
        assert len({len(found) for found in keys}) == 1, message.id
        for page, _ in message.locations if keys[0] else ():
            pages.setdefault((page, keys[-1][0]), set()).add(keys[0][0])
    assert {place: english for place, english in pages.items() if len(english) > 1} == {}


@pytest.mark.parametrize("command", [(), ("report",), ("pack", "check")])
def test_the_command_line_helps_in_german_throughout(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", "de", *command, "--help"])
    text = capsys.readouterr().out
    assert text.startswith("Aufruf: ")
    assert not re.search(r"usage|options:|arguments|show|exit", text)


def test_the_command_line_refuses_in_german(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", "de", "pack", "check"])
    assert "diese Argumente fehlen: ORDNER" in capsys.readouterr().err


def test_what_asks_for_more_ends_in_one_sign_and_not_in_three_points(catalogue: Catalog) -> None:
    texts = [text for message in catalogue for text in (message.id, message.string)]
    flat = [part for text in texts for part in ([text] if isinstance(text, str) else text or ())]
    assert any(text.endswith(" …") for text in flat)
    assert not [text for text in flat if "..." in text or re.search(r"\S…$", text)]
