"""The report of an assessment in the workspace, as bytes and as a file."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.services.assessments import get_assessment
from digimaturity.services.evaluation_file import evaluation_document
from digimaturity.services.exports import Format, exported
from digimaturity.services.report_options import ReportOptions, keep_options
from digimaturity.services.reports import assessment_order
from digimaturity.services.sample import load_sample
from digimaturity.services.sign_off import correct, sign
from digimaturity.services.workspace import Workspace


@pytest.fixture
def assessment(workspace: Workspace) -> str:
    change = load_sample(workspace)
    return str(change.assessment)


def text_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def spoken(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Die nächsten Maßnahmen"), ("en", "The next measures")]
)
def test_the_report_is_in_the_language_asked_for(
    workspace: Workspace, assessment: str, language: str, words: str
) -> None:
    text = text_of(exported(assessment_order(workspace, assessment, spoken(language)), Format.PDF))
    assert "Nordlicht Maschinenbau GmbH" in text
    assert words in text


def test_the_options_kept_with_an_assessment_count_wherever_its_report_is_made(
    workspace: Workspace, assessment: str
) -> None:
    keep_options(workspace, assessment, ReportOptions(confidentiality="For the board alone"))
    order = assessment_order(workspace, assessment, spoken("en"))
    assert "For the board alone" in text_of(exported(order, Format.PDF))


def test_a_report_is_a_draft_until_its_assessment_is_finished(
    workspace: Workspace, assessment: str
) -> None:
    if not get_assessment(workspace, assessment).open:
        correct(workspace, assessment, "A slip")
    assert assessment_order(workspace, assessment, spoken("en")).context.draft
    sign(workspace, assessment)
    assert not assessment_order(workspace, assessment, spoken("en")).context.draft


def test_an_assessment_that_is_not_there_is_our_fault(workspace: Workspace) -> None:
    with pytest.raises(KeyError):
        assessment_order(workspace, "nowhere", spoken("en"))


def test_a_report_made_without_a_window_knows_targets_and_plan(
    workspace: Workspace, assessment: str
) -> None:
    order = assessment_order(workspace, assessment, spoken("en"))
    assert order.evaluation.targets["security"] == 60
    roadmap = order.context.roadmap
    assert roadmap is not None
    assert {"tablets", "restore_test"} <= roadmap.posed.tasks.keys()
    data = evaluation_document(order.evaluation, order.context)
    assert data["targets"] == dict(order.evaluation.targets)
