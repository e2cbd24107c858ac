"""Beside the gaps: pairs of viewpoints, agreement within one, earlier years, what was agreed on."""

from __future__ import annotations

from math import fsum

from digimaturity.domain.evaluation import question_results
from digimaturity.domain.gap_trend import mean_gap, years_of
from digimaturity.domain.questionnaire import Question, Viewpoint
from digimaturity.domain.scoring import shown_points
from digimaturity.domain.viewpoints import Pair, Views, in_one, told_results
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.viewpoints import AgreedLine, Grid, Workshop
from digimaturity.report.wording import Wording

#: So many earlier assessments stand beside this one.
_YEARS = 3


def pairs_grid(w: Wording, views: Views) -> Grid:
    """Each pair of viewpoints: how far apart, and who rates higher."""
    t = w.t
    rows = sorted(views.pairs, key=lambda pair: -pair.distance)
    return Grid(
        t("Viewpoint by viewpoint"),
        t(
            "The distance is the mean over all questions that both answered; who rates higher is "
            "told after ups and downs are set off against each other."
        ),
        (t("Between"), t("Mean distance"), t("Rates higher on the whole"), t("Questions")),
        tuple(_pair(w, pair) for pair in rows),
    )


def _pair(w: Wording, pair: Pair) -> tuple[str, ...]:
    t, points = w.t, shown_points(abs(pair.difference))
    names = w.viewpoint(pair.first), w.viewpoint(pair.second)
    higher = names[0] if pair.difference > 0 else names[1]
    return (
        " – ".join(names),
        w.points(pair.distance),
        t("{view}, by {points}", view=higher, points=points) if points else t("neither"),
        t.number(pair.questions),
    )


def agreement_lines(w: Wording) -> tuple[Labelled, ...]:
    """How far those of one viewpoint agree; a line for each that has three people or more."""
    return tuple(line for view in Viewpoint if (line := _agreement(w, view)))


def _agreement(w: Wording, view: Viewpoint) -> Labelled | None:
    t, asked = w.t, w.evaluation.questionnaire.rated_questions
    shares: list[tuple[float, Question]] = [
        (w.told[question.id].agreement[view], question)
        for question in asked
        if view in w.told[question.id].agreement
    ]
    if not shares:
        return None
    least, question = min(shares, key=lambda pair: pair[0])
    whole = fsum(share for share, _ in shares) / len(shares)
    words = t.plural(
        "{share} on average, over one question.",
        "{share} on average, over {n} questions.",
        len(shares),
        share=t.percent(100 * whole),
    )
    if least < whole:
        words += " " + t(
            "Least on “{question}”: {share}.",
            question=w.text(question.text),
            share=t.percent(100 * least),
        )
    return Labelled(w.viewpoint(view), words)


def trend_grid(w: Wording) -> Grid | None:
    """The gaps of earlier years beside those of today; None without any that can be compared."""
    t, asked, together = w.t, w.evaluation.questionnaire, w.options.together
    earlier = w.context.earlier[:_YEARS]
    told = [
        told_results(asked, question_results(asked, one.responses), one.responses, together)
        for one in earlier
    ]
    years = years_of(asked, (w.told, *told))
    if not years:
        return None
    days = [w.context.day, *(one.day for one in earlier)]
    spoken = [t.stated_date(day.isoformat()[:7]) for day in days]
    names = {area.id: w.text(area.name) for area in asked.areas}
    sizes = [{gap.id: gap.size for gap in year.areas} for year in years]
    rows = [(t("All questions"), *(w.points(mean_gap(year)) for year in reversed(years)))]
    rows += [
        (names[gap.id], *(w.points(size[gap.id]) for size in reversed(sizes)))
        for gap in years[0].areas
        if all(gap.id in size for size in sizes)
    ]
    return Grid(
        _trend_statement(w, mean_gap(years[-1]), mean_gap(years[0]), spoken[-1]),
        t.plural(
            "Gaps in points, over the one question that was asked alike and answered from the same "
            "viewpoints each time.",
            "Gaps in points, over the {n} questions that were asked alike and answered from the "
            "same viewpoints each time.",
            len(years[0].questions),
        ),
        (t("Area"), *reversed(spoken)),
        tuple(rows),
    )


def _trend_statement(w: Wording, then: float, now: float, when: str) -> str:
    t, change = w.t, shown_points(now) - shown_points(then)
    if not change:
        return t("The viewpoints are as far apart as in {when}", when=when)
    if change < 0:
        return t.plural(
            "Since {when} the viewpoints have come one point closer",
            "Since {when} the viewpoints have come {n} points closer",
            -change,
            when=when,
        )
    return t.plural(
        "Since {when} the viewpoints have moved one point further apart",
        "Since {when} the viewpoints have moved {n} points further apart",
        change,
        when=when,
    )


def workshop(w: Wording) -> Workshop:
    """What the group agreed on and put off; without comments its own words are left out, too."""
    t, said, asked = w.t, w.context.responses, w.evaluation.questionnaire
    words = w.options.comments
    agreed = [
        AgreedLine(
            w.text(question.text),
            w.answered_level(said.consensus[question.id]),
            w.anchor(question, said.consensus[question.id]),
            said.reasons.get(question.id, "").strip() if words else "",
        )
        for question in asked.rated_questions
        if question.id in said.consensus
    ]
    parked = [
        Labelled(w.text(asked.by_id[key].text), text.strip())
        for key, text in said.parked.items()
        if key in asked.by_id and text.strip() and words
    ]
    return Workshop(
        t("What the group agreed on"),
        tuple(agreed),
        t("Put off, to be talked about"),
        tuple(parked),
    )


def people_of(w: Wording) -> dict[Viewpoint, int]:
    """How many people answered from each viewpoint told."""
    said = in_one(w.context.responses, w.options.together)
    found = dict.fromkeys(Viewpoint, 0)
    for person in said.respondents:
        found[person.viewpoint] += bool(said.answers.get(person.id))
    return {view: number for view, number in found.items() if number}
