"""Bring the catalogues up to date with the code and compile them, always to the same bytes.

`translations.py` writes; `translations.py --check` writes nothing, names what is not up to date,
not translated or has other placeholders than its source, and ends with 1.
"""

from __future__ import annotations

import ast
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("de",)
#: How many texts the first arguments of a call by that name are.
KEYWORDS = {"t": 1, "_t": 1, "_translator": 1, "plural": 2}
#: What argparse says by itself; the command line lets it look into our catalogue.
ARGPARSE = (
    "%(heading)s:",
    "ambiguous option: %(option)s could match %(matches)s",
    "argument %(argument_name)s: %(message)s",
    "expected at least one argument",
    "expected one argument",
    "ignored explicit argument %r",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "not allowed with argument %s",
    "options",
    "positional arguments",
    "show this help message and exit",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "usage: ",
)
KEPT_HEADERS = {
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
}


class SteadyCatalog(Catalog):
    """A catalogue whose head names neither day nor tool, so that equal texts are equal bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head without what changes from run to run."""
        return [pair for pair in super().mime_headers if pair[0] in KEPT_HEADERS]


def main(arguments: list[str]) -> int:
    """Write the catalogues, or check them with `--check`; return 1 where something is wrong."""
    template = extract()
    check = arguments == ["--check"]
    faults: list[str] = []
    for language in LANGUAGES:
        po = LOCALE / language / "LC_MESSAGES" / "digimaturity.po"
        catalog = updated(po, language, template)
        for path, content in ((po, po_bytes(catalog)), (po.with_suffix(".mo"), mo_bytes(catalog))):
            if check and (not path.is_file() or path.read_bytes() != content):
                faults.append(f"{path.relative_to(ROOT)}: not up to date; run `make translations`")
            elif not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        faults += [f"{language}: {fault}" for fault in problems(catalog)]
    print("\n".join(faults) if faults else "All texts are translated.")
    return 1 if faults else 0


def extract() -> Catalog:
    """Return all texts of the code and of argparse, each with the files that it stands in."""
    template = Catalog(project="digimaturity", charset="utf-8")
    for text in ARGPARSE:
        template.add(text, None, [("argparse", 0)])
    for file in sorted((ROOT / "digimaturity").rglob("*.py")):
        place = [(file.relative_to(ROOT).as_posix(), 0)]
        for texts in texts_of(file.read_text(encoding="utf-8")):
            template.add(texts if len(texts) > 1 else texts[0], None, place)
    return template


def texts_of(source: str) -> Iterator[tuple[str, ...]]:
    """Yield the texts that a module has translated; also those within f-strings."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        wanted = KEYWORDS.get(_name(node.func), 0)
        texts = tuple(
            argument.value
            for argument in node.args[:wanted]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        )
        if texts and len(texts) == wanted:
            yield texts


def _name(function: ast.expr) -> str:
    """Return what is called: `t` in `t(…)` and `self.t(…)`, `_translator` in `_translator()(…)`."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=inner):
            return _name(inner)
    return ""


def updated(po: Path, language: str, template: Catalog) -> Catalog:
    """Return the catalogue of `po` with exactly the texts of `template`."""
    known = Catalog(locale=language)
    if po.is_file():
        with po.open("rb") as file:
            known = read_po(file, locale=language)
    known.update(template, no_fuzzy_matching=True, update_creation_date=False)
    steady = SteadyCatalog(
        locale=language, project="digimaturity", version="", charset="utf-8", fuzzy=False
    )
    steady.header_comment = "# Texts of digimaturity. Written by `make translations`."
    for message in known:
        if message.id:
            # Placeholders stand in braces; "100 % of" only looks like a format of another kind.
            message.flags.discard("python-format")
            steady[message.id] = message
    return steady


def po_bytes(catalog: Catalog) -> bytes:
    """Return the text file that translators edit."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """Return the file that the program reads."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def problems(catalog: Catalog) -> Iterator[str]:
    """Name the texts that are not translated or whose placeholders differ from their source."""
    for message in catalog:
        if not message.id:
            continue
        sources, targets = _forms(message.id), _forms(message.string)
        if message.fuzzy or not targets or not all(targets):
            yield f"not translated: {sources[0]!r}"
        elif any(not _fits(message, target) for target in targets):
            yield f"placeholders differ: {sources[0]!r}"


def _fits(message: Message, target: str) -> bool:
    # A singular may say "one" instead of its number, so any form's placeholders will do.
    return _placeholders(target) in [_placeholders(source) for source in _forms(message.id)]


def _forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    if isinstance(text, (list, tuple)):
        return list(text)
    return [text] if text else []


def _placeholders(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:  # a lone brace: a text without placeholders, or a slip that shows here
        return {text}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
