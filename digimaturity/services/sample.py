"""The invented sample company: what its people answered in three years, and its roadmap."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.services.answers_file import AnswersFile, put_answers, read_answers
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.packs import installed_benchmarks, usable_questionnaires
from digimaturity.services.sample_roadmap import put_roadmap
from digimaturity.services.sign_off import sign_within
from digimaturity.services.workspace import Workspace

#: Who signed the earlier ones off; invented, as all of it.
_SIGNER = "Inga Lorenz"

_EARLIER = ("answers-2024.json", "answers-2025.json")
_NEWEST = "answers.json"


def read_sample() -> AnswersFile:
    """The sample company's newest answers, as they are shipped."""
    return _read(_NEWEST)


def load_sample(workspace: Workspace, language: str = "en") -> Change:
    """Put the sample company into the workspace; `Change` tells its and the newest assessment's id.

    The earlier assessments are finished, so that they keep the company as it was then; the newest
    still takes answers. What a group wrote down there, and the roadmap, is in `language`, or else
    in English.
    """
    company, figures = "", installed_benchmarks().data
    questionnaires = usable_questionnaires()  # read once for all three
    with workspace.writing() as stored:  # all of it, or nothing
        for name in _EARLIER:
            answers = _said(_read(name, questionnaires), name, language)
            record = put_answers(stored, answers, company=company, begun=_on(answers.day, 8))
            sign_within(stored, record, figures, _SIGNER, at=_on(answers.day, 16))
            company = record.company
        answers = _read(_NEWEST, questionnaires)
        newest = put_answers(stored, answers, company=company, begun=_on(answers.day, 8))
        put_roadmap(stored, company, language)
    return Change(ChangeKind.COMPANY, company=company, assessment=newest.id)


def _on(day: date, hour: int) -> str:
    """A moment of a day as the workspace writes it."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC).isoformat(
        timespec="milliseconds"
    )


def _read(name: str, questionnaires: Mapping[str, Questionnaire] | None = None) -> AnswersFile:
    return read_answers(paths.resources_dir() / "sample" / name, questionnaires)


def _said(answers: AnswersFile, name: str, language: str) -> AnswersFile:
    """The same with what the group wrote down, in a language that has words of its own for it."""
    path = paths.resources_dir() / "sample" / name.replace(".json", f".{language}.json")
    if not path.is_file():
        return answers
    words = json.loads(path.read_bytes())
    said = replace(answers.responses, reasons=words["reasons"], parked=words["parked"])
    return replace(answers, responses=said)
