"""The sheets of a workbook: which columns each has, and where in a pack their values belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digimaturity.authoring.spreadsheet.codecs import (
    CONDITION,
    EXACT,
    LIFTS,
    LINES,
    NUMBER,
    TEXT,
    WORDS,
    YES_NO,
    Codec,
    choice,
)
from digimaturity.domain.catalogue import CostBand, Role
from digimaturity.domain.questionnaire import Drive, Kind, Leadership, Viewpoint
from digimaturity.i18n import Translate
from digimaturity.packs.sizes import SIZES

#: Where a value stands within an entry.
Path = tuple[str | int, ...]

#: So many columns of levels and steps are always there; a pack may have more.
LEVELS, STEPS = 5, 3

_NARROW, _MIDDLE, _WIDE = 12, 24, 46
_REPEATED = re.compile(r"(level|step) ([1-9]\d?)")


@dataclass(frozen=True, slots=True)
class Field:
    """A value of an entry: its column's key and title, what may stand there, its `path`.

    A `localized` one has a column for each language, and stands in the texts. Without a path the
    sheet has a way of its own to use it.
    """

    key: str
    title: str
    codec: Codec
    path: Path = ()
    width: int = _NARROW
    localized: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the `key` stands in its first row, such as ``text de``."""

    key: str
    title: str
    field: Field
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet. `name`, the key of its first field, is how it is known again; `section` its texts.

    `title` is how the sheet is called. The first field is the id of the entry.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    section: str = ""

    def columns(self, languages: Sequence[str]) -> list[Column]:
        """The columns in these languages."""
        return [column for field in self.fields for column in _columns(field, languages)]

    def column(self, key: str, languages: Sequence[str]) -> Column | None:
        """The column of that key, also of a level or step beyond those always there."""
        known = {column.key: column for column in self.columns(languages)}
        if key in known:
            return known[key]
        base, _, language = key.rpartition(" ")
        match = _REPEATED.fullmatch(base)
        if match is None or language not in languages or f"{match[1]} 1 {language}" not in known:
            return None
        field = _repeated(match[1], match[1], int(match[2]))
        return Column(key, key, field, language)


def _columns(field: Field, languages: Sequence[str]) -> Iterator[Column]:
    if not field.localized:
        yield Column(field.key, field.title, field)
    else:
        for code in languages:
            yield Column(f"{field.key} {code}", f"{field.title} ({code})", field, code)


def _said(key: str, title: str, *path: str | int, width: int = _WIDE) -> Field:
    return Field(key, title, TEXT, path or (key,), width, localized=True)


def _repeated(name: str, title: str, number: int) -> Field:
    return _said(f"{name} {number}", f"{title} {number}", f"{name}s", number - 1)


def pack_table(t: Translate) -> Table:
    """What there is once in a pack: a row a setting, values or texts."""
    return Table(
        "setting",
        t("Pack"),
        (
            Field("setting", t("Setting"), TEXT, width=_MIDDLE),
            Field("value", t("Value"), EXACT, width=_MIDDLE),
            _said("text", t("Text")),
            Field("note", t("What it is"), TEXT, width=_WIDE),
        ),
    )


def selection_table(t: Translate) -> Table:
    """The questions that a short questionnaire takes from another pack."""
    return Table("chosen", t("Selection"), (Field("chosen", t("Question"), TEXT, width=_WIDE),))


def areas_table(t: Translate) -> Table:
    """Dimensions, each followed by its areas."""
    return Table(
        "area",
        t("Areas"),
        (
            Field("area", t("Id"), TEXT, ("id",), _MIDDLE),
            Field("part", t("Dimension or area"), choice("dimension", "area")),
            Field("weight", t("Weight"), NUMBER, ("weight",)),
            _said("name", t("Name"), width=_MIDDLE),
            _said("about", t("What it is about")),
        ),
    )


def questions_table(t: Translate, levels: int = LEVELS) -> Table:
    """A question a row, with its anchors side by side."""
    return Table(
        "question",
        t("Questions"),
        (
            Field("question", t("Id"), TEXT, ("id",), _MIDDLE),
            Field("part", t("Belongs to"), choice("area", "strategy", "plan", "fact")),
            Field("of", t("Area or element"), TEXT, width=_MIDDLE),
            Field("kind", t("Kind"), choice(*Kind), ("kind",)),
            _said("text", t("Question")),
            *(_repeated("level", t("Level"), number) for number in range(1, levels + 1)),
            _said("why", t("Why this matters")),
            _said("evidence", t("What to look at")),
            *(
                _said(f"for {view}", title, "wordings", str(view))
                for view, title in _views(t, t("Asked of {viewpoint}")).items()
            ),
            Field("show if", t("Shown only if"), CONDITION, ("show_if",), _MIDDLE),
            Field("may not apply", t("May not apply"), YES_NO, ("may_not_apply",)),
            Field("viewpoints", t("Who is asked"), WORDS, ("viewpoints",), _MIDDLE),
            Field("drive", t("Drive"), choice(*Drive), ("drive",)),
            Field("weight", t("Weight"), NUMBER, ("weight",)),
            Field("unit", t("Unit"), TEXT, ("unit",)),
            Field("minimum", t("Smallest number"), NUMBER, ("minimum",)),
            Field("maximum", t("Largest number"), NUMBER, ("maximum",)),
            Field("number of levels", t("Number of levels"), NUMBER, ("levels",)),
            Field("sources", t("Sources"), WORDS, ("sources",), _MIDDLE),
            Field("replaces", t("Earlier ids"), WORDS, ("replaces",), _MIDDLE),
        ),
        "questions",
    )


