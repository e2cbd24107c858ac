"""Two assessments side by side as a workbook: what was compared, the scores, every question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digimaturity.domain.questionnaire import Kind
from digimaturity.domain.scoring import Score
from digimaturity.domain.side_by_side import Line, Part
from digimaturity.report.comparison_details import answer_line
from digimaturity.report.comparison_rows import about_words, change_spoken
from digimaturity.report.comparison_words import Told, explanation, statement
from digimaturity.report.model.tables import Book, Cell, Column, Form, Row, Sheet, neat
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.answers import comments_of
from digimaturity.report.workbook.frame import framed

_QUESTIONS = frozenset({Part.QUESTION, Part.BESIDE})


def comparison_book(told: Told) -> Book:
    """The workbook as data; sheets without rows are left out."""
    t = told.t
    sheets = (_overview(told), _scores(told), _questions(told))
    firms = f"{told.a.company}, {told.b.company}" if told.firms else told.b.company
    title = t("{company}: two assessments side by side", company=firms)
    kept = [sheet for sheet in sheets if sheet.rows]
    return replace(framed(told.b, title, t("Comparison"), kept), header=firms)


def _overview(told: Told) -> Sheet:
    t = told.t
    rows: list[Row] = [
        (t("Company"), told.a.company, told.b.company),
        (t("Assessment"), *told.names),
        (t("Date"), told.a.context.day, told.b.context.day),
        *_asked(told),
        (t("Result"), None, statement(told)),
        (t("How to read"), None, explanation(told)),
    ]
    columns = (Column(t("What"), 26), Column("A", 44), Column("B", 60))
    about = t("What is compared, and what came of it.")
    return Sheet("Overview", t("Overview"), about, columns, tuple(rows))


def _asked(told: Told) -> Iterator[Row]:
    t = told.t
    packs = [w.evaluation.questionnaire for w in (told.a, told.b)]
    yield t("Questionnaire"), *(told.b.text(one.name) for one in packs)
    yield t("Questionnaire, version"), *(one.version for one in packs)
    yield t("Questionnaire, fingerprint"), *(one.fingerprint for one in packs)
    yield t("People who answered"), *(len(w.context.responses.heard) for w in (told.a, told.b))


def _scores(told: Told) -> Sheet:
    t = told.t
    columns = (
        Column(t("Part"), 12),
        Column(t("Name"), 30),
        Column(t("A, like for like"), 10, Form.ONE),
        Column(t("B, like for like"), 10, Form.ONE),
        Column(_difference(told), 11, Form.CHANGE),
        Column(t("A, full score"), 10, Form.ONE),
        Column(t("B, full score"), 10, Form.ONE),
        Column(t("Questionnaire alone"), 13, Form.CHANGE),
        Column(t("A, level"), 8, Form.WHOLE),
        Column(t("B, level"), 8, Form.WHOLE),
        Column(t("Remarks"), 44),
    )
    names = {
        Part.WHOLE: t("Overall"),
        Part.DIMENSION: t("Dimension"),
        Part.AREA: t("Area"),
    }
    rows = tuple(
        (names[line.part], told.name(line), *_values(told, line))
        for line in told.found.lines
        if line.part in names
    )
    about = t("The overall score, dimensions and areas, like for like and in full.")
    return Sheet("Scores", t("Scores"), about, columns, rows)


def _values(told: Told, line: Line) -> Iterator[Cell]:
    full = [one.shown if one is not None else None for one in line.full]
    yield from (line.a, line.b, line.rise, *full)
    yield line.points.questionnaire if line.points is not None else None
    yield from (_level(one) for one in line.full)
    yield about_words(told, line)


def _level(score: Score | None) -> int | None:
    return score.level if score is not None else None


def _questions(told: Told) -> Sheet:
    t = told.t
    columns = [
        Column(t("Dimension"), 13),
        Column(t("Area"), 16),
        Column(t("Question"), 40),
        Column(t("A, id"), 20),
        Column(t("B, id"), 20),
        Column(t("A, level"), 8, Form.ONE),
        Column(t("B, level"), 8, Form.ONE),
        Column(t("A, answer"), 40),
        Column(t("B, answer"), 40),
        Column(t("A, points"), 10, Form.WHOLE),
        Column(t("B, points"), 10, Form.WHOLE),
        Column(_difference(told), 11, Form.CHANGE),
        Column(t("What became of it"), 18),
        Column(t("Remarks"), 24),
    ]
    rows = tuple(_row(told, line) for line in told.found.lines if line.part in _QUESTIONS)
    if any(cell for row in rows for cell in row[len(columns) :]):
        columns += [Column(t("A, comments"), 30), Column(t("B, comments"), 30)]
    else:
        rows = tuple(row[: len(columns)] for row in rows)
    about = t("Every question of both, and those beside the score that were answered differently.")
    return Sheet("Questions", t("Questions"), about, tuple(columns), rows)


def _row(told: Told, line: Line) -> Row:
    sides = tuple(zip((told.a, told.b), line.asked, strict=True))
    cells: list[Cell] = [*_place(told, line), told.name(line)]
    cells += [", ".join(keys) for _, keys in sides]
    cells += [_answered_level(w, keys) for w, keys in sides]
    cells += ["\n".join(_answers(w, keys)) or None for w, keys in sides]
    cells += [line.a, line.b, line.rise, change_spoken(told, line), about_words(told, line)]
    if not told.firms:
        cells += ["\n".join(_comments(w, keys)) or None for w, keys in sides]
    return tuple(cells)


def _place(told: Told, line: Line) -> tuple[str, str]:
    for w in (told.newer, told.older):
        asked = w.evaluation.questionnaire
        if (area := asked.area_of.get(line.key)) is not None:
            return w.text(asked.dimension_of[area.id].name), w.text(area.name)
    return told.t("Beside the score"), ""


def _answered_level(w: Wording, keys: tuple[str, ...]) -> Cell:
    if len(keys) != 1:
        return None
    question = w.evaluation.questionnaire.by_id[keys[0]]
    level = w.result(question).level
    return None if level is None or question.kind is not Kind.LEVELS else neat(level, Form.ONE)


def _answers(w: Wording, keys: tuple[str, ...]) -> Iterator[str]:
    return (answer_line(w, w.evaluation.questionnaire.by_id[key]) for key in keys)


def _comments(w: Wording, keys: tuple[str, ...]) -> Iterator[str]:
    found = (comments_of(w, w.evaluation.questionnaire.by_id[key]) for key in keys)
    return (one for one in found if one)


def _difference(told: Told) -> str:
    return told.t("Change") if told.onwards else told.t("Difference")
