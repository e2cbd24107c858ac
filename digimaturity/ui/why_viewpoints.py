"""How the gaps between viewpoints came about: overall, in one area, on one question."""

from __future__ import annotations

from collections.abc import Iterable

from digimaturity.domain.consolidation import NOTABLE_GAP, STRONG_GAP
from digimaturity.domain.questionnaire import Question, Viewpoint
from digimaturity.domain.viewpoints import Gap
from digimaturity.domain.what_if import levels_of
from digimaturity.report.build.gap_words import gap_sentence
from digimaturity.report.build.headlines import inline
from digimaturity.report.build.talk import prompt
from digimaturity.report.wording import Wording
from digimaturity.ui.why_lines import Why, WhyGroup, WhyLine, anchor, number, weighted_mean


def why_gaps(w: Wording) -> Why | None:
    """All areas with their gaps; None where there are not two viewpoints."""
    views, t = w.views, w.t
    if views is None:
        return None
    names = {area.id: w.text(area.name) for area in w.evaluation.questionnaire.areas}
    lines = tuple(
        WhyLine(
            names[gap.id],
            _scores(w, gap),
            w.points(gap.size),
            t.plural("{n} question", "{n} questions", gap.questions),
            f"gap {gap.id}",
        )
        for gap in views.areas
    )
    widest = max(gap.size for gap in (*views.areas, *views.questions))
    shown = t("up to {n} points", n=w.points(widest))
    return Why(t("Gaps between viewpoints"), shown, rules=_rules(w), lines=lines)


def why_gap(w: Wording, key: str) -> Why | None:
    """The questions behind the gap of an area; None where it has none."""
    gap = _gap_of(w.views.areas if w.views else (), key)
    if gap is None:
        return None
    t = w.t
    area = next(one for one in w.evaluation.questionnaire.areas if one.id == key)
    told = [q for q in area.questions if _all_told(w, q, gap)]
    groups = tuple(_view_group(w, view, told, gap) for view in gap.views)
    name = w.text(area.name)
    out = [view for view in Viewpoint if view not in gap.views and _said(w, view, area.questions)]
    rules = [
        t("Compared are the questions of this area that all of these viewpoints answered."),
        *(_left_out(w, view) for view in out),
    ]
    return Why(
        t("Gap: {name}", name=name),
        t("{n} points apart", n=w.points(gap.size)),
        f"{gap_sentence(w, inline(w, name), gap)}.",
        tuple(rules),
        lines=tuple(_question_line(w, question, gap) for question in told),
        groups=groups,
    )


def why_talk(w: Wording, key: str) -> Why | None:
    """Who says what to a question, and what to ask each other; None where it has no gap."""
    gap = _gap_of(w.views.questions if w.views else (), key)
    if gap is None:
        return None
    t, asked = w.t, w.evaluation.questionnaire
    question = asked.by_id[key]
    result = w.told[key]
    lines = [
        WhyLine(
            w.viewpoint(view),
            t("level {level}", level=_level(w, question, score)),
            w.points(score),
            "",
            "",
            words=anchor(question, _exact(question, score), t),
            is_question=True,
        )
        for view, score in sorted(gap.views.items(), key=lambda pair: -pair[1])
    ]
    lines.append(WhyLine(t("The question with its levels"), "", "", "", key, is_question=True))
    rules = [
        t(
            "Agreement within {view}: {share}",
            view=w.viewpoint(view),
            share=t.percent(100 * share),
        )
        for view, share in result.agreement.items()
    ]
    if result.consensus:
        rules.append(t("The group has agreed on a level since; that one counts in the score."))
    return Why(
        w.text(question.text),
        t("{n} points apart", n=w.points(gap.size)),
        prompt(w, question, gap),
        tuple(rules),
        lines=tuple(lines),
    )


def _rules(w: Wording) -> tuple[str, ...]:
    t = w.t
    rules = [
        t("A viewpoint’s score on a question is the mean of what its people answered, 0 to 100."),
        t(
            "The gap is the distance of the highest viewpoint from the lowest. From {notable}"
            " points on (one level) it is notable, from {strong} (two levels) strong.",
            notable=t.number(NOTABLE_GAP),
            strong=t.number(STRONG_GAP),
        ),
        t(
            "Viewpoints are compared over the same questions only: those that all of them"
            " answered. One that answered fewer than half of what the others did is left out."
        ),
        t("No gap changes a score: in the scores each viewpoint counts once."),
    ]
    if told := [view for view in Viewpoint if view in w.options.together]:
        rules.append(
            t(
                "{names} are told as one here, and each person counts once.",
                names=w.viewpoint(told[0]),
            )
        )
    return tuple(rules)


def _scores(w: Wording, gap: Gap) -> str:
    """``Management 25, IT 75``."""
    return ", ".join(f"{w.viewpoint(view)} {w.points(score)}" for view, score in gap.views.items())


def _view_group(w: Wording, view: Viewpoint, told: list[Question], gap: Gap) -> WhyGroup:
    """How the mean of a viewpoint came about."""
    given = [(one.weight, w.told[one.id].by_viewpoint[view]) for one in told]
    total = weighted_mean(given, w.t)
    return WhyGroup(f"{w.viewpoint(view)}: {w.points(gap.views[view])}", (total,), ())


def _question_line(w: Wording, question: Question, gap: Gap) -> WhyLine:
    scores = {view: w.told[question.id].by_viewpoint[view] for view in gap.views}
    levels = ", ".join(
        f"{w.viewpoint(view)} {_level(w, question, score)}" for view, score in scores.items()
    )
    apart = w.points(max(scores.values()) - min(scores.values()))
    detail = w.t("levels: {levels}", levels=levels)
    return WhyLine(w.text(question.text), detail, apart, "", question.id, is_question=True)


def _all_told(w: Wording, question: Question, gap: Gap) -> bool:
    return all(view in w.told[question.id].by_viewpoint for view in gap.views)


def _said(w: Wording, view: Viewpoint, questions: Iterable[Question]) -> bool:
    return any(view in w.told[question.id].by_viewpoint for question in questions)


def _left_out(w: Wording, view: Viewpoint) -> str:
    return w.t(
        "{view}: answered fewer than half of what the others did here, and so is left out.",
        view=w.viewpoint(view),
    )


def _exact(question: Question, score: float) -> float:
    return round(1 + score / 100 * (levels_of(question) - 1), 2)


def _level(w: Wording, question: Question, score: float) -> str:
    return number(_exact(question, score), w.t)


def _gap_of(gaps: Iterable[Gap], key: str) -> Gap | None:
    return next((gap for gap in gaps if gap.id == key), None)
