"""What the workshop says: how far it is, who said what once that is shown, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil, floor

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import State
from digimaturity.domain.viewpoints import Gap, recognisable
from digimaturity.domain.workshop import Lack, Standing, Topic, Vote
from digimaturity.i18n import Translator
from digimaturity.report.build.gap_words import gap_sentence
from digimaturity.report.carried_words import carried_since, unconfirmed
from digimaturity.report.wording import Wording
from digimaturity.ui.vote_group import VoteGroup


def vote_groups(
    votes: Sequence[Vote], w: Wording, *, names: bool
) -> Mapping[int, tuple[VoteGroup, ...]]:
    """Who chose which level: viewpoints, or persons by their `names` where they have some."""
    found: dict[int, tuple[VoteGroup, ...]] = {}
    for level in sorted({vote.level for vote in votes if vote.level is not None}):
        found[level] = _groups([vote for vote in votes if vote.level == level], w, names=names)
    return found


def _groups(votes: Sequence[Vote], w: Wording, *, names: bool) -> tuple[VoteGroup, ...]:
    this_year = _alike([vote for vote in votes if not vote.carried], w, names=names)
    carried = _alike([vote for vote in votes if vote.carried], w, names=names)
    return (*this_year, *(_of_before(one, w) for one in carried))


def _of_before(group: VoteGroup, w: Wording) -> VoteGroup:
    """The same as an earlier year's, which nobody has confirmed."""
    year, t = carried_since(w), w.t
    name = t("{year}: {who}", year=year, who=group.name) if year else group.name
    mark = t("from {year}, not confirmed", year=year) if year else unconfirmed(t)
    return replace(group, name=name, spoken=f"{group.spoken}, {mark}", carried=True)


def _alike(votes: Sequence[Vote], w: Wording, *, names: bool) -> tuple[VoteGroup, ...]:
    groups = []
    for view in Viewpoint:
        own = [vote.person for vote in votes if vote.person.viewpoint is view]
        called = [one.name for one in own if names and one.name]
        groups += [
            VoteGroup(view, 1, _both(name, view, w), _both(name, view, w)) for name in called
        ]
        if nameless := len(own) - len(called):
            name = w.viewpoint(view)
            spoken = w.t.plural("{name}: {n} person", "{name}: {n} people", nameless, name=name)
            groups.append(VoteGroup(view, nameless, name, spoken))
    return tuple(groups)


def _both(name: str, view: Viewpoint, w: Wording) -> str:
    return f"{name} · {w.viewpoint(view)}"


def silent_words(votes: Sequence[Vote], w: Wording, *, names: bool) -> str:
    """Who said that they don't know, or that the question does not apply; empty: nobody."""
    t = w.t
    said = ((State.DONT_KNOW, t("Don’t know")), (State.NOT_APPLICABLE, t("Not applicable")))
    words = []
    for state, what in said:
        groups = _groups([vote for vote in votes if vote.state is state], w, names=names)
        who = [f"{one.name} ({one.people})" if one.people > 1 else one.name for one in groups]
        if who:
            words.append(t("{what}: {who}", what=what, who=", ".join(who)))
    return " · ".join(words)


def place_words(topic: Topic, w: Wording) -> str:
    """Where in the questionnaire it stands: ``Security · IT``."""
    asked = w.evaluation.questionnaire
    area = asked.area_of[topic.question]
    return f"{w.text(area.name)} · {w.text(asked.dimension_of[area.id].name)}"


def question_words(topic: Topic, w: Wording) -> str:
    """What is asked, in the words that are meant for everybody."""
    return w.text(w.evaluation.questionnaire.by_id[topic.question].text)


def gap_words(gap: Gap, w: Wording) -> str:
    """Who rates the question that is shown higher than whom, and by how many points."""
    return f"{gap_sentence(w, '', gap)}."


def level_words(topic: Topic, w: Wording) -> str:
    """The level that was agreed on, with its name; empty where there is none."""
    if topic.agreed is None:
        return ""
    names = w.evaluation.questionnaire.level_names
    own = len(w.evaluation.questionnaire.by_id[topic.question].levels) == len(names)
    number = w.t("level {level}", level=topic.agreed)
    return f"{number}, {w.text(names[topic.agreed - 1])}" if own else number


def standing_words(found: Standing, t: Translator) -> str:
    """How many questions with a notable gap were talked about."""
    if not found.notable:
        return t("No gap is notable")
    return t.plural(
        "{talked} of {n} with a notable gap talked about",
        "{talked} of {n} with a notable gap talked about",
        found.notable,
        talked=found.talked,
    )


def recognised_words(w: Wording) -> str:
    """That few people have a viewpoint, so that everybody knows who said what; or nothing."""
    views = recognisable(w.context.responses, w.options.together)
    if not views:
        return ""
    names = w.listed([w.viewpoint(view) for view in views])
    return w.t(
        "Fewer than three people: {views}. Once votes are shown, anybody can tell who said what.",
        views=names,
    )


def lack_words(lack: Lack, w: Wording) -> tuple[str, str]:
    """Why there is nothing to compare, and what brings it about."""
    t, responses = w.t, w.context.responses
    match lack:
        case Lack.ONE_PERSON:
            return (
                t("One person has a part in this assessment."),
                t(
                    "A workshop compares what management, IT and departments say. Let several"
                    " people answer, each from a viewpoint of their own."
                ),
            )
        case Lack.ONE_VIEWPOINT:
            return (
                t("All have the same viewpoint: {view}.", view=_only_view(w)),
                t(
                    "A workshop compares what management, IT and departments say. Let somebody"
                    " answer who sees the firm from elsewhere."
                ),
            )
        case Lack.NO_GAP:
            return (
                t("All viewpoints rate every question alike."),
                t(
                    "They come to the same mean everywhere. Within a viewpoint people may still"
                    " differ: you can go through the questions together."
                ),
            )
    answered = sum(bool(own) for own in responses.answers.values())
    return (
        t("No question has been answered from two viewpoints yet."),
        t(
            "Answers so far: {n} of {all} people. As soon as two viewpoints have answered the same"
            " question, it is shown here, the largest gap first.",
            n=answered,
            all=len(responses.respondents),
        ),
    )


def _only_view(w: Wording) -> str:
    return w.viewpoint(w.context.responses.respondents[0].viewpoint)


def clock_words(spent: float, left: float | None) -> str:
    """Minutes and seconds: ``4:05`` spent, or left; ``+0:12`` is more than there was."""
    if left is None:
        return _minutes(floor(spent))
    return _minutes(ceil(left)) if left > 0 else f"+{_minutes(floor(-left))}"


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
