"""The cover, and the result on one page."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Area, Dimension
from digimaturity.domain.responses import State
from digimaturity.report.build_bars import (
    area_bar,
    bar_groups,
    bars_words,
    groups_words,
    scale,
    scale_words,
    statement_of_areas,
)
from digimaturity.report.build_benchmark import compared
from digimaturity.report.build_measures import measure_table
from digimaturity.report.headlines import (
    inline,
    overall_headline,
    strongest_dimension,
    weakest_dimension,
)
from digimaturity.report.model.front import Cover
from digimaturity.report.model.parts import Chapter, Finding, Findings, KeyFigure, Labelled
from digimaturity.report.model.results import DimensionBlock, Summary
from digimaturity.report.peers import country_name, section_name
from digimaturity.report.wording import Wording

#: So many measures stand on the summary page.
_FIRST = 5


def cover(w: Wording) -> Cover:
    """The first page."""
    t, context = w.t, w.context
    groups = bar_groups(w)
    sender = (
        Labelled(context.organisation or context.mentor, context.mentor)
        if (context.organisation or context.mentor)
        else None
    )
    areas = len(w.evaluation.questionnaire.areas)
    return Cover(
        t("Sample report") if context.sample else "",
        sender,
        w.company,
        t("Digital readiness assessment {year}", year=context.day.year),
        groups,
        groups_words(w, groups),
        t(
            "The {n} areas of this assessment. The height of a bar is its score from 0 to 100, the "
            "bands are the levels 1 to 5, and the figure beside a name is the score of that "
            "dimension.",
            n=areas,
        ),
        _cover_facts(w),
        _cover_notes(w),
    )


def _cover_facts(w: Wording) -> tuple[Labelled, ...]:
    t, questionnaire = w.t, w.evaluation.questionnaire
    counts = [
        t.plural("{n} question", "{n} questions", len(questionnaire.rated_questions)),
        t.plural("{n} fact", "{n} facts", len(questionnaire.facts)) if questionnaire.facts else "",
    ]
    return (
        Labelled(t("Company"), _company_line(w)),
        Labelled(t("Assessed"), t.date(w.context.day)),
        Labelled(t("Who took part"), _respondents(w)),
        Labelled(
            t("Questionnaire"),
            t(
                "{name}, version {version}",
                name=w.text(questionnaire.name),
                version=questionnaire.version,
            )
            + "\n"
            + ", ".join(count for count in counts if count),
        ),
    )


def _company_line(w: Wording) -> str:
    t, company = w.t, w.evaluation.company
    sector = section_name(t, company.section) if company.section else ""
    parts = [
        country_name(t.language, company.country) if company.country else "",
        t.plural("{n} employee", "{n} employees", company.employees)
        if company.employees is not None
        else "",
    ]
    rest = ", ".join(part for part in parts if part)
    return "\n".join(line for line in (sector, rest) if line) or t("not stated")


def _respondents(w: Wording) -> str:
    t = w.t
    people = len(w.context.responses.respondents)
    if not people:
        return t("nobody yet")
    words = t.plural("one person", "{n} people", people)
    agreed = len(w.context.responses.consensus)
    if people > 1 and agreed:
        return words + ", " + t.plural("{n} answer agreed on", "{n} answers agreed on", agreed)
    return words


def _cover_notes(w: Wording) -> tuple[Labelled, ...]:
    t = w.t
    notes = [
        Labelled(
            t("Confidential."),
            t(
                "Written for the management and owners of {company}. Passed on only if they agree.",
                company=w.company,
            ),
        )
    ]
    if w.context.sample:
        notes.append(
            Labelled(
                t("Sample."),
                t(
                    "Company, people and answers are invented. Published figures are real, each "
                    "with its source."
                ),
            )
        )
    return tuple(notes)


def summary(w: Wording) -> Summary:
    """The result on one page."""
    t = w.t
    first = list(enumerate(w.evaluation.candidates[:_FIRST], start=1))
    return Summary(
        Chapter("summary", t("The result on one page"), overall_headline(w)),
        _figures(w),
        _intro(w),
        scale(w),
        scale_words(w),
        statement_of_areas(w),
        t("Score by area, 0 to 100; grid lines mark the levels. Thin line: bounds."),
        tuple(_block(w, dimension) for dimension in w.evaluation.questionnaire.dimensions),
        Findings(
            t("Strengths"),
            _findings(w, w.evaluation.strengths, best=True),
            t("No area is rated yet."),
        ),
        Findings(
            t("Weaknesses"),
            _findings(w, w.evaluation.weaknesses, best=False),
            t("Too few areas are rated to name the weakest."),
        ),
        measure_table(
            w,
            t.plural("The next measure", "The next {n} measures", len(first))
            if first
            else t("Measures"),
            first,
        ),
        compared(w),
        "benchmark" if w.evaluation.index and w.evaluation.benchmark else "",
    )


def _figures(w: Wording) -> tuple[KeyFigure, ...]:
    """Level and score as large figures; how much is answered where it is not rated."""
    t, score = w.t, w.evaluation.overall
    if score.shown is None or score.level is None:
        return (
            KeyFigure(t("Maturity level"), "–", t("not rated")),
            KeyFigure(t("Answered"), *_answered(w)),
        )
    return (
        KeyFigure(t("Maturity level"), str(score.level), w.level_name(score.level)),
        KeyFigure(t("Score of 100"), w.points(score.shown), w.bounds(score) or t("all answered")),
    )


def _answered(w: Wording) -> tuple[str, str]:
    answered, applicable = answered_counts(w.evaluation)
    return str(answered), w.t("of {n} questions", n=applicable)


def answered_counts(evaluation: Evaluation) -> tuple[int, int]:
    """How many rated questions have a score, and how many apply."""
    results = [evaluation.questions[q.id] for q in evaluation.questionnaire.rated_questions]
    applying = [result for result in results if result.applicable]
    return sum(result.score is not None for result in applying), len(applying)


def _intro(w: Wording) -> str:
    sentences = [*_sides(w), *_cap(w), w.just_below(w.evaluation.overall), *_gaps(w)]
    return " ".join(sentence for sentence in sentences if sentence)


def _sides(w: Wording) -> list[str]:
    t, evaluation = w.t, w.evaluation
    best, worst = strongest_dimension(w), weakest_dimension(w)
    if evaluation.overall.value is None:
        return [
            t(
                "This report shows how it will look. As soon as half of the questions of a "
                "dimension are answered, its level and score appear here."
            )
        ]
    if best is None or worst is None or best is worst:
        return []
    values = {
        "best": w.text(best.name),
        "high": w.score(w.dimension_score(best)),
        "worst": w.text(worst.name),
        "low": w.score(w.dimension_score(worst)),
    }
    sides = t(
        "The strongest side is {best} with {high} points, the weakest {worst} with {low}.", **values
    )
    return [sides, *_areas(w)]


def _areas(w: Wording) -> list[str]:
    if not (w.evaluation.strengths and w.evaluation.weaknesses):
        return []
    by_id = {area.id: area for area in w.evaluation.questionnaire.areas}
    best = inline(w, w.text(by_id[w.evaluation.strengths[0]].name))
    worst = inline(w, w.text(by_id[w.evaluation.weaknesses[0]].name))
    return [
        w.t(
            "Among the areas the firm can build most on {best}; it loses most in {worst}.",
            best=best,
            worst=worst,
        )
    ]


def _cap(w: Wording) -> list[str]:
    score = w.evaluation.overall
    if not score.capped or score.uncapped_level is None:
        return []
    return [
        w.t(
            "The points alone would make level {level}; but a chain is hardly stronger than its "
            "weakest link, so the level is at most one above that of the weakest side.",
            level=score.uncapped_level,
        )
    ]


def _gaps(w: Wording) -> list[str]:
    t = w.t
    questions = [
        q for q in w.evaluation.questionnaire.rated_questions if w.result(q).applicable and q.scored
    ]
    unknown = len(w.unknown(questions, State.DONT_KNOW))
    missing = len(w.unknown(questions, State.UNANSWERED))
    if not unknown and not missing:
        return [t("All questions that apply are answered.")]
    found = []
    if unknown:
        found.append(
            t.plural(
                "One of {all} questions was answered “don’t know”, hence the bounds.",
                "{n} of {all} questions were answered “don’t know”, hence the bounds.",
                unknown,
                all=len(questions),
            )
        )
    if missing:
        found.append(
            t.plural(
                "One of {all} questions is not answered.",
                "{n} of {all} questions are not answered.",
                missing,
                all=len(questions),
            )
        )
    return found


def _block(w: Wording, dimension: Dimension) -> DimensionBlock:
    score = w.dimension_score(dimension)
    bars = tuple(area_bar(w, area) for area in dimension.areas)
    name = w.text(dimension.name)
    return DimensionBlock(
        w.hue(dimension),
        f"dimension-{dimension.id}" if score.value is not None else "",
        name,
        w.level(score.level) if score.level else "",
        w.score(score),
        bars,
        bars_words(w, name, bars),
    )


def _findings(w: Wording, areas: tuple[str, ...], *, best: bool) -> tuple[Finding, ...]:
    by_id = {area.id: area for area in w.evaluation.questionnaire.areas}
    return tuple(
        Finding(
            w.text(by_id[key].name),
            w.score(w.area_score(by_id[key])),
            _words(w, by_id[key], best=best),
        )
        for key in areas
    )


def _words(w: Wording, area: Area, *, best: bool) -> str:
    """The anchor of the area's best (or weakest) answer."""
    answered = [
        (level, question)
        for question in area.questions
        if (level := w.result(question).level) is not None
    ]
    if not answered:
        return ""
    pick = max if best else min
    level, question = pick(answered, key=lambda pair: pair[0])
    return w.anchor(question, level)
