"""The letter to everybody in the firm: why, what came out, what comes next, and thanks.

It names no person, quotes no answer and no comment, and rates nobody: leadership is not told, and
areas of culture only where they are strengths.
"""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.benchmark import Benchmark
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.measures import Candidate
from digimaturity.domain.questionnaire import Area
from digimaturity.i18n import Translator
from digimaturity.report.advised import decision_on, next_measures, undone
from digimaturity.report.build.headlines import STRONG, rated_areas
from digimaturity.report.build.measures import DETAILED, dimension_of
from digimaturity.report.build.paper import paper
from digimaturity.report.extent import asked_words
from digimaturity.report.model.brand import NO_BRAND
from digimaturity.report.model.staff import LetterPart, StaffModel
from digimaturity.report.standing import in_use
from digimaturity.report.wording import ReportContext, Wording, short_name

#: The areas of these dimensions speak of people; the first only of those who lead.
_LEADERS = frozenset({"leadership"})
_PEOPLE = _LEADERS | {"culture"}

_NAMED = 3
_HALF = 50.0
#: A range of more technologies than that tells nobody anything.
_VAGUE = 3
#: Below so many people, their number would tell who they were.
_MANY = 5


def build_staff(evaluation: Evaluation, context: ReportContext, t: Translator) -> StaffModel:
    """The letter as data. Pure: the same input gives an equal model."""
    w = Wording(evaluation, context, t)
    subject = t("Letter to staff on digital readiness {year}", year=context.day.year)
    common = paper(w, subject)
    open_to_all = t("For everybody at {company}.", company=w.company)
    running = replace(common.running, confidential=open_to_all)
    ours = short_name(w.options.organisation) in {"", w.company}
    return StaffModel(
        # The firm writes to its own people, not under the marks of somebody else.
        replace(
            common, author=w.company, running=running, brand=common.brand if ours else NO_BRAND
        ),
        w.company,
        t.date(context.day),
        t("How digital we are, and what comes next"),
        t("Dear colleagues,"),
        (_why(w), _result(w), _next(w), _thanks(w)),
        t("With kind regards"),
        t("The management of {company}", company=w.company),
    )


def _why(w: Wording) -> LetterPart:
    t, people = w.t, len(w.context.responses.heard)
    looked = t(
        "We have looked at how well our firm uses digital tools, and what helps or hinders us: in "
        "our systems, in our daily work, in how we work together, and in how the firm is steered."
    )
    if people >= _MANY:
        looked += " " + t("{n} people from the firm answered the questions.", n=people)
    rated = t(
        "It was the firm that was looked at, not its people. Nobody was rated, and this letter "
        "quotes no answer."
    )
    return LetterPart(t("Why we did this"), (looked, rated))


def _result(w: Wording) -> LetterPart:
    # As long as too little is known for the whole, no area stands out for certain.
    rated = w.evaluation.overall.level is not None
    strong = _strong(w) if rated else []
    weak = [area for area in _weak(w) if area not in strong][:_NAMED]
    said = (_level(w), _since(w), _technology(w), _strengths_lead(w, strong))
    return LetterPart(
        w.t("What came out"),
        tuple(text for text in said if text),
        tuple(
            w.t("{name}: {about}", name=w.text(area.name), about=w.text(area.about))
            for area in strong
        ),
        (_to_gain(w, weak),) if rated else (),
    )


def _level(w: Wording) -> str:
    t, score = w.t, w.evaluation.overall
    if score.level is None:
        return t(
            "It is too early for a result on the whole, since not enough questions are answered "
            "yet."
        )
    levels = len(w.evaluation.questionnaire.level_names)
    level = t(
        "On the whole we are on level {level} of {levels}, which is called “{name}”.",
        level=score.level,
        levels=levels,
        name=w.level_name(score.level),
    )
    if not w.evaluation.questionnaire.part_of:
        return level
    return f"{level} " + t("That is a first picture, from {asked}.", asked=asked_words(w))


def _since(w: Wording) -> str:
    """How the score moved since the assessment before, where both rest on the same questions."""
    t, points = w.t, w.change.overall.points if w.change else None
    if points is None or w.evaluation.overall.level is None:
        return ""
    day = t.date(w.context.years[-2].day)
    if not points.really:
        return t("Asked the same questions, we stand where we stood on {day}.", day=day)
    if points.really > 0:
        return t.plural(
            "Asked the same questions, we have gained one of 100 points since {day}.",
            "Asked the same questions, we have gained {n} of 100 points since {day}.",
            points.really,
            day=day,
        )
    return t.plural(
        "Asked the same questions, we have lost one of 100 points since {day}.",
        "Asked the same questions, we have lost {n} of 100 points since {day}.",
        -points.really,
        day=day,
    )


