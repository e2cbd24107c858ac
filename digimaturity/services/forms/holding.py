"""A return held against an assessment: which lines of the answer log it would add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from digimaturity.domain.questionnaire import Question, Questionnaire
from digimaturity.domain.responses import Answer, Responses, State
from digimaturity.domain.texts import Localized
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.answers import (
    answer_from_json,
    answer_to_json,
    entry_of,
    responses_of,
    with_entry,
)
from digimaturity.services.answers_faults import Faults
from digimaturity.services.answers_said import read_responses
from digimaturity.services.forms.counting import asked_of, count_of
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.preview import Found
from digimaturity.services.forms.returned import Returned
from digimaturity.services.forms.typed import Typed, typed_last
from digimaturity.services.going_on import same_meaning
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.workspace import Workspace
from digimaturity.store.clock import now
from digimaturity.store.records import (
    Aspect,
    AssessmentRecord,
    CompanyRecord,
    FormRecord,
    Json,
    Key,
    ReturnRecord,
)

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

#: Behind every SHA-256 in hexadecimal.
_LAST = "g"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that would be added to the answer log."""

    key: Key
    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class Here:
    """An assessment as it is, with what was typed, the forms made for it and what came back."""

    record: AssessmentRecord
    company: CompanyRecord
    questionnaire: Questionnaire
    responses: Responses
    forms: Mapping[str, FormRecord]
    returns: tuple[ReturnRecord, ...]
    typed: Mapping[Key, Typed]
    stamp: str

    def of_person(self, person: str) -> list[ReturnRecord]:
        """What came back of the forms made for somebody."""
        return [one for one in self.returns if self.forms[one.form].respondent == person]

    def after(self, lines: tuple[Line, ...], form: FormRecord, taken: ReturnRecord) -> Here:
        """The same once a return was taken in."""
        said, brought = self.responses, {line.key for line in lines}
        for line in lines:
            said = with_entry(said, line.key, line.new)
        return replace(
            self,
            responses=said,
            forms={**self.forms, form.id: form},
            returns=(*self.returns, taken),
            typed={key: one for key, one in self.typed.items() if key not in brought},
        )


@dataclass(slots=True)
class Held:
    """What becomes of the entries of a return, question by question."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    older: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def here_of(workspace: Workspace, stored: Repository, identity: Identity) -> Here:
    """The assessment that a form was made for.

    Raises:
        RefusedError: ``unknown_assessment``.
    """
    record = stored.assessments.get(identity.assessment)
    if record is None:
        raise RefusedError("unknown_assessment")
    forms = {form.id: form for form in stored.forms.of_assessment(record.id)}
    returns = stored.forms.returned(record.id)
    people = [(one.id, one.viewpoint.value) for one in record.respondents]
    return Here(
        record,
        stored.companies.one(record.company),
        workspace.questionnaire(record.questionnaire, stored),
        responses_of(record.respondents, stored.answers.current(record.id)),
        forms,
        returns,
        typed_last(stored.answers.history(record.id)),
        repr((record.state.value, people, stored.answers.last(record.id), len(returns))),
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a return in would do; `said` are the questions of which it says something."""

    found: Found
    lines: tuple[Line, ...]
    said: Mapping[Aspect, frozenset[str]]


def planned(stored: Repository, here: Here, returned: Returned) -> Plan:
    """Hold a return against what is here.

    Raises:
        RefusedError: ``finished``, ``unknown_person``, ``forged`` (the form was made here for
            somebody else), ``other_questionnaire`` (a version that nobody here knows).
    """
    identity = returned.identity
    known = stored.forms.get(identity.form)
    form = known or here.forms.get(identity.form)
    if form is not None and form.checksum != identity.checksum:
        raise RefusedError("forged")
    people = {one.id: one for one in here.record.respondents}
    if identity.respondent not in people:
        raise RefusedError("unknown_person")
    if not here.record.open:
        raise RefusedError("finished")
    person = people[identity.respondent]
    asked = _asked(stored, here, identity)
    answers, unclear = _understood(here.questionnaire, returned, asked)
    found = Found(
        returned,
        here.record,
        here.company,
        person,
        count_of(here.questionnaire, replace(person, viewpoint=identity.viewpoint), answers),
        foreign=tuple(key for key in returned.answers if key not in asked),
        unclear=unclear,
        unclear_texts=tuple(_worded(asked[key], identity) for key in unclear),
        known_form=known is not None,
        taken_before=_taken_before(here, returned),
        same_version=identity.fingerprint == here.record.questionnaire,
        stamp=here.stamp,
    )
    return _compared(here, found, answers)


def _worded(question: Question, identity: Identity) -> Localized:
    return question.wordings.get(identity.viewpoint) or question.text


def _taken_before(here: Here, returned: Returned) -> bool:
    """Whether the same is here, and nothing else that the person has said between the two.

    Who goes back to what they said first has said it anew. Of what does not say when it was filled
    that is not known: it may be the same file once more.
    """
    identity = returned.identity
    own = here.of_person(identity.respondent)
    same = [one for one in own if (one.form, one.sha256) == (identity.form, returned.content)]
    if not same:
        return False
    since, again = max(map(_moment, same)), (returned.filled, returned.content)
    return not any(one not in same and since < _moment(one) < again for one in own)


