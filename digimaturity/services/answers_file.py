"""The answers of one assessment as a JSON file: company, respondents and what they said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digimaturity.domain.evaluation import Evaluation, PeerOptions, evaluate
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer, Responses, State
from digimaturity.domain.sample import Peers
from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.report.wording import ReportContext
from digimaturity.services.answers import answer_to_json
from digimaturity.services.answers_faults import AnswersProblem
from digimaturity.services.answers_reading import FORMAT, AnswersFile, parse_answers
from digimaturity.services.answers_writing import said_document
from digimaturity.services.assessments import begin
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.companies import checked
from digimaturity.services.evaluation_file import evaluation_document
from digimaturity.services.packs import installed_benchmarks, usable_questionnaires
from digimaturity.services.text import storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import Aspect, AssessmentRecord, CompanyRecord, Json, Key

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

__all__ = [
    "FORMAT",
    "AnswersFile",
    "AnswersProblem",
    "answers_document",
    "evaluate_answers",
    "evaluation_to_json",
    "parse_answers",
    "read_answers",
    "save_answers",
]

#: No file of answers is that large (bytes); a video by mistake is not read into memory.
LARGEST = 20_000_000


def read_answers(
    path: Path, questionnaires: Mapping[str, Questionnaire] | None = None
) -> AnswersFile:
    """Read and check a file of answers.

    `questionnaires` are those that it may name, by id; those that are installed, if not given.

    Raises:
        UserError: ``answers.missing`` (no such file), ``answers.too_large``, ``answers.invalid``
            with every fault in `problems`, or what the system says.
    """
    if not path.is_file():
        raise UserError("answers.missing", path=path)
    if path.stat().st_size > LARGEST:
        raise UserError("answers.too_large", path=path)
    with explained(path):
        content = path.read_bytes()
    try:
        known = usable_questionnaires() if questionnaires is None else questionnaires
        return parse_answers(content, known)
    except UserError as error:
        raise UserError(error.code, **error.details, path=path) from None


def evaluate_answers(
    answers: AnswersFile,
    benchmarks: BenchmarkData | None = None,
    choice: PeerChoice | None = None,
) -> Evaluation:
    """Evaluate a file of answers without any workspace.

    It is compared with `benchmarks`; if not given, with the installed ones and with the imported
    peer packs. `choice` is the peer group that was asked for; None: the most specific with figures.
    """
    company, samples = answers.company.company, tuple[Peers, ...]()
    if benchmarks is None:
        # Signatures are checked by a library that the start of the program does without.
        from digimaturity.services.peers import peers_from_packs

        benchmarks = installed_benchmarks().data
        samples = peers_from_packs(company, answers.questionnaire, choice)
    return evaluate(
        answers.questionnaire,
        answers.responses,
        company=company,
        benchmarks=benchmarks,
        year=answers.day.year,
        peers=PeerOptions(choice, samples),
    )


def evaluation_to_json(answers: AnswersFile, choice: PeerChoice | None = None) -> dict[str, Any]:
    """The result of a file of answers as plain JSON (`evaluation_file`)."""
    context = ReportContext(answers.responses, answers.day)
    return evaluation_document(evaluate_answers(answers, choice=choice), context)


def save_answers(
    workspace: Workspace, answers: AnswersFile, by: str = "", *, company: str = ""
) -> Change:
    """Put a file of answers into the workspace as an assessment of a new company.

    With the id of a `company` it is one more of that one, which has the details of the file from
    then on.
    """
    with workspace.writing() as stored:
        record = put_answers(stored, answers, by, company=company)
    return Change(ChangeKind.COMPANY, company=record.company, assessment=record.id)


def put_answers(
    stored: Repository, answers: AnswersFile, by: str = "", *, company: str = "", begun: str = ""
) -> AssessmentRecord:
    """The same within a transaction that does more; the assessment as it begins.

    `begun` is when (UTC), if not now.
    """
    said = answers.responses
    key = stored.companies.save(replace(checked(answers.company), id=company))
    stored.flush()
    taking_part = [(person.viewpoint, person.name) for person in said.respondents]
    record = begin(stored, key, answers.questionnaire, answers.day, taking_part)
    if begun:
        stored.assessments.date_back(record.id, begun)
    stored.answers.append_first(_lines(record, said), by)
    return record


def _lines(record: AssessmentRecord, said: Responses) -> Iterator[tuple[Key, Json]]:
    """What each of them said, and what the group did, as lines of the log."""
    for person, saved in zip(said.respondents, record.respondents, strict=True):
        for question, answer in said.answers.get(person.id, {}).items():
            for aspect, new in _entries(answer):
                yield Key(record.id, saved.id, question, aspect), new
    together: Mapping[Aspect, Mapping[str, Json]] = {
        Aspect.CONSENSUS: said.consensus,
        Aspect.REASON: {question: storable(text) for question, text in said.reasons.items()},
        Aspect.PARKED: {question: storable(text) for question, text in said.parked.items()},
    }
    for aspect, entries in together.items():
        for question, entry in entries.items():
            yield Key(record.id, None, question, aspect), entry


def _entries(answer: Answer) -> Iterator[tuple[Aspect, Json]]:
    """An answer and what stands beside it, as lines of the log."""
    if answer.state is not State.UNANSWERED:
        yield Aspect.ANSWER, answer_to_json(answer)
    beside: Mapping[Aspect, Json] = {
        Aspect.COMMENT: storable(answer.comment),
        Aspect.EVIDENCE: storable(answer.evidence),
        Aspect.REVIEW: answer.review,
    }
    yield from ((aspect, said) for aspect, said in beside.items() if said)


def answers_document(answers: AnswersFile) -> dict[str, Any]:
    """The file of answers as plain JSON; `parse_answers` is its inverse."""
    return {
        "format": FORMAT,
        "questionnaire": answers.questionnaire.id,
        "company": _company(answers.company),
        "date": answers.day.isoformat(),
        **said_document(answers.questionnaire, answers.responses),
    }


def _company(company: CompanyRecord) -> dict[str, Any]:
    known = {
        "name": company.name,
        "country": company.country,
        "section": company.section,
        "employees": company.employees,
        "turnover": company.turnover_band,
    }
    return {key: value for key, value in known.items() if value is not None}
