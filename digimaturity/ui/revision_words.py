"""What a correction changed, in words: in short, and question by question."""

from __future__ import annotations

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Kind, Question, Questionnaire
from digimaturity.domain.responses import State
from digimaturity.domain.scoring import Score
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.services.revision_changes import Changes, Corrected


def changes_words(changes: Changes, number: int, t: Translator) -> str:
    """What differs from the revision of that number, in a few sentences."""
    if changes.nothing:
        return t("Nothing differs from revision {n}.", n=number)
    counts = (
        (
            len(changes.corrected),
            t.plural(
                "The answer to {n} question differs from revision {before}.",
                "The answers to {n} questions differ from revision {before}.",
                len(changes.corrected),
                before=number,
            ),
        ),
        (bool(changes.corrected), _score_words(changes.before, changes.after, t)),
        (
            len(changes.beside),
            t.plural(
                "What stands beside the answer to {n} question differs.",
                "What stands beside the answers to {n} questions differs.",
                len(changes.beside),
            ),
        ),
        (changes.people, t("Others take part.")),
        (changes.company, t("The company’s details differ.")),
        (changes.files, t("Other files are attached.")),
        (bool(changes.figures), t("Other official figures are pinned.")),
    )
    return " ".join(words for there, words in counts if there and words)


def _score_words(before: Score, after: Score, t: Translator) -> str:
    """From which overall score to which."""
    if before.shown is None or after.shown is None:
        return ""
    old, new = t.number(before.shown), t.number(after.shown)
    if old == new:
        return t("The score is {score} in both.", score=new)
    return t("The score was {before} and is {after}.", before=old, after=new)


def question_lines(changes: Changes, asked: Questionnaire, t: Translator) -> tuple[str, ...]:
    """Each question that differs, with what it came to before and after where that can be told."""
    return tuple(_line(one, asked.by_id[one.question], t) for one in changes.corrected)


def beside_lines(changes: Changes, asked: Questionnaire, t: Translator) -> tuple[str, ...]:
    """The questions beside whose answers something else is written."""
    return tuple(text_in(asked.by_id[key].text, t.language) for key in changes.beside)


def _line(one: Corrected, question: Question, t: Translator) -> str:
    text = text_in(question.text, t.language)
    old, new = _value(one.before, question, t), _value(one.after, question, t)
    return text if not (old and new) or old == new else f"{text} {old} → {new}"


def _value(result: QuestionResult, question: Question, t: Translator) -> str:
    """What all came to, in a word or two; empty where it cannot be said in so few."""
    states = {
        State.DONT_KNOW: t("don’t know"),
        State.NOT_APPLICABLE: t("does not apply"),
        State.UNANSWERED: t("not answered"),
        State.NOT_SHOWN: t("not asked"),
    }
    if result.state in states:
        return states[result.state]
    if question.kind is Kind.LEVELS and result.level is not None:
        whole = float(result.level).is_integer()
        return t("level {level}", level=t.number(result.level, 0 if whole else 1))
    known = result.known
    if isinstance(known, bool):
        return t("Yes") if known else t("No")
    if isinstance(known, float | int):
        return t.number(float(known), 0 if float(known).is_integer() else 2)
    return ""
