"""The sheets of a workbook: which columns each has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
from digimaturity.authoring.spreadsheet.tables import MIDDLE, WIDE, Field, Table, repeated, said
from digimaturity.domain.catalogue import CostBand, Role
from digimaturity.domain.questionnaire import Drive, Kind, Leadership, Viewpoint
from digimaturity.i18n import Translate
from digimaturity.packs.sizes import SIZES
from digimaturity.report.viewpoint_words import viewpoint_names

#: So many columns of levels and steps are always there; a pack may have more.
LEVELS, STEPS = 5, 3


def pack_table(t: Translate) -> Table:
    """What there is once in a pack: a row a setting, values or texts."""
    return Table(
        "setting",
        t("Pack"),
        (
            Field("setting", t("Setting"), TEXT, width=MIDDLE),
            Field("value", t("Value"), EXACT, width=MIDDLE),
            said("text", t("Text")),
            Field("note", t("What it is"), TEXT, width=WIDE),
        ),
    )


def selection_table(t: Translate) -> Table:
    """The questions that a short questionnaire takes from another pack."""
    return Table("chosen", t("Selection"), (Field("chosen", t("Question"), TEXT, width=WIDE),))


def areas_table(t: Translate) -> Table:
    """Dimensions, each followed by its areas."""
    return Table(
        "area",
        t("Areas"),
        (
            Field("area", t("Id"), TEXT, ("id",), MIDDLE),
            Field("part", t("Dimension or area"), choice("dimension", "area")),
            Field("weight", t("Weight"), NUMBER, ("weight",)),
            said("name", t("Name"), width=MIDDLE),
            said("about", t("What it is about")),
        ),
    )


def questions_table(t: Translate, levels: int = LEVELS) -> Table:
    """A question a row, with its anchors side by side."""
    return Table(
        "question",
        t("Questions"),
        (
            Field("question", t("Id"), TEXT, ("id",), MIDDLE),
            Field("part", t("Belongs to"), choice("area", "strategy", "plan", "fact")),
            Field("of", t("Area or element"), TEXT, width=MIDDLE),
            Field("kind", t("Kind"), choice(*Kind), ("kind",)),
            said("text", t("Question")),
            *(repeated("level", t("Level"), number) for number in range(1, levels + 1)),
            said("why", t("Why this matters")),
            said("evidence", t("What to look at")),
            said("talk", t("To talk about")),
            *(
                said(f"for {view}", title, "wordings", str(view))
                for view, title in _views(t, t("Asked of {viewpoint}")).items()
            ),
            Field("show if", t("Shown only if"), CONDITION, ("show_if",), MIDDLE),
            Field("may not apply", t("May not apply"), YES_NO, ("may_not_apply",)),
            Field("viewpoints", t("Who is asked"), WORDS, ("viewpoints",), MIDDLE),
            Field("drive", t("Drive"), choice(*Drive), ("drive",)),
            Field("weight", t("Weight"), NUMBER, ("weight",)),
            Field("unit", t("Unit"), TEXT, ("unit",)),
            Field("minimum", t("Smallest number"), NUMBER, ("minimum",)),
            Field("maximum", t("Largest number"), NUMBER, ("maximum",)),
            Field("number of levels", t("Number of levels"), NUMBER, ("levels",)),
            Field("sources", t("Sources"), WORDS, ("sources",), MIDDLE),
            Field("replaces", t("Earlier ids"), WORDS, ("replaces",), MIDDLE),
        ),
        "questions",
    )


def options_table(t: Translate) -> Table:
    """What can be chosen, an option a row."""
    return Table(
        "option of",
        t("Options"),
        (
            Field("option of", t("Question"), TEXT, width=MIDDLE),
            Field("option", t("Id"), TEXT, ("id",), MIDDLE),
            Field("points", t("Points"), NUMBER, ("points",)),
            said("text", t("Text")),
        ),
    )


def measures_table(t: Translate, steps: int = STEPS) -> Table:
    """A measure a row."""
    roles, cost = _views(t, "{viewpoint}"), choice(*CostBand)
    return Table(
        "measure",
        t("Measures"),
        (
            Field("measure", t("Id"), TEXT, ("id",), MIDDLE),
            said("title", t("Title")),
            said("what", t("What to do")),
            *(
                said(f"at {size}", t("With {size} employees", size=size), "at_size", size)
                for size in SIZES
            ),
            *(repeated("step", t("Step"), number) for number in range(1, steps + 1)),
            said("kpi", t("Figure")),
            said("pitfall", t("Pitfall")),
            Field("lifts", t("Lifts"), LIFTS, ("lifts",), 36),
            Field("requires", t("Comes after"), WORDS, ("requires",), MIDDLE),
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
            *_by_size("weeks", lambda size: t("Weeks, {size} employees", size=size), NUMBER),
            *_by_size("cost", lambda size: t("Cost, {size} employees", size=size), cost),
            Field("gap questions", t("Gap: questions"), WORDS, ("gap_rule", "questions"), MIDDLE),
            Field("gap areas", t("Gap: areas"), WORDS, ("gap_rule", "areas"), MIDDLE),
            Field("gap points", t("Gap: points"), NUMBER, ("gap_rule", "gap_at_least")),
            Field("gap factor", t("Gap: factor"), NUMBER, ("gap_rule", "factor")),
            Field("sources", t("Sources"), WORDS, ("sources",), MIDDLE),
        ),
        "measures",
    )


def index_table(t: Translate) -> Table:
    """The items of a published index."""
    return Table(
        "item",
        t("Index"),
        (
            Field("item", t("Code"), EXACT, ("code",), MIDDLE),
            said("name", t("Name")),
            Field("yes if", t("Yes if"), CONDITION, ("yes_if",), WIDE),
        ),
        "index",
    )


def decisions_table(t: Translate) -> Table:
    """The kinds of decision."""
    return Table(
        "decision",
        t("Decisions"),
        (
            Field("decision", t("Id"), TEXT, width=MIDDLE),
            said("name", t("Name")),
            said("it only", t("Advice if IT alone holds it"), "advice", "it_only"),
            said(
                "business only",
                t("Advice if the departments alone hold it"),
                "advice",
                "business_only",
            ),
            said("nobody", t("Advice if nobody holds it"), "advice", "nobody"),
        ),
        "decisions",
    )


def readings_table(t: Translate) -> Table:
    """What each level means for a dimension or an area, a level a row."""
    return Table(
        "reading of",
        t("Readings"),
        (
            Field("reading of", t("Id"), TEXT, width=MIDDLE),
            Field("part", t("Dimension or area"), choice("dimension", "area")),
            Field("level", t("Level"), NUMBER),
            said("text", t("Text"), width=70),
        ),
    )


def profiles_table(t: Translate) -> Table:
    """What each leadership profile means."""
    return Table(
        "profile",
        t("Profiles"),
        (
            Field("profile", t("Profile"), choice(*Leadership), width=MIDDLE),
            said("strengths", t("Strengths")),
            said("risks", t("Risks")),
            said("step", t("First step")),
        ),
        "profiles",
    )


def glossary_table(t: Translate) -> Table:
    """Technical terms."""
    return Table(
        "term",
        t("Glossary"),
        (
            Field("term", t("Id"), TEXT, width=MIDDLE),
            said("word", t("Word"), "term", width=MIDDLE),
            Field("forms", t("Other forms, one a line"), LINES, ("forms",), MIDDLE, localized=True),
            said("means", t("What it means"), width=70),
        ),
        "glossary",
    )


def _by_size(key: str, title: Callable[[str], str], codec: Codec) -> Iterator[Field]:
    """A column for each class of size."""
    return (Field(f"{key} {size}", title(size), codec, (key, size)) for size in SIZES)


def _views(t: Translate, pattern: str) -> dict[Viewpoint, str]:
    names = viewpoint_names(t)
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
