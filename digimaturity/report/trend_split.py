"""A change in three parts: what really changed, the questionnaire, and what nobody checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digimaturity.domain.comparison import Comparison
from digimaturity.domain.tally import Tally
from digimaturity.i18n import Translator
from digimaturity.report.trend_words import signed


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a change: its title, how many questions it is about (`figure`), and of them all."""

    title: str
    figure: str
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """A change in three parts; each question of the later assessment is in one at the most."""

    really: Part
    questionnaire: Part
    unchecked: Part


def split_of(t: Translator, step: Comparison) -> Split:
    """What became of the questions from one assessment to the next."""
    tally, points = step.overall.tally, step.overall.points
    really = [
        t.plural("one rose", "{n} rose", tally.rose),
        t.plural("one fell", "{n} fell", tally.fell),
        t.plural("one is the same", "{n} are the same", tally.same),
    ]
    other = [
        t.plural("one is new", "{n} are new", tally.added) if tally.added else "",
        t.plural("one is not asked any more", "{n} are not asked any more", tally.dropped)
        if tally.dropped
        else "",
        t.plural("one has another scale", "{n} have another scale", tally.rescaled)
        if tally.rescaled
        else "",
    ]
    silent = tally.not_answered + tally.not_applicable
    asked_alike = not any(other)
    by_asking, by_silence = (points.questionnaire, points.unconfirmed) if points else (0, 0)
    if asked_alike and silent:  # the same questions: then only answers are missing
        by_asking, by_silence = 0, by_silence + by_asking
    elif asked_alike and by_asking:
        other = [t("the questions count with other weights")]
    unchecked = [
        t.plural(
            "one answer was carried over and not confirmed",
            "{n} answers were carried over and not confirmed",
            tally.not_confirmed,
        )
        if tally.not_confirmed
        else "",
        t.plural(
            "one question was not answered both times",
            "{n} questions were not answered both times",
            silent,
        )
        if silent
        else "",
    ]
    return Split(
        Part(
            t("Really changed"),
            _questions(t, tally.rose + tally.fell),
            _said(t, really, points.really if points else 0) + _since_earlier(t, step),
        ),
        Part(
            t("Only the questionnaire changed"),
            _questions(t, tally.added + tally.dropped + tally.rescaled),
            _said(t, other, by_asking)
            or t("Nothing was added, dropped or asked with another scale."),
        ),
        Part(
            t("Not re-checked"),
            _questions(t, tally.not_confirmed + silent),
            _said(t, unchecked, by_silence) or _all_checked(t, tally, step),
        ),
    )


def _since_earlier(t: Translator, step: Comparison) -> str:
    """Of how many the change may be older than the assessment before; nothing where of none."""
    count = sum(one.since_earlier for one in step.changed)
    if not count:
        return ""
    words = t.plural(
        "One of them had not been re-checked the time before, so it may have changed earlier.",
        "{n} of them had not been re-checked the time before, so they may have changed earlier.",
        count,
    )
    return f" {words}"


def _all_checked(t: Translator, tally: Tally, step: Comparison) -> str:
    if not tally.compared:
        return t("No question was asked alike both times.")
    if step.before.unconfirmed:
        return t("Every question was answered anew this time.")
    return t("Every question was answered anew both times.")


def _questions(t: Translator, count: int) -> str:
    return t.plural("{n} question", "{n} questions", count)


def _said(t: Translator, parts: Sequence[str], points: int) -> str:
    """A sentence of these parts, and how many points of the score that is together."""
    said = ", ".join(part for part in parts if part)
    sentences = [f"{said[:1].upper()}{said[1:]}."] if said else []
    if points:
        sentences.append(
            t.plural(
                "Together {points} point.",
                "Together {points} points.",
                abs(points),
                points=signed(t, points),
            )
        )
    return " ".join(sentences)
