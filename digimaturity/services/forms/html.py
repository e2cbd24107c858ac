"""A form as one HTML file that works in any browser, without a network."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import asdict
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from digimaturity.files import safe_name
from digimaturity.i18n import Translator
from digimaturity.packs.document import condition_document
from digimaturity.paths import resources_dir
from digimaturity.services.forms.html_words import html_words
from digimaturity.services.forms.identity import RETURN_FORMAT
from digimaturity.services.forms.model import Choice, Form, Grid, Item, Section
from digimaturity.services.forms.returned import SUFFIX
from digimaturity.tokens import Palette, Tokens, load_tokens

#: The script, in the order in which its parts need each other.
_SCRIPTS = (
    "canonical", "sha256", "conditions", "numbers", "answers", "keeping", "making", "choices",
    "questions", "decisions", "pages", "frame", "taking", "ends", "saving", "keys", "start",
)  # fmt: skip

#: Letters of firm and viewpoint in the name of a file.
_NAME = 80

#: Sizes of type are relative, so that they follow what the reader has set; a browser's own is 16.
_PIXELS = 16


def form_html(form: Form, t: Translator) -> str:
    """The whole file: questions, style and script; it can neither load nor send anything.

    What it gives back is a `returned.return_document`. The same form gives the same text.
    """
    folder, tokens = resources_dir() / "forms", load_tokens()
    style = _properties(tokens) + _read(folder / "form.css")
    script = '"use strict";\n' + "\n".join(_read(folder / f"{name}.js") for name in _SCRIPTS)
    return Template(_read(folder / "form.html")).substitute(
        language=escape(form.identity.language),
        title=escape(form.title),
        policy=_policy(script, style),
        style=style,
        without_script=escape(
            t(
                "This form needs a browser in which JavaScript may run. If you see it in a preview "
                "of an e-mail, save the file first, and then open it in a browser such as Firefox, "
                "Edge, Chrome or Safari."
            )
        ),
        data=_embedded(_document(form, t, tokens)),
        script=script,
    )


def _policy(script: str, style: str) -> str:
    """What the browser may do with the page: run this script and apply this style, nothing else."""
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _embedded(document: object) -> str:
    """JSON in which no HTML can begin or end, whatever people have written."""
    text = json.dumps(document, ensure_ascii=True, separators=(",", ":"))
    return text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# -- style ---------------------------------------------------------------------------------------


def _properties(tokens: Tokens) -> str:
    """The design's tokens as custom properties, light and dark."""
    sizes = {f"size-{name}": f"{px / _PIXELS}rem" for name, px in asdict(tokens.type.sizes).items()}
    family = f'"{tokens.type.family}", system-ui, "Segoe UI", Roboto, sans-serif'
    shared = {**sizes, "family": family, "radius": f"{tokens.space.radius}px"}
    light, dark = _block({**shared, **_colours(tokens.light)}), _block(_colours(tokens.dark))
    hue = ".hue { --hue: var(--dark, var(--neutral)); }"
    return (
        f":root {light}\n.hue {{ --hue: var(--light, var(--neutral)); }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {dark} {hue} }}\n"
    )


def _colours(palette: Palette) -> dict[str, str]:
    return {name.replace("_", "-"): colour for name, colour in asdict(palette).items()}


def _block(properties: dict[str, str]) -> str:
    return "{ " + " ".join(f"--{name}: {value};" for name, value in properties.items()) + " }"


# -- data ----------------------------------------------------------------------------------------


def _document(form: Form, t: Translator, tokens: Tokens) -> dict[str, Any]:
    """What the script reads: the form with its words."""
    return {
        "identity": form.identity.document,
        "format": RETURN_FORMAT,
        "title": form.title,
        "company": form.company,
        "person": form.person,
        "viewpoint": form.viewpoint,
        "levels": form.levels,
        "sections": [_section(section, tokens) for section in form.sections],
        "grid": _grid(form.grid) if form.grid else None,
        "code": form.identity.code,
        "file": _file_name(form),
        "recipient": form.back_to,
        "words": dict(html_words(t)),
    }


def _file_name(form: Form) -> str:
    """Told apart in one folder by firm, viewpoint and the form's number; no person is named."""
    short = safe_name(f"{form.company} - {form.viewpoint}")[:_NAME].strip(" .")
    return f"{short} {form.identity.code}{SUFFIX}"


def _section(section: Section, tokens: Tokens) -> dict[str, Any]:
    hue = section.hue
    palettes = (tokens.light, tokens.dark)
    return {
        "key": section.key,
        "name": section.name,
        "about": section.about,
        "group": section.group,
        "hue": hue and [palette.dimension(hue.id, hue.place) for palette in palettes],
        "items": [_item(item) for item in section.items],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": item.number,
        "kind": item.kind.value,
        "text": item.text,
        "why": item.why,
        "evidence": item.evidence,
        "choices": _choices(item.choices),
        "mayNotApply": item.may_not_apply,
        "unit": item.unit,
        "minimum": item.minimum,
        "maximum": item.maximum,
        "showIf": item.show_if and condition_document(item.show_if),
        "note": item.note,
        "comment": item.comment,
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "name": grid.name,
        "parts": _choices(grid.parts),
        "rows": _choices(grid.rows),
        "holders": _choices(grid.holders),
    }


def _choices(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    return [asdict(choice) for choice in choices]
