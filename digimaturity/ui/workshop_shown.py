"""What is to be seen of a question in the workshop: nothing of votes until they are revealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from digimaturity.domain.workshop import Topic, votes_on
from digimaturity.i18n import Translator
from digimaturity.report.build.talk import prompt
from digimaturity.report.wording import Wording
from digimaturity.services.changes import ChangeKind
from digimaturity.ui.open_case import OpenCase
from digimaturity.ui.vote_group import VoteGroup
from digimaturity.ui.widgets.workshop_stage import Shown
from digimaturity.ui.workshop_sitting import Sitting
from digimaturity.ui.workshop_words import (
    gap_words,
    level_words,
    place_words,
    recognised_words,
    silent_words,
    vote_groups,
)

#: A sentence, further ones, and the votes of each level.
_Tally = tuple[str, tuple[str, ...], Mapping[int, tuple[VoteGroup, ...]]]


def shown_of(topic: Topic, w: Wording, sitting: Sitting, case: OpenCase) -> Shown:
    """A question as it is to be seen now."""
    t, key = w.t, topic.question
    tally, more, votes = _tally(topic, w, sitting, names=sitting.names and case.aliases is None)
    words = level_words(topic, w)
    notes = {
        kind: None if case.hides(kind, key) else text
        for kind, text in ((ChangeKind.REASON, topic.reason), (ChangeKind.PARKED, topic.parked))
    }
    if words:
        agreement = t("Agreed: {level}", level=words)
    else:
        agreement = "" if case.read_only else t("Agree on a level with 1 to 5.")
    return Shown(
        place_words(topic, w),
        tally,
        more,
        votes,
        topic.agreed,
        agreement,
        notes,
        case.read_only,
    )


def with_hidden(topics: Sequence[Topic], case: OpenCase, t: Translator) -> tuple[Topic, ...]:
    """The same; what was put off counts as put off, though other names hide the words."""
    hidden = case.hidden(ChangeKind.PARKED)
    words = t("A note is in the parking lot. It is not shown under other names.")
    return tuple(
        replace(topic, parked=words) if topic.question in hidden else topic for topic in topics
    )


def _tally(topic: Topic, w: Wording, sitting: Sitting, *, names: bool) -> _Tally:
    """The sentence below the levels, what else is said, and the votes of each level."""
    t = w.t
    votes = votes_on(topic.question, w.context.responses, w.options.together)
    answered = t("Answers: {n} of {all}", n=topic.answered, all=topic.asked)
    carried = sum(vote.carried for vote in votes)
    if carried:
        answered = t("{words}, {n} of them from an earlier year", words=answered, n=carried)
    if topic.question not in sitting.revealed:
        warning = "" if sitting.revealed or not topic.answered else recognised_words(w)
        return answered, (warning,) if warning else (), {}
    tally = gap_words(topic.gap, w) if topic.gap else answered
    more = []
    if silent := silent_words(votes, w, names=names):
        more.append(silent)
    if topic.gap and (carried or topic.answered < topic.asked):
        more.append(answered)
    if topic.gap and topic.notable:
        asked = w.evaluation.questionnaire.by_id[topic.question]
        more.append(prompt(w, asked, topic.gap))
    return tally, tuple(more), vote_groups(votes, w, names=names)
