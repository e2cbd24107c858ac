"""The chapter of what is there: the projects that run, and the applications of the firm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from digimaturity.domain.roadmap.items import Verdict
from digimaturity.domain.roadmap.landscape import Landscape, landscape_of
from digimaturity.domain.roadmap.project_checks import Kind, Weight
from digimaturity.domain.roadmap.project_verdicts import Check, checks_of
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.domain.roadmap.uses import Field
from digimaturity.report.build.planning.room import ROOM, WIDTH
from digimaturity.report.landscape_map import fitting_map, map_words
from digimaturity.report.landscape_words import (
    Told,
    cost_words,
    coverage,
    findings,
    trend_words,
)
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.model.planning import Drawing, Lines, PlanChapter, PlanTable, Section
from digimaturity.report.project_words import (
    load_words,
    open_words,
    proposal_words,
    told,
    when_words,
)
from digimaturity.report.roadmap_words import euro_words, verdict_names
from digimaturity.report.use_words import field_names
from digimaturity.report.wording import Wording

KEY = "landscape"


def landscape_name(w: Wording) -> str:
    """What the chapter is called, by what was put down."""
    roadmap, t = w.roadmap, w.t
    if roadmap is None or not roadmap.book.systems:
        return t("Running projects")
    if not roadmap.book.projects:
        return t("Application landscape")
    return t("Projects and applications")


def has_landscape(w: Wording) -> bool:
    """Whether there is anything to tell."""
    return w.roadmap is not None and bool(w.roadmap.book.systems or w.roadmap.book.projects)


def landscape_chapter(w: Wording) -> PlanChapter | None:
    """The chapter; None where neither projects nor applications were put down."""
    roadmap = w.roadmap
    if roadmap is None or not has_landscape(w):
        return None
    landscape = landscape_of(roadmap.book)
    checks = checks_of(roadmap.book, roadmap.posed.problem, Quarter.of(w.context.day))
    found = findings(landscape, roadmap.book.projects, w.t)
    return PlanChapter(
        Chapter(KEY, landscape_name(w), _headline(w, roadmap, checks, found)),
        (),
        _intro(w, roadmap, landscape),
        tuple(_sections(w, roadmap, landscape, checks, found)),
    )


def _headline(
    w: Wording, roadmap: Roadmap, checks: Mapping[str, Check], found: tuple[Told, ...]
) -> str:
    t = w.t
    asked = sum(one.proposal.verdict is not Verdict.CONTINUE for one in checks.values())
    if asked:
        return t.plural(
            "One running project calls for a decision",
            "{n} running projects call for a decision",
            asked,
        )
    findings = [one.findings for one in checks.values()]
    if any(one.kind is Kind.OVERLOADS for told in findings for one in told):
        return t("What runs takes more time than there is")
    if found:
        return t.plural(
            "One thing stands out in the application landscape",
            "{n} things stand out in the application landscape",
            len(found),
        )
    if roadmap.book.systems:
        return t.plural(
            "One application, and nothing that stands out",
            "{n} applications, and nothing that stands out",
            len(roadmap.book.systems),
        )
    if any(one.weight is not Weight.OPEN for told in findings for one in told):
        return t("What runs goes on, once what was found is put right")
    return t("Nothing speaks against what runs")


def _intro(w: Wording, roadmap: Roadmap, landscape: Landscape) -> str:
    t, parts = w.t, []
    if roadmap.book.projects:
        parts.append(
            t(
                "Projects are checked for what makes them fail: an island bought without IT, the "
                "same thing twice, no owner, no figure to be seen by, no priority. What nobody "
                "knows never counts against a project."
            )
        )
    if roadmap.book.systems:
        parts.append(f"{cost_words(landscape, t)}.")
    return " ".join(parts)


def _sections(
    w: Wording,
    roadmap: Roadmap,
    landscape: Landscape,
    checks: Mapping[str, Check],
    found: tuple[Told, ...],
) -> Iterator[Section]:
    if roadmap.book.projects:
        yield _projects(w, roadmap, checks)
        yield from _found(w, roadmap, checks)
    if roadmap.book.systems:
        yield from _landscape(w, landscape, found)
        yield from _costs(w, landscape)


def _projects(w: Wording, roadmap: Roadmap, checks: Mapping[str, Check]) -> Section:
    t, deeds = w.t, verdict_names(w.t)
    rows = []
    for key, project in roadmap.book.projects.items():
        check = checks.get(key)
        proposed = deeds[check.proposal.verdict] if check else ""
        decided = deeds[project.verdict] if project.verdict else ""
        rows.append(
            (
                project.name,
                project.owner or t("nobody yet"),
                when_words(project, t),
                load_words(roadmap, project, t) or t("not known"),
                decided or (t("proposed: {verdict}", verdict=proposed) if proposed else ""),
            )
        )
    return Section(
        t("What runs"),
        t("The last column has what management decided; else what is proposed."),
        (
            PlanTable(
                t("Running projects"),
                (t("Project"), t("Owner"), t("When"), t("Takes"), t("Verdict")),
                (0.23, 0.18, 0.17, 0.27, 0.15),
                (False,) * 5,
                tuple(rows),
            ),
        ),
    )


def _found(w: Wording, roadmap: Roadmap, checks: Mapping[str, Check]) -> Iterator[Section]:
    t = w.t
    lines = []
    for key, check in checks.items():
        shown = told(roadmap, key, check, t)
        sure = [f"{one.head}: {one.words}" for one in shown if one.weight is not Weight.OPEN]
        said = [*sure, open_words(shown, t), proposal_words(roadmap, check.proposal, t)]
        if sure:
            name = roadmap.book.projects[key].name
            lines.append(Labelled(name, " ".join(_sentence(one) for one in said if one)))
    if lines:
        yield Section(t("What was found in the projects"), "", (Lines(tuple(lines)),))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _landscape(w: Wording, landscape: Landscape, found: tuple[Told, ...]) -> Iterator[Section]:
    t = w.t
    yield Section(
        t("The applications and what goes between them"),
        t("A line is an interface; whatever has none stands alone."),
        (Drawing(fitting_map(landscape, t, WIDTH, ROOM), map_words(landscape, t)),),
    )
    if found:
        lines = Lines(tuple(Labelled(one.head, one.words) for one in found))
        note = " ".join(coverage(landscape, t))
        yield Section(t("What stands out among the applications"), note, (lines,))


def _costs(w: Wording, landscape: Landscape) -> Iterator[Section]:
    t, costs, names = w.t, landscape.costs, field_names(w.t)
    if costs.year is None:
        return
    rows = tuple(
        (names[Field(one.key)], t.number(one.systems), euro_words(t, one.euros))
        for one in costs.by_field
    )
    yield Section(
        t("What the applications cost in {year}", year=costs.year),
        " ".join(trend_words(landscape, t)),
        (
            PlanTable(
                t("Cost by field"),
                (t("Field"), t("Applications"), t("Cost in {year}", year=costs.year)),
                (0.5, 0.2, 0.3),
                (False, True, True),
                rows,
            ),
        ),
    )