def _technology(w: Wording) -> str:
    """How many technologies are in use, and whether other firms use more; nothing if not known."""
    t, index, benchmark = w.t, w.evaluation.index, w.evaluation.benchmark
    if index is None or index.high - index.low > _VAGUE:
        return ""
    used = t(
        "Of {all} digital technologies that official statistics ask firms about, we use {count}.",
        all=len(index.items),
        count=in_use(w, index),
    )
    return f"{used} {_among_others(w, index, benchmark)}".strip()


def _among_others(w: Wording, index: IndexResult, benchmark: Benchmark | None) -> str:
    """What the bounds of the position allow to say, and no more."""
    t, (lowest, highest) = w.t, index.bands
    if benchmark is None or benchmark.position is None or benchmark.shares is None:
        return ""
    source = benchmark.sources.get(benchmark.shares.source)
    where = t(
        "({source}, {year})",
        source=source.publisher if source else "",
        year=benchmark.shares.year,
    )
    if benchmark.position.at_least >= _HALF:
        said = t("That is more than most comparable firms.")
    elif benchmark.position.at_most <= _HALF:
        said = t("Most comparable firms use more.")
    elif lowest is highest:
        said = t("That is about as many as comparable firms use.")
    else:
        return ""
    return f"{said} {where}" if source else said


def _strong(w: Wording) -> list[Area]:
    """The strengths that may be told: not those of the people who lead."""
    by_id = {area.id: area for area in w.evaluation.questionnaire.areas}
    strengths = [by_id[key] for key in w.evaluation.strengths]
    return [area for area in strengths if _dimension(w, area) not in _LEADERS]


def _weak(w: Wording) -> list[Area]:
    """The areas with something to gain, lowest first, of those that rate nobody."""
    rated = [
        pair
        for dimension in w.evaluation.questionnaire.dimensions
        if dimension.id not in _PEOPLE
        for pair in rated_areas(w, dimension)
        if pair[0] < STRONG
    ]
    return [area for _, area in sorted(rated, key=lambda pair: pair[0])]


def _dimension(w: Wording, area: Area) -> str:
    return w.evaluation.questionnaire.dimension_of[area.id].id


def _strengths_lead(w: Wording, strong: list[Area]) -> str:
    if not strong:
        return ""
    return w.t.plural(
        "We can build on this, which is our strength:",
        "We can build on these, which are our strengths:",
        len(strong),
    )


def _to_gain(w: Wording, weak: list[Area]) -> str:
    t = w.t
    if not weak:
        return t("Wherever we look, there is something left that we can do better together.")
    names = w.listed([w.text(area.name) for area in weak])
    return t(
        "We have most to gain here: {names}. That says how the firm is set up, and nothing about "
        "anybody’s work.",
        names=names,
    )


def _next(w: Wording) -> LetterPart:
    t, first = w.t, _telling(w)
    if not first:
        return LetterPart(
            t("What comes next"),
            (t("Management will now decide what to do next, and tell you about it."),),
        )
    if _decided(w):
        return LetterPart(
            t("What comes next"),
            (t("Management has decided what to do. Among the measures that come first are:"),),
            tuple(w.text(one.measure.title) for one in first),
            (t("If you have an idea, or a worry, please say so: you know your work best."),),
        )
    return LetterPart(
        t("What comes next"),
        (t("Nothing is decided yet. Among the measures that are proposed to come first are:"),),
        tuple(w.text(one.measure.title) for one in first),
        (
            t(
                "Management will now decide what begins and when, and tell you about it. If you "
                "have an idea, or a worry, please say so: you know your work best."
            ),
        ),
    )


def _telling(w: Wording) -> list[Candidate]:
    """The first measures that say nothing of people, as those of culture and leadership can."""
    numbered = next_measures(w) if _decided(w) else undone(w)[:DETAILED]
    return [
        one
        for _, one in numbered
        if (dimension := dimension_of(w, one)) is not None and dimension.id not in _PEOPLE
    ][:_NAMED]


def _decided(w: Wording) -> bool:
    """Whether a measure is accepted that is still to be done."""
    return any(decision_on(w, one) is not None for _, one in undone(w))


def _thanks(w: Wording) -> LetterPart:
    t = w.t
    if len(w.context.responses.heard) > 1:
        to = t("Thank you to all who answered, and to all who did the daily work meanwhile.")
    else:  # whoever answered alone may be the one who signs
        to = t("Thank you to all who do the daily work.")
    made = t("What works well today is what you have made of it.")
    return LetterPart(t("Thank you"), (f"{to} {made}",))
