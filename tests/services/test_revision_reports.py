"""What the report says of a sign-off, and the report of an earlier revision."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.i18n import Translator
from digimaturity.report.identity import content_code
from digimaturity.report.sign_words import grouped, short_hash
from digimaturity.services import recording, sign_off
from digimaturity.services.exports import Format, chapters_of, exported
from digimaturity.services.reports import Order, assessment_order
from digimaturity.services.results import newest_to_json
from digimaturity.services.workspace import Workspace
from tests.services.small import Sitting, begin

ENGLISH = Translator.load("en", paths.resources_dir() / "locale")


@pytest.fixture
def twice(workspace: Workspace, readiness: Questionnaire) -> Sitting:
    """Signed by Ada with all at level 2, corrected, and signed by Bo with all at level 4."""
    sitting = begin(workspace, readiness)
    for by, level in (("Ada", 2), ("Bo", 4)):
        for question in readiness.rated_questions:
            place = workspace, sitting.assessment, sitting.manager, question.id
            recording.record_answer(*place, Answer.of(level))
        sign_off.sign(workspace, sitting.assessment, by, BenchmarkData())
        if by == "Ada":
            sign_off.correct(workspace, sitting.assessment, "Read as the goal, not the state")
    return sitting


def order(sitting: Sitting, revision: int = 0) -> Order:
    return assessment_order(
        sitting.workspace,
        sitting.assessment,
        ENGLISH,
        benchmarks=BenchmarkData(),
        revision=revision,
    )


def brief(made: Order) -> Order:
    """The same without all chapters that a report can be without."""
    every = chapters_of(made.evaluation, made.context, made.t)
    out = frozenset(one.key for one in every if one.optional)
    options = replace(made.context.options, left_out=out)
    return replace(made, context=replace(made.context, options=options))


def pages(data: bytes) -> list[str]:
    found = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    return [re.sub(r"\s+", " ", text) for text in found]


def paragraphs(data: bytes) -> str:
    document = Document(BytesIO(data))
    cells = (cell.text for t in document.tables for row in t.rows for cell in row.cells)
    return " ".join([*(one.text for one in document.paragraphs), *cells])


def test_cover_and_method_tell_who_signed_what_in_pdf_and_word(twice: Sitting) -> None:
    _, two = sign_off.revisions_of(twice.workspace, twice.assessment).revisions
    made = brief(order(twice))
    pdf = pages(exported(made, Format.PDF))
    assert f"by Bo revision 2, content {short_hash(two.digest)}" in pdf[0]
    whole = " ".join(pdf)
    assert whole.count(grouped(two.digest)) == 1
    assert "Revision 1 was corrected: Read as the goal, not the state." in whole
    assert "Draft" not in pdf[0]
    word = paragraphs(exported(made, Format.WORD))
    assert "by Bo" in word
    assert word.count(grouped(two.digest)) == 1


def test_the_report_of_a_revision_tells_that_a_later_one_corrects_it(twice: Sitting) -> None:
    first = brief(order(twice, revision=1))
    pdf = pages(exported(first, Format.PDF))
    assert "by Ada revision 1 of 2, content" in pdf[0]
    assert "revision 1 of 2. A later revision corrects it." in " ".join(pdf)
    signature = first.context.signature
    assert signature is not None
    then = replace(first.context, signature=replace(signature, of=1))
    assert content_code(first.evaluation, then) == content_code(first.evaluation, first.context)


def test_the_report_of_a_revision_is_of_that_revision(twice: Sitting) -> None:
    one, _ = sign_off.revisions_of(twice.workspace, twice.assessment).revisions
    first, now = order(twice, revision=1), order(twice)
    assert (first.evaluation.overall.shown, now.evaluation.overall.shown) == (25, 75)
    said = first.context.responses.answers[twice.manager]
    assert {answer.value for answer in said.values()} == {2}
    signature = first.context.signature
    assert signature is not None
    assert (signature.number, signature.by, signature.digest) == (1, "Ada", one.digest)
    data = json.loads(exported(first, Format.DATA))
    assert (data["signed"]["revision"], data["signed"]["sha256"]) == (1, one.digest)
    assert (
        json.loads(exported(now, Format.DATA))["signed"]
        == newest_to_json(twice.workspace)["signed"]
    )
    assert [year.results.keys() for year in first.context.years] == [
        first.evaluation.questions.keys()
    ]


def test_while_it_is_corrected_the_report_is_a_draft_and_the_revision_is_none(
    twice: Sitting,
) -> None:
    sign_off.correct(twice.workspace, twice.assessment, "Another slip")
    draft, second = order(twice).context, order(twice, revision=2).context
    assert (draft.draft, draft.signature) == (True, None)
    assert not second.draft
    assert second.signature is not None


def test_a_revision_is_reported_on_from_the_command_line(
    twice: Sitting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = twice.workspace.path, tmp_path / "first.json"
    one, _ = sign_off.revisions_of(twice.workspace, twice.assessment).revisions
    twice.workspace.close()
    name = ("--assessment", "Hansen Möbel@2026r1", "--workspace", str(path))
    assert main(["report", *name, "-o", str(out)]) == 0
    signed = json.loads(out.read_bytes())["signed"]
    assert (signed["revision"], signed["sha256"]) == (1, one.digest)
    other = ("--assessment", "Hansen Möbel@2026r3", "--workspace", str(path))
    assert main(["report", *other, "-o", str(tmp_path / "none.json")]) == 2
    assert "There is no revision 3" in capsys.readouterr().err
