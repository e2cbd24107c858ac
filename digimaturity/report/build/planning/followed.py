"""What became of measures, and what management declined: the end of the chapter of the roadmap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from digimaturity.domain.roadmap.following import Followed, execution_rate, followed, in_order
from digimaturity.domain.roadmap.items import FollowUp, State
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.planning import Lines, Section
from digimaturity.report.roadmap_words import quarter_words, title_of
from digimaturity.report.wording import Wording


def followed_section(w: Wording, roadmap: Roadmap) -> Iterator[Section]:
    """Measures and projects of which there is something to tell, by the day of the assessment."""
    t, day = w.t, w.context.day
    told = [one for one in followed(roadmap, day) if _told(one)]
    if not told:
        return
    rate = execution_rate(roadmap, day)
    note = ""
    if rate is not None:
        note = t(
            "Done, of what should be done by now: {done} of {due}.", done=rate.done, due=rate.due
        )
    lines = tuple(
        Labelled(title_of(roadmap, one.key, t), " ".join(_sentences(w, one))) for one in told
    )
    yield Section(t("What became of it"), note, (Lines(lines),))


def _told(one: Followed) -> bool:
    if one.task is None:
        return one.follow_up != FollowUp()
    return one.state is not State.PLANNED or one.follow_up != FollowUp()


def _sentences(w: Wording, one: Followed) -> Iterator[str]:
    t, noted = w.t, one.follow_up
    if one.task is not None:
        yield _state(w, one)
        if one.state is State.DROPPED and one.task.decision.reason:
            yield one.task.decision.reason
    yield from _values(w, noted)
    if noted.reviews:
        last = max(noted.reviews, key=lambda review: review.day)
        yield t("Review on {day}: {said}", day=t.date(last.day), said=last.said)
    after = noted.afterwards
    if after is not None:
        yield from (words for words in (after.brought, after.learned) if words)
    elif noted.next_review is not None:
        yield t("Next review on {day}.", day=t.date(noted.next_review))


def _state(w: Wording, one: Followed) -> str:
    t = w.t
    match one.state:
        case State.DONE if one.last is not None:
            return t("Done in {quarter}.", quarter=quarter_words(t, one.last))
        case State.DONE:
            return t("Done.")
        case State.RUNNING if one.first is not None:
            return t("Running since {quarter}.", quarter=quarter_words(t, one.first))
        case State.RUNNING:
            return t("Running.")
        case State.DROPPED:
            return t("Dropped.")
    return t("Planned.")


def _values(w: Wording, noted: FollowUp) -> Iterator[str]:
    t, values = w.t, in_order(noted.values)
    if not values:
        return
    unit = f" {noted.unit}" if noted.unit else ""
    last = values[-1]
    shown = f"{_number(w, last.value)}{unit}"
    if len(values) > 1:
        first = f"{_number(w, values[0].value)}{unit}"
        words = t("From {first} to {last} by {day}", first=first, last=shown, day=t.date(last.day))
    else:
        words = t("{value} on {day}", value=shown, day=t.date(last.day))
    if noted.aim is not None:
        aim = f"{_number(w, noted.aim)}{unit}"
        words = t("{words}; aim {aim}", words=words, aim=aim)
    yield f"{words}."


def _number(w: Wording, value: float) -> str:
    return w.t.number(value, 0 if float(value).is_integer() else 1)


def decided_sections(w: Wording, roadmap: Roadmap) -> Iterator[Section]:
    """What was declined, with its reason: a decision that is not told looks like an oversight."""
    t, book = w.t, roadmap.book
    measures = {one.id: one for one in w.evaluation.questionnaire.measures}
    lines = tuple(
        Labelled(
            title_of(roadmap, key, t, measures.values()),
            decision.reason or t("No reason was given."),
        )
        for key, decision in book.decisions.items()
        if not decision.accepted and key in chain(measures, book.own)
    )
    if lines:
        yield Section(t("What management declined"), "", (Lines(lines),))