def _moment(one: ReturnRecord) -> tuple[str, str]:
    """When it was filled; what does not say when counts as filled when it was taken in.

    Of two at one moment always the same one is the later.
    """
    return one.filled or one.taken, one.sha256


def _asked(stored: Repository, here: Here, identity: Identity) -> Mapping[str, Question]:
    """The questions whose answers can be taken: of another version those that mean the same."""
    asked = asked_of(here.questionnaire, identity.viewpoint)
    if identity.fingerprint == here.record.questionnaire:
        return asked
    other = _other_version(stored, identity)
    if other is None:
        raise RefusedError("other_questionnaire", version=identity.version)
    return {
        key: question
        for key, question in asked.items()
        if key in other.by_id and same_meaning(question, other.by_id[key])
    }


def _other_version(stored: Repository, identity: Identity) -> Questionnaire | None:
    """The questionnaire that a form was made of, kept with another assessment or installed."""
    document = stored.histories.questionnaire(identity.fingerprint)
    if document is not None:
        from digimaturity.packs import questionnaire_from_document

        return questionnaire_from_document(document, identity.fingerprint)
    installed = usable_questionnaires().values()
    return next((one for one in installed if one.fingerprint == identity.fingerprint), None)


def _understood(
    questionnaire: Questionnaire, returned: Returned, asked: Mapping[str, Question]
) -> tuple[dict[str, Answer], tuple[str, ...]]:
    """The answers to what was asked, and the ids of those that make no sense."""
    person = returned.identity.respondent
    given = {key: said for key, said in returned.answers.items() if key in asked}
    one = {"id": person, "viewpoint": returned.identity.viewpoint.value, "answers": given}
    read = read_responses(Faults(), {"respondents": [one]}, questionnaire).answers[person]
    answers = {key: _of_a_form(read[key]) for key in given if key in read}
    return answers, tuple(key for key in given if key not in answers)


def _of_a_form(answer: Answer) -> Answer:
    """Forms ask for no evidence, and mark nothing; whoever answers one confirms what they say."""
    return replace(answer, evidence="", review=False, carried=False)


def _compared(here: Here, found: Found, answers: Mapping[str, Answer]) -> Plan:
    said: dict[Aspect, frozenset[str]] = {
        Aspect.ANSWER: frozenset(
            key for key, one in answers.items() if one.state is not State.UNANSWERED
        ),
        Aspect.COMMENT: frozenset(key for key, one in answers.items() if one.comment),
    }
    if found.taken_before:
        return Plan(found, (), said)
    later = _later(here, found)
    held: dict[Aspect, Held] = {aspect: Held() for aspect in said}
    for aspect, keys in said.items():
        for question in (key for key in answers if key in keys):
            answer = answers[question]
            new = answer_to_json(answer) if aspect is Aspect.ANSWER else answer.comment
            key = Key(here.record.id, found.person.id, question, aspect)
            line = Line(key, entry_of(here.responses, key), new)
            left = question in later[aspect] or _typed_over(here, found, line)
            _hold(held[aspect], line, left=left)
    own, comments = held[Aspect.ANSWER], held[Aspect.COMMENT]
    return Plan(
        replace(
            found,
            new=tuple(own.new),
            changed=tuple(own.changed),
            same=tuple(own.same),
            older=tuple(own.older),
            comments=len(comments.lines),
        ),
        (*own.lines, *comments.lines),
        said,
    )


def _typed_over(here: Here, found: Found, line: Line) -> bool:
    typed = here.typed.get(line.key)
    return typed is not None and typed.holds(found.returned, line.old, line.new)


def _hold(held: Held, line: Line, *, left: bool) -> None:
    if line.old == line.new:
        held.same.append(line.key.question)
    elif left:
        held.older.append(line.key.question)
    else:
        (held.new if _nothing_said(line) else held.changed).append(line.key.question)
        held.lines.append(line)


def _nothing_said(line: Line) -> bool:
    """Whether nothing was said to it this year: what is carried over is an earlier year's."""
    if line.key.aspect is not Aspect.ANSWER:
        return line.old is None
    answer = answer_from_json(line.old)
    return answer is None or answer.carried


def _later(here: Here, found: Found) -> Mapping[Aspect, frozenset[str]]:
    """Of what the person's forms that were filled later, and are here, said something.

    So it does not matter in which order forms are taken in: the one filled last holds, and of two
    at one moment always the same one. One that does not say when counts as filled when it is taken
    in, after all that is here.
    """
    returned = found.returned
    own = (returned.filled or now(), returned.content if returned.filled else _LAST)
    later = [one for one in here.of_person(found.person.id) if _moment(one) > own]
    return {
        aspect: frozenset(key for one in later for key in one.said.get(aspect, ()))
        for aspect in (Aspect.ANSWER, Aspect.COMMENT)
    }
