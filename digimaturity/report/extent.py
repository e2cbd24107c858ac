"""How much was asked: all of a questionnaire, or only a part of one."""

from __future__ import annotations

from digimaturity.report.model.parts import Labelled
from digimaturity.report.wording import Wording


def asked_words(w: Wording) -> str:
    """How many questions; of a part, how many of how many."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    n = len(questionnaire.rated_questions)
    if questionnaire.part_of_questions:
        return t("{n} of {all} questions", n=n, all=questionnaire.part_of_questions)
    return t.plural("{n} question", "{n} questions", n)


def part_words(w: Wording) -> str:
    """What it means that only a part was asked; nothing where it was all."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    if not questionnaire.part_of:
        return ""
    first = t(
        "The questionnaire “{name}” asks {n} of the {all} questions of the full one, for a first"
        " picture.",
        name=w.text(questionnaire.name),
        n=len(questionnaire.rated_questions),
        all=questionnaire.part_of_questions,
    )
    rest = t("What it does not ask shows neither in the scores nor in their bounds.")
    return f"{first} {rest}"


def part_rule(w: Wording) -> Labelled | None:
    """The reading aid where only a part was asked: on how much less the scores rest."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    if not questionnaire.part_of:
        return None
    return Labelled(
        w.text(questionnaire.name),
        t(
            "A questionnaire in short: {asked}, so each area rests on fewer answers, and its score"
            " says less. Bounds only know of what was asked. Strategy, plans and decisions are"
            " asked in the full questionnaire alone.",
            asked=asked_words(w),
        ),
    )


def part_gains(w: Wording) -> str:
    """Whose points a measure gains where only a part was asked; nothing where it was all."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    if not questionnaire.part_of:
        return ""
    return t(
        "These are points of the score of “{name}”, where each question weighs more than in the"
        " full questionnaire.",
        name=w.text(questionnaire.name),
    )