def options_table(t: Translate) -> Table:
    """What can be chosen, an option a row."""
    return Table(
        "option of",
        t("Options"),
        (
            Field("option of", t("Question"), TEXT, width=_MIDDLE),
            Field("option", t("Id"), TEXT, ("id",), _MIDDLE),
            Field("points", t("Points"), NUMBER, ("points",)),
            _said("text", t("Text")),
        ),
    )


def measures_table(t: Translate, steps: int = STEPS) -> Table:
    """A measure a row."""
    roles = _views(t, "{viewpoint}")
    return Table(
        "measure",
        t("Measures"),
        (
            Field("measure", t("Id"), TEXT, ("id",), _MIDDLE),
            _said("title", t("Title")),
            _said("what", t("What to do")),
            *(
                _said(f"at {size}", t("With {size} employees", size=size), "at_size", size)
                for size in SIZES
            ),
            *(_repeated("step", t("Step"), number) for number in range(1, steps + 1)),
            _said("kpi", t("Figure")),
            _said("pitfall", t("Pitfall")),
            Field("lifts", t("Lifts"), LIFTS, ("lifts",), 36),
            Field("requires", t("Comes after"), WORDS, ("requires",), _MIDDLE),
            Field("lead", t("Lead"), choice(*Role), ("lead",)),
            *(
                Field(
                    f"days {size} {role}",
                    t("Days {role}, {size} employees", role=title, size=size),
                    NUMBER,
                    ("effort", size, str(role)),
                )
                for size in SIZES
                for role, title in roles.items()
            ),
            *(
                Field(
                    f"weeks {size}",
                    t("Weeks, {size} employees", size=size),
                    NUMBER,
                    ("weeks", size),
                )
                for size in SIZES
            ),
            *(
                Field(
                    f"cost {size}",
                    t("Cost, {size} employees", size=size),
                    choice(*CostBand),
                    ("cost", size),
                )
                for size in SIZES
            ),
            Field("gap questions", t("Gap: questions"), WORDS, ("gap_rule", "questions"), _MIDDLE),
            Field("gap points", t("Gap: points"), NUMBER, ("gap_rule", "gap_at_least")),
            Field("gap factor", t("Gap: factor"), NUMBER, ("gap_rule", "factor")),
            Field("sources", t("Sources"), WORDS, ("sources",), _MIDDLE),
        ),
        "measures",
    )


def index_table(t: Translate) -> Table:
    """The items of a published index."""
    return Table(
        "item",
        t("Index"),
        (
            Field("item", t("Code"), EXACT, ("code",), _MIDDLE),
            _said("name", t("Name")),
            Field("yes if", t("Yes if"), CONDITION, ("yes_if",), _WIDE),
        ),
        "index",
    )


def decisions_table(t: Translate) -> Table:
    """The kinds of decision."""
    return Table(
        "decision",
        t("Decisions"),
        (Field("decision", t("Id"), TEXT, width=_MIDDLE), _said("name", t("Name"))),
        "decisions",
    )


def readings_table(t: Translate) -> Table:
    """What each level means for a dimension or an area, a level a row."""
    return Table(
        "reading of",
        t("Readings"),
        (
            Field("reading of", t("Id"), TEXT, width=_MIDDLE),
            Field("part", t("Dimension or area"), choice("dimension", "area")),
            Field("level", t("Level"), NUMBER),
            _said("text", t("Text"), width=70),
        ),
    )


def profiles_table(t: Translate) -> Table:
    """What each leadership profile means."""
    return Table(
        "profile",
        t("Profiles"),
        (
            Field("profile", t("Profile"), choice(*Leadership), width=_MIDDLE),
            _said("strengths", t("Strengths")),
            _said("risks", t("Risks")),
            _said("step", t("First step")),
        ),
        "profiles",
    )


def glossary_table(t: Translate) -> Table:
    """Technical terms."""
    return Table(
        "term",
        t("Glossary"),
        (
            Field("term", t("Id"), TEXT, width=_MIDDLE),
            _said("word", t("Word"), "term", width=_MIDDLE),
            Field(
                "forms", t("Other forms, one a line"), LINES, ("forms",), _MIDDLE, localized=True
            ),
            _said("means", t("What it means"), width=70),
        ),
        "glossary",
    )


def _views(t: Translate, pattern: str) -> dict[Viewpoint, str]:
    names = {
        Viewpoint.MANAGEMENT: t("Management"),
        Viewpoint.IT: t("IT"),
        Viewpoint.BUSINESS: t("Departments"),
    }
    return {view: pattern.format(viewpoint=name) for view, name in names.items()}


def tables(t: Translate, levels: int = LEVELS, steps: int = STEPS) -> tuple[Table, ...]:
    """The sheets of a whole pack, in order."""
    return (
        pack_table(t),
        areas_table(t),
        questions_table(t, levels),
        options_table(t),
        measures_table(t, steps),
        readings_table(t),
        profiles_table(t),
        glossary_table(t),
        index_table(t),
        decisions_table(t),
    )


def selection_tables(t: Translate) -> tuple[Table, ...]:
    """The sheets of a pack that takes its questions from another."""
    return (pack_table(t), selection_table(t))
