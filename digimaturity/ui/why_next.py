"""Which answers would lift a dimension to its next level, in words: arithmetic, and not advice."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.next_level import NextLevel, Raise, next_level
from digimaturity.domain.questionnaire import Dimension
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.score_words import move
from digimaturity.ui.why_lines import WhyGroup, WhyLine, anchor, number


def next_level_group(
    evaluation: Evaluation, dimension: Dimension, t: Translator
) -> WhyGroup | None:
    """The smallest set with links to its questions; None at the highest level or without one."""
    found = next_level(evaluation, dimension)
    if found is None:
        return None
    before = evaluation.scores.dimensions[dimension.id]
    notes = (
        _sentence(evaluation, dimension, found, t),
        t(
            "{name}: {move}. Overall score: {overall}.",
            name=text_in(dimension.name, t.language),
            move=move(before, found.score, t),
            overall=move(evaluation.overall, found.overall, t),
        ),
        t(
            "This is arithmetic and not advice: the fewest answers, raised by the fewest levels."
            " Other sets may be as small. What is open or unknown is not raised."
        ),
    )
    lines = tuple(_line(evaluation, one, t) for one in found.raises)
    return WhyGroup(t("To the next level"), notes, lines)


def _sentence(evaluation: Evaluation, dimension: Dimension, found: NextLevel, t: Translator) -> str:
    """What the answers do together; "one level higher" only where each is."""
    name, count = text_in(dimension.name, t.language), len(found.raises)
    level = _level_name(evaluation, found.score.level or 0, t)
    if all(one.steps == 1 for one in found.raises):
        return t.plural(
            "This answer, one level higher, lifts {name} to {level}.",
            "These {n} answers, each one level higher, lift {name} to {level}.",
            count,
            name=name,
            level=level,
        )
    return t.plural(
        "This answer, raised as shown, lifts {name} to {level}.",
        "These {n} answers, raised as shown, lift {name} to {level}.",
        count,
        name=name,
        level=level,
    )


def _line(evaluation: Evaluation, raised: Raise, t: Translator) -> WhyLine:
    question = evaluation.questionnaire.by_id[raised.question]
    area = evaluation.questionnaire.area_of[raised.question]
    levels = t(
        "level {before} → {after}", before=number(raised.origin, t), after=number(raised.goal, t)
    )
    return WhyLine(
        text_in(question.text, t.language),
        levels,
        "",
        text_in(area.name, t.language),
        raised.question,
        words=anchor(question, raised.goal, t),
        is_question=True,
    )


def _level_name(evaluation: Evaluation, level: int, t: Translator) -> str:
    names = evaluation.questionnaire.level_names
    if not 0 < level <= len(names):
        return t("level {level}", level=level)
    return t("level {level}", level=f"{level}, {text_in(names[level - 1], t.language)}")
