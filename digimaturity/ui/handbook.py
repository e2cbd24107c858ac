"""The handbook: which chapters it has, which one explains a page, and where words stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from digimaturity.i18n import LANGUAGES
from digimaturity.ui.matching import folded, search_key

#: The chapters in their order: the names of the files.
CHAPTERS = (
    "start",
    "answering",
    "viewpoints",
    "people",
    "open-answers",
    "results",
    "scores",
    "comparisons",
    "roadmap",
    "report",
    "history",
    "companies",
    "handing-over",
    "workshop",
    "presenting",
    "next-year",
    "workspace",
    "privacy",
    "keyboard",
    "glossary",
    "errors",
    "about",
)

#: Which chapter explains a page of the window.
CHAPTER_OF: Mapping[str, str] = {
    "welcome": "start",
    "company": "start",
    "new_assessment": "start",
    "last_plan": "next-year",
    "overview": "start",
    "people": "people",
    "make_forms": "people",
    "returned_forms": "people",
    "questionnaire": "answering",
    "results": "results",
    "roadmap": "roadmap",
    "workshop": "workshop",
    "report": "report",
    "history": "history",
    "contribution": "comparisons",
    "companies": "companies",
    "hand_over": "handing-over",
    "reminders": "companies",
    "client_package": "handing-over",
    "settings": "workspace",
    "help": "start",
    "trouble": "errors",
}

_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter in Markdown; its first line is its title."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.text.partition("\n")[0].removeprefix("# ").strip()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its parts, the first of which is what stands above the first heading."""
        found = list(_HEADING.finditer(self.text))
        ends = [one.start() for one in found[1:]] + [len(self.text)]
        return tuple(
            Section(self, one[2].strip(), search_key(self.text[one.start() : end]))
            for one, end in zip(found, ends, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chapter under its heading; `search` is what words are looked for in."""

    chapter: Chapter
    heading: str
    search: str


def found(query: str, chapters: Iterable[Chapter]) -> list[Section]:
    """The sections that have all words of the query; those that are called so come first."""
    words = folded(query).split()
    hits = [
        section
        for chapter in chapters
        for section in chapter.sections
        if all(f" {word}" in section.search for word in words)
    ]
    return sorted(
        hits,
        key=lambda section: not all(f" {word}" in search_key(section.heading) for word in words),
    )


def load(folder: Path, language: str) -> tuple[Chapter, ...]:
    """The chapters in that language, in English where there is none."""
    if language not in LANGUAGES:
        language = LANGUAGES[0]
    return tuple(
        Chapter(name, (folder / language / f"{name}.md").read_text(encoding="utf-8"))
        for name in CHAPTERS
    )


def chapter_of(page: str) -> str:
    """The chapter that explains a page of the window."""
    return CHAPTER_OF.get(page, CHAPTERS[0])


def filled(text: str, parts: Mapping[str, str]) -> str:
    """The text with ``{{name}}`` replaced by what only the running program knows."""
    for name, words in parts.items():
        text = text.replace("{{" + name + "}}", words)
    return text


def slug(heading: str) -> str:
    """How a link names a heading: ``scores.md#the-bounds``."""
    return re.sub(r"[^\w-]+", "-", heading.casefold()).strip("-")


def table(rows: Iterable[tuple[str, str]], head: tuple[str, str]) -> str:
    """Rows of two columns in Markdown."""
    lines = [f"| {head[0]} | {head[1]} |", "| --- | --- |"]
    lines += [f"| {one} | {escaped(other)} |" for one, other in rows]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Plain text for Markdown, nothing of which means anything there."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)
