"""The report of an assessment in the workspace, as bytes and as a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from digimaturity.errors import UserError
from digimaturity.services.reports import assessment_report, write_report
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import Workspace


@pytest.fixture
def assessment(workspace: Workspace) -> str:
    change = load_sample(workspace)
    return str(change.assessment)


def text_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_the_report_is_written_in_the_language_asked_for(
    workspace: Workspace, assessment: str, tmp_path: Path
) -> None:
    path = write_report(workspace, assessment, tmp_path / "report.pdf", language="de")
    text = text_of(path.read_bytes())
    assert "Nordlicht Maschinenbau GmbH" in text
    assert "Die nächsten Maßnahmen" in text
    assert "The next measures" in text_of(assessment_report(workspace, assessment, language="en"))


def test_what_cannot_be_written_leaves_nothing_behind(
    workspace: Workspace, assessment: str, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as caught:
        write_report(workspace, assessment, tmp_path / "none" / "report.pdf", language="en")
    assert caught.value.code == "file.missing_folder"
    assert not list(tmp_path.rglob("*.pdf"))


def test_an_assessment_that_is_not_there_is_our_fault(workspace: Workspace) -> None:
    with pytest.raises(KeyError):
        assessment_report(workspace, "nowhere", language="en")
