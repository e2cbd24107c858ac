"""What the results show of the viewpoints: in the words of the report, told as is wanted."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Responses
from digimaturity.domain.viewpoints import Together, recognisable
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import viewpoint_name
from digimaturity.ui.result_words import ResultWords
from digimaturity.ui.widgets.talk_box import Compared, Talked
from digimaturity.ui.widgets.viewpoints_box import Lacking, Seen, Told

#: Two make a comparison.
_TWO = 2


def seen_of(parts: Parts, words: ResultWords) -> Seen | Lacking:
    """The gaps, or how to get some."""
    views, part, session = words.wording.views, words.viewpoints, parts.session
    told = told_of(parts, words.wording.context.responses)
    if views is None or part is None:
        return Lacking(_lacking(parts, words.wording.context.responses), told)
    return Seen(
        part.statement,
        part.intro,
        part.areas,
        tuple(gap.id for gap in views.areas),
        len(views.questions),
        part.notes if session.mentoring or session.together else (),
        told,
    )


def talked_of(words: ResultWords) -> Talked | None:
    """What to talk about, and what came of it."""
    views, part = words.wording.views, words.viewpoints
    if views is None or part is None:
        return None
    return Talked(part.talk, tuple(gap.id for gap in views.to_talk_about), part.workshop)


def compared_of(words: ResultWords) -> Compared | None:
    """What stands beside the gaps."""
    part = words.viewpoints
    if part is None:
        return None
    return Compared(part.pairs, part.agreement_title, part.agreement, part.trend)


def told_of(parts: Parts, said: Responses) -> Told | None:
    """The choice of how viewpoints are told: a mentor's, where somebody could be recognised.

    Whoever finds several told as one can take that back.
    """
    session, present = parts.session, viewpoints_in(said)
    small = session.mentoring and bool(recognisable(said))
    if not session.together and not (small and len(present) >= _TWO):
        return None
    return Told(present, session.together, session.changeable)


def viewpoints_in(said: Responses) -> tuple[Viewpoint, ...]:
    """From which viewpoints there are answers."""
    found = {person.viewpoint for person in said.respondents if said.answers.get(person.id)}
    return tuple(view for view in Viewpoint if view in found)


def tell_as_one(parts: Parts, together: Together) -> None:
    """Keep how viewpoints are told; all pages follow."""
    parts.shell.attempt(lambda: parts.session.tell_together(together))


def _lacking(parts: Parts, said: Responses) -> str:
    t, present, session = parts.t, viewpoints_in(said), parts.session
    if session.together and len(present) >= _TWO:
        return t("All viewpoints are told as one, so nothing is told of where they differ.")
    if not present:
        return t(
            "Here stands where management, IT and departments see different firms, once two of"
            " them have answered."
        )
    if len(present) >= _TWO:
        return t(
            "No question has been answered from two viewpoints yet. Once one has, it stands here"
            " where they see different firms."
        )
    name = viewpoint_name(present[0], t)
    waited_for = sum(person.viewpoint not in present for person in said.respondents)
    if waited_for:
        return t.plural(
            "So far only one viewpoint has answered: {view}. From another one {n} person takes"
            " part, of whom nothing is here yet; once it is, it stands here where they see"
            " different firms.",
            "So far only one viewpoint has answered: {view}. From others {n} people take part, of"
            " whom nothing is here yet; once it is, it stands here where they see different firms.",
            waited_for,
            view=name,
        )
    if session.mentoring:
        return t(
            "So far only one viewpoint has answered: {view}. Let people from another one answer,"
            " too, here or by a form: then it stands here where they see different firms.",
            view=name,
        )
    return t(
        "So far only one viewpoint has answered: {view}. Ask somebody who sees the firm from"
        " elsewhere to answer, too, here or by a form: then it stands here where you differ.",
        view=name,
    )
