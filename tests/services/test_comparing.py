"""What can be held against each other, and how it is told: years, revisions, two companies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from digimaturity import paths
from digimaturity.domain.responses import Answer
from digimaturity.domain.side_by_side import Line
from digimaturity.i18n import Translator
from digimaturity.report.comparison_details import details
from digimaturity.report.comparison_rows import row_words
from digimaturity.report.comparison_text import as_text
from digimaturity.report.comparison_words import Told, explanation, statement
from digimaturity.report.workbook.comparison import comparison_book
from digimaturity.report.workbook.writing import book_bytes
from digimaturity.services import recording, sign_off
from digimaturity.services.aliases import aliases_of
from digimaturity.services.companies import CompanyRecord, list_companies, save_company
from digimaturity.services.comparing import (
    Ref,
    choices_of,
    compare_sides,
    newest_two,
    read_side,
)
from digimaturity.services.workspace import Workspace
from tests.services.five_years import answered, five_years
from tests.services.versions import version_one

EN = Translator.load("en", paths.resources_dir() / "locale")


@pytest.fixture
def five(tmp_path: Path) -> Iterator[Workspace]:
    with five_years(tmp_path / "work.db") as opened:
        yield opened


def company(workspace: Workspace) -> str:
    (found,) = list_companies(workspace)
    return found.id


def years(workspace: Workspace) -> list[Ref]:
    """The newest first."""
    return [one.ref for one in choices_of(workspace, company(workspace)) if not one.ref.revision]


def told(
    workspace: Workspace,
    a: Ref,
    b: Ref,
    *,
    firms: bool = False,
    onwards: bool = True,
    revisions: bool = False,
) -> Told:
    one, other = read_side(workspace, a), read_side(workspace, b)
    found, names = compare_sides(workspace, one, other), ("before", "after")
    return Told(found, one.wording(EN), other.wording(EN), names, firms, onwards, revisions)


def line(found: Told, key: str) -> Line:
    return next(one for one in found.found.lines if one.key == key)


def said(found: Told, key: str) -> tuple[str, ...]:
    words = row_words(found, line(found, key))
    return (words.a, words.b, words.change, words.about)


def test_three_versions_of_a_questionnaire_are_told_question_by_question(five: Workspace) -> None:
    newest, *_, oldest = years(five)
    found = told(five, oldest, newest)
    assert statement(found) == "Like for like, the score rose by 44 points: 50 → 94."
    assert "Compared: 3 of 6 questions" in explanation(found)
    assert "−44 points come only from other questions" in explanation(found)
    assert {one.key: said(found, one.key) for one in found.found.questions} == {
        "kept": ("25", "75", "↑ +50", "level 2 → 4"),
        "one.x": ("50", "100", "↑ +50", "level 3 → 5"),
        "scale": ("", "50", "–", "another scale · level 4 of 4 → 3 of 5"),
        "added.again": ("", "50", "–", "not asked before · level 3"),
        "both": ("63", "100", "↑ +37", "formed from 2 questions"),
        "late": ("", "25", "–", "not asked before · level 2"),
        "dropped": ("100", "", "–", "no longer asked · level 5"),
    }
    before, after = details(found, line(found, "both"))
    assert [part.text for part in before.parts if part.kind == "strong"] == [
        "How is left?",
        "How is right?",
    ]
    assert after.parts[0].text == "Level 5 of 5: both level 5 of 5"


def test_backwards_in_time_nothing_rose(five: Workspace) -> None:
    newest, before, *_ = years(five)
    found = told(five, newest, before, onwards=False)
    assert statement(found) == "Like for like, B is 18 points lower than A: 66 against 84."
    assert said(found, "late") == ("25", "", "–", "asked only in A · level 2")
    assert said(found, "one.x") == ("100", "75", "↓ −25", "level A 5, B 4")
    assert "rose" not in as_text(found, [row_words(found, one) for one in found.found.lines])


def test_what_nobody_checked_again_is_no_change(five: Workspace) -> None:
    _, carried, before, *_ = years(five)
    found = told(five, before, carried)
    assert said(found, "both")[2:] == ("–", "not re-checked · level 4")
    assert "2 answers were carried over and not re-checked" in explanation(found)


def test_a_revision_shows_the_answers_that_were_corrected(five: Workspace) -> None:
    newest = years(five)[0]
    sign_off.correct(five, newest.assessment, "misheard")
    record = read_side(five, newest).case.record
    (person,) = record.respondents
    recording.record_answer(five, record.id, person.id, "kept", Answer.of(2))
    recording.record_comment(five, record.id, person.id, "late", "as in the minutes")
    sign_off.sign(five, record.id, "Ada")
    choices = choices_of(five, company(five))
    assert [(one.ref.revision, one.revision) for one in choices[:2]] == [(0, 2), (1, 1)]
    found = told(five, Ref(record.id, 1), newest, onwards=False, revisions=True)
    assert "2 answers were corrected." in explanation(found)
    assert said(found, "kept") == ("75", "25", "↓ −50", "corrected · level A 4, B 2")
    assert said(found, "late") == ("25", "25", "≠", "corrected · level 2")
    assert "Comment: as in the minutes" in [
        part.text for part in details(found, line(found, "late"))[1].parts
    ]
    assert newest_two(choices)[0] == years(five)[1], "another year goes before a revision"


def test_two_companies_are_told_as_two_and_keep_their_comments(five: Workspace) -> None:
    mine = years(five)[0]
    other = str(save_company(five, CompanyRecord("Bäckerei Zander", "DE", "C", 12)).company)
    levels = {"kept": 2, "one": 5, "scale": 1, "dropped": 1, "left": 1, "right": 3}
    theirs = Ref(answered(five, other, version_one(), date(2026, 6, 1), levels))
    (person,) = read_side(five, theirs).case.record.respondents
    sign_off.correct(five, theirs.assessment, "add")
    recording.record_comment(five, theirs.assessment, person.id, "kept", "ask Zander junior")
    found = told(five, mine, theirs, firms=True, onwards=False)
    assert said(found, "kept") == ("75", "25", "↓ −50", "level A 4, B 2")
    assert said(found, "one") == ("", "100", "–", "asked only in B · level 5")
    assert said(found, "late") == ("25", "", "–", "asked only in A · level 2")
    everything = as_text(found, [row_words(found, one) for one in found.found.lines])
    shown = [part.text for part in details(found, line(found, "kept"))[1].parts]
    assert shown == ["Level 2 of 5: kept level 2 of 5"]
    book = load_workbook(BytesIO(book_bytes(comparison_book(found))))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {"Weber Maschinenbau GmbH", "Bäckerei Zander"} <= set(cells)
    assert not [one for one in (*cells, everything) if "junior" in one or "rose" in one]
    hidden = read_side(five, theirs, aliases_of(five, EN))
    assert hidden.wording(EN).company == "Company 2"


def test_the_workbook_has_every_score_and_question_as_values(five: Workspace) -> None:
    newest, before, *_ = years(five)
    found = told(five, before, newest)
    book = load_workbook(BytesIO(book_bytes(comparison_book(found))))
    assert book.sheetnames == ["Overview", "Scores", "Questions"]
    scores = list(book["Scores"].iter_rows(values_only=True))
    assert scores[1][1] == "Overall"
    assert scores[1][4] == pytest.approx(found.found.whole.rise)
    assert len(scores) == 1 + 1 + 2 + 2
    questions = {row[2]: row for row in book["Questions"].iter_rows(values_only=True)}
    assert questions["How is one.x?"][5:12] == (
        4,
        5,
        "Level 4 of 5: one.x level 4 of 5",
        "Level 5 of 5: one.x level 5 of 5",
        75,
        100,
        25,
    )
    assert questions["How is one.y?"][12] == "no longer asked"
