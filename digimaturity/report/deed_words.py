"""What was planned in one year and what became of it, in words, on screen and paper.

What moved meanwhile stands beside a measure, "in the same period"; it is never called its effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from digimaturity.domain.comparison import Comparison, QuestionMoved
from digimaturity.domain.deeds import (
    Became,
    Deed,
    Period,
    fates_of,
    moved_alone,
    moved_meanwhile,
    worked_on,
)
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.scoring import shown_points
from digimaturity.domain.texts import text_in
from digimaturity.domain.trend import Fate
from digimaturity.i18n import Translator
from digimaturity.report.roadmap_words import quarter_words, span_words

_FULL = 100.0


def became_names(t: Translator) -> Mapping[Became, str]:
    """What stands above measures of which the same became, or can be chosen of one."""
    return {
        Became.DONE: t("Done"),
        Became.RUNNING: t("Still running"),
        Became.NOT_BEGUN: t("Not begun"),
        Became.DROPPED: t("Dropped"),
    }


def deed_title(t: Translator, deed: Deed) -> str:
    """The title of a measure, in the questionnaire's words of then or in the firm's own."""
    if isinstance(deed.title, str):
        return deed.title
    return text_in(deed.title, t.language).strip() or deed.measure


def became_words(t: Translator, deed: Deed) -> str:
    """What became of it, with the quarters that are known."""
    first, last = deed.ran or (None, None)
    match deed.became:
        case Became.DONE if first and last and first != last:
            return t("done, {span}", span=span_words(t, first, last))
        case Became.DONE:
            return t("done in {quarter}", quarter=quarter_words(t, last)) if last else t("done")
        case Became.RUNNING:
            return (
                t("running since {quarter}", quarter=quarter_words(t, first))
                if first
                else t("running")
            )
        case Became.DROPPED:
            return t("dropped: {why}", why=deed.why) if deed.why else t("dropped")
    return t("not begun")


def planned_words(t: Translator, deed: Deed) -> str:
    """For when it was planned; nothing where it had no place in the plan."""
    if deed.planned is None:
        return ""
    return t("planned for {span}", span=span_words(t, *deed.planned))


def period_title(t: Translator, period: Period) -> str:
    """From one assessment to the next."""
    return t("{since} to {until}", since=t.date(period.since), until=t.date(period.until))


def counts_words(t: Translator, period: Period) -> str:
    """How many measures became what: ``3 done, 1 running``."""
    counts = Counter(one.became for one in period.deeds)
    said = {
        Became.DONE: t("{n} done", n=counts[Became.DONE]),
        Became.RUNNING: t.plural("{n} running", "{n} running", counts[Became.RUNNING]),
        Became.NOT_BEGUN: t("{n} not begun", n=counts[Became.NOT_BEGUN]),
        Became.DROPPED: t("{n} dropped", n=counts[Became.DROPPED]),
    }
    return ", ".join(words for became, words in said.items() if counts[became])


def period_rate_words(t: Translator, period: Period) -> str:
    """How much of what should have been done by the later assessment was."""
    rate, day = period.rate, t.date(period.until)
    if rate is None:
        return t("By {day} no measure had to be done.", day=day)
    if not rate.done:
        return t.plural(
            "By {day} the one measure that was due was not done.",
            "By {day} none of the {n} measures that were due was done.",
            rate.due,
            day=day,
        )
    if rate.done == rate.due:
        return t.plural(
            "By {day} the one measure that was due was done.",
            "By {day} all {n} measures that were due were done.",
            rate.due,
            day=day,
        )
    return t.plural(
        "By {day}, one of {due} measures that were due was done: {share}.",
        "By {day}, {n} of {due} measures that were due were done: {share}.",
        rate.done,
        day=day,
        due=rate.due,
        share=t.percent(_FULL * rate.share),
    )


def moved_words(t: Translator, questionnaire: Questionnaire, moved: QuestionMoved) -> str:
    """A question with its points before and after; `questionnaire` is that of the later year."""
    asked = questionnaire.by_id.get(moved.question)
    text = text_in(asked.text, t.language) if asked else moved.question
    before, after = (shown_points(one or 0.0) for one in (moved.before, moved.after))
    points = t("{before} → {after} points", before=before, after=after)
    return t("{question} {points}", question=text, points=points)


def meanwhile_words(t: Translator, deed: Deed, comparison: Comparison) -> tuple[str, ...]:
    """What its questions did in the same period: a line for each that moved, or one sentence.

    Nothing is said of a measure that was not worked on.
    """
    if not worked_on(deed):
        return ()
    moved, asked = moved_meanwhile(deed, comparison), comparison.after.questionnaire
    if moved:
        return tuple(moved_words(t, asked, one) for one in moved)
    return (_unmoved(t, fates_of(deed, comparison)),)


def _unmoved(t: Translator, fates: Mapping[Fate, int]) -> str:
    """Why nothing moved that is known of."""
    if fates.get(Fate.COMPARED):
        return t.plural(
            "Its question did not move in this period.",
            "None of its {n} questions moved in this period.",
            fates[Fate.COMPARED],
        )
    if fates.get(Fate.NOT_CONFIRMED):
        return t("Its questions were not re-checked in this period.")
    if fates.get(Fate.NOT_ANSWERED):
        return t("Its questions were not answered both times.")
    return t("Its questions cannot be compared in this period.")


def beside_words(t: Translator, period: Period, comparison: Comparison) -> str:
    """Beside how many of several measures that were worked on questions moved."""
    worked = [one for one in period.deeds if worked_on(one)]
    if len(worked) < 2:  # noqa: PLR2004 - of a single one its own line tells
        return ""
    beside = sum(bool(moved_meanwhile(one, comparison)) for one in worked)
    if not beside:
        return t("No question moved in the same period beside the measures that are done or run.")
    return t(
        "Questions moved in the same period beside {n} of {all} measures that are done or run.",
        n=beside,
        all=len(worked),
    )


def alone_words(t: Translator, period: Period, comparison: Comparison) -> tuple[str, ...]:
    """What moved though no measure that was done or running is meant to raise it."""
    asked = comparison.after.questionnaire
    return tuple(moved_words(t, asked, one) for one in moved_alone(period.deeds, comparison))
