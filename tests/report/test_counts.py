"""A PDF that lacks a part, or is not whole, is noticed when it is opened again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.cuts import Cut, Model, drawn, model_of
from digimaturity.report.model.board import BoardModel
from digimaturity.report.model.report import ReportModel
from digimaturity.report.model.staff import StaffModel
from digimaturity.report.pdf.counts import expected, found
from digimaturity.report.wording import USUAL, ReportOptions
from tests.report import samples
from tests.report.test_conformity import EVERYTHING, SHORT

#: Everything answered, nothing, and little.
SAID: tuple[dict[str, Answer] | None, ...] = (
    None,
    {},
    {"data.1": Answer.of(2), "fact.e_erp1": Answer.of(True)},
)


@cache
def model(cut: Cut, options: ReportOptions = USUAL, said: int = 0) -> Model:
    t = Translator.load("de", resources_dir() / "locale")
    responses = samples.responses(SAID[said])
    context = replace(samples.context(responses), options=options)
    return model_of(samples.evaluation(responses), context, t, cut)


@pytest.mark.parametrize(
    ("cut", "options", "said"),
    [
        *product(("full", "board", "staff"), (USUAL,), range(3)),
        *product(("full", "board", "staff"), (EVERYTHING, SHORT), (0,)),
    ],
)
def test_what_is_drawn_is_found_again(cut: Cut, options: ReportOptions, said: int) -> None:
    made = model(cut, options, said)
    counted = found(drawn(made))
    assert {part: counted[part] for part in expected(made)} == expected(made)


def without_chapter(full: ReportModel) -> ReportModel:
    return replace(full, leading=None)


def without_figure(full: ReportModel) -> ReportModel:
    assert full.benchmark is not None
    return replace(full, benchmark=replace(full.benchmark, technologies=None))


def without_table(full: ReportModel) -> ReportModel:
    assert full.answers is not None
    return replace(full, answers=replace(full.answers, sections=full.answers.sections[1:]))


def without_step(full: ReportModel) -> ReportModel:
    assert full.measures is not None
    first, *others = full.measures.items
    items = (replace(first, steps=first.steps[1:]), *others)
    return replace(full, measures=replace(full.measures, items=items))


@pytest.mark.parametrize("less", [without_chapter, without_figure, without_table, without_step])
def test_a_part_that_is_missing_is_noticed(less: Callable[[ReportModel], ReportModel]) -> None:
    full = model("full")
    assert isinstance(full, ReportModel)
    assert found(drawn(less(full))) != expected(full)


def test_a_point_that_is_missing_is_noticed_in_every_cut() -> None:
    board, letter = model("board"), model("staff")
    assert isinstance(board, BoardModel)
    assert isinstance(letter, StaffModel)
    counted = found(drawn(replace(board, decide=board.decide[1:])))
    assert counted["list items"] != expected(board)["list items"]
    counted = found(drawn(replace(letter, parts=letter.parts[:2])))
    assert counted["list items"] != expected(letter)["list items"]


def test_a_file_that_is_not_whole_has_nothing_in_it() -> None:
    data = drawn(model("staff"))
    assert found(data)
    for broken in (b"", data[:-10], data[: len(data) // 2], data[:3000] + data[3001:]):
        assert not found(broken)
    assert not found(data.replace(b"9 0 obj", b"8 0 obj", 1))
