"""How the gain of a measure came about, question by question."""

from __future__ import annotations

from digimaturity.domain.catalogue import Measure
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.gains import GainPart, gain_parts
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.score_words import signed
from digimaturity.ui.why_lines import WhyGroup, WhyLine, number


def gain_group(evaluation: Evaluation, measure: Measure, gain: float, t: Translator) -> WhyGroup:
    """Each question that the measure lifts; without points as long as nothing is rated."""
    found = evaluation
    parts = gain_parts(measure, found.questionnaire, found.questions, found.scores, found.targets)
    rated = found.overall.rated
    notes = [
        t(
            "What the overall score would rise if these questions reached the level that the"
            " measure aims at, and nothing else changed: the rise of each question times its"
            " share in the overall score."
        )
    ]
    if not rated:
        notes.append(t("No points are told as long as the overall score is not rated."))
    title = t("Gain")
    if rated:
        title = t("Gain: {gain} points", gain=signed(gain, t))
    lines = tuple(_line(evaluation, part, t) for part in parts)
    return WhyGroup(title, tuple(notes), lines)


def _line(evaluation: Evaluation, part: GainPart, t: Translator) -> WhyLine:
    question = evaluation.questionnaire.by_id[part.question]
    detail = t(
        "{before} → {after} points",
        before=number(round(part.origin, 1), t),
        after=number(round(part.goal, 1), t),
    )
    share = t("share {share}", share=t.percent(100 * part.share, 1))
    gain = signed(part.gain, t) if evaluation.overall.rated else ""
    name = text_in(question.text, t.language)
    return WhyLine(name, detail, gain, share, part.question, is_question=True)
