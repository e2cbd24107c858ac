"""What became of the assessments of a package, line by line: each document fits to its hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.exchange.refused import RefusedError
from digimaturity.packs.benchmarks import figures_from
from digimaturity.services.client_package import checking as is_
from digimaturity.services.client_package import documents, form
from digimaturity.services.client_package.checking import Check, record
from digimaturity.services.client_package.log_reading import can_stand
from digimaturity.services.snapshot import FORM, digest_of
from digimaturity.store.history import KeptAssessment, KeptSignOff
from digimaturity.store.records import OF_THE_GROUP, Aspect, AssessmentState, SignEvent

_LINE: Mapping[str, Check] = {
    "assessment": is_.words,
    "event": is_.one_of([event.value for event in SignEvent]),
    "at": is_.moment,
    "by": is_.text(form.LONGEST_NAME),
    "reason": is_.text(),
    "digest": is_.or_none(is_.sha256),
    "document": is_.anything,
}
_DOCUMENT: Mapping[str, Check] = {
    "content": is_.anything,
    "people": lambda given: type(given) is list and all(map(is_.identity, given)),
}
_CONTENT: Mapping[str, Check] = {
    "form": is_.one_of([FORM]),
    "questionnaire": is_.sha256,
    "day": is_.day,
    "company": is_.anything,
    "viewpoints": is_.anything,
    "said": lambda given: type(given) is list,
    "files": lambda given: type(given) is list,
    "figures": is_.or_none(lambda given: type(given) is dict and is_.plain(given)),
}
_VIEWPOINT = is_.one_of([viewpoint.value for viewpoint in Viewpoint])
_ASPECT = is_.one_of([aspect.value for aspect in Aspect])
_FILE: Sequence[Check] = (
    is_.whole(0),
    is_.text(form.LONGEST_NAME),
    is_.file_name,
    is_.whole(0),
    is_.sha256,
)
#: What figures raise that make no sense.
_DAMAGED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class SignOffReader:
    """Reads the lines in their order: those of the first assessment, then of the next.

    `asked` gives the questionnaire of an assessment.
    """

    def __init__(
        self, assessments: Sequence[KeptAssessment], asked: Mapping[str, Questionnaire]
    ) -> None:
        self._places = {kept.id: place for place, kept in enumerate(assessments)}
        self._kept, self._asked = assessments, asked
        self._place, self._last = 0, ""

    def lines(self, stream: BinaryIO) -> Iterator[KeptSignOff]:
        """The lines of the part.

        Raises:
            RefusedError: ``not_json``, ``repeated_key``, ``keys``, ``value``, ``unknown``,
                ``order``, ``too_large``, ``contradiction`` (the hash is of something else, or the
                state of the assessment is another one); each names the line.
        """
        number = 0
        while content := stream.readline(form.LONGEST_SIGN_OFF + 1):
            number += 1
            where = f"{form.SIGN_OFFS}, {number}"
            if len(content) > form.LONGEST_SIGN_OFF:
                raise RefusedError("too_large", part=where, limit=form.LONGEST_SIGN_OFF)
            if number > form.MOST_SIGN_OFFS:
                raise RefusedError("value", where=form.SIGN_OFFS)
            yield self._line(is_.document(content, where), where)
        self._end(form.SIGN_OFFS)

    def _line(self, given: object, where: str) -> KeptSignOff:
        line = KeptSignOff(**record(given, _LINE, where))
        place = self._places.get(line.assessment)
        if place is None:
            raise RefusedError("unknown", where=f"{where}: assessment")
        if place < self._place:
            raise RefusedError("order", where=where)
        if place > self._place:
            self._end(where)
            self._place = place
        if not self._last and line.event != SignEvent.SIGNED:
            raise RefusedError("contradiction", where=f"{where}: event")
        self._last = line.event
        self._check(line, self._kept[place], where)
        return line

    def _end(self, where: str) -> None:
        """The last line of an assessment says whether it takes answers."""
        finished = self._kept and self._kept[self._place].state == AssessmentState.FINISHED
        if self._last and (self._last == SignEvent.SIGNED) != finished:
            raise RefusedError("contradiction", where=f"{where}: event")
        self._last = ""

    def _check(self, line: KeptSignOff, kept: KeptAssessment, where: str) -> None:
        if line.event == SignEvent.OPENED:
            if line.digest is not None or line.document is not None:
                raise RefusedError("contradiction", where=f"{where}: document")
            return
        given: Any = line.document
        document = record(given, _DOCUMENT, f"{where}: document")
        content = record(document["content"], _CONTENT, f"{where}: content")
        if digest_of(document) != line.digest:
            raise RefusedError("contradiction", where=f"{where}: digest")
        if content["questionnaire"] != kept.questionnaire:
            raise RefusedError("contradiction", where=f"{where}: questionnaire")
        record(content["company"], documents.DETAILS, f"{where}: company")
        views = content["viewpoints"]
        if type(views) is not list or not all(map(_VIEWPOINT, views)):
            raise RefusedError("value", where=f"{where}: viewpoints")
        if not len(views) == len(set(document["people"])) == len(document["people"]):
            raise RefusedError("value", where=f"{where}: people")
        questions = self._asked[kept.questionnaire]
        if not all(_is_said(one, questions, len(views)) for one in content["said"]):
            raise RefusedError("value", where=f"{where}: said")
        if not all(_is_file(one, len(views)) for one in content["files"]):
            raise RefusedError("value", where=f"{where}: files")
        _check_figures(content["figures"], where)


def _is_said(given: object, asked: Questionnaire, people: int) -> bool:
    """Whether somebody, or the group, can have said that."""
    if type(given) is not list or len(given) != 4:  # noqa: PLR2004 - who, question, aspect, value
        return False
    who, key, aspect, value = given
    if type(key) is not str or not _ASPECT(aspect) or (who is None) != (aspect in OF_THE_GROUP):
        return False
    known = who is None or (type(who) is int and 0 <= who < people)
    question = asked.by_id.get(key)
    return known and question is not None and can_stand(question, aspect, value)


def _is_file(given: object, people: int) -> bool:
    if type(given) is not list or len(given) != len(_FILE):
        return False
    return all(check(one) for check, one in zip(_FILE, given, strict=True)) and given[0] < people


def _check_figures(given: Mapping[str, Any] | None, where: str) -> None:
    try:
        if given is not None:
            figures_from(given)
    except _DAMAGED as error:
        raise RefusedError("value", where=f"{where}: figures") from error
