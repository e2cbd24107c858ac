"""The charts of a real report, as the screen draws them: nothing cut off, nothing upon another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from digimaturity.charts import (
    decision_table,
    drives,
    dumbbell,
    index_bar,
    peer_bars,
    radar,
    technologies,
)
from digimaturity.charts.surface import Label, Point, Surface
from digimaturity.domain.distribution import Distribution
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.population import ANY_SIZE, ANYWHERE, Basis, Population
from digimaturity.domain.provenance import Origin, Provenance
from digimaturity.domain.sample import OVERALL, Figure, Key, Peers, peer_sample
from digimaturity.i18n import Translator
from digimaturity.packs import load_pack
from digimaturity.paths import questionnaires_dir, resources_dir
from digimaturity.report.build.report import build_report
from digimaturity.report.model.comparison import BenchmarkChapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.wording import ReportContext, Wording
from digimaturity.services.sample import read_sample
from digimaturity.tokens import load_tokens
from digimaturity.ui.appearance import add_fonts
from digimaturity.ui.result_words import ResultWords
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.decisions_box import table_of
from tests.report import samples

#: Pixels: a window as small as it can be at 200 % and at 100 %, one of 1280, the widest column.
WIDTHS = ((1.0, 380), (2.0, 720), (1.0, 594), (1.0, 760), (2.0, 1520))


@dataclass(frozen=True, slots=True)
class _Label:
    """What was set where, in points; `asked` is the width that the words ask for."""

    words: str
    box: QRectF
    asked: float
    room: float


class _Recorded(Surface):
    """A surface that remembers the words that another one sets."""

    def __init__(self, inner: Surface) -> None:
        self.width, self.height, self.palette = inner.width, inner.height, inner.palette
        self.labels: list[_Label] = []
        self._inner = inner

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        if colour != self.palette.page:  # that is the ground of a note
            assert left >= -0.5
            assert left + width <= self.width + 0.5
            assert top + height <= self.height + 0.5
        self._inner.box(left, top, width, height, colour)

    def line(self, start: Point, end: Point, colour: str = "", weight: float = 0.5) -> None:
        self._inner.line(start, end, colour, weight)

    def dot(self, centre: Point, radius: float, colour: str, *, hollow: bool = False) -> None:
        assert 0 <= centre[0] <= self.width
        self._inner.dot(centre, radius, colour, hollow=hollow)

    def polygon(
        self,
        points: Sequence[Point],
        *,
        edge: str,
        weight: float = 1.2,
        fill: str = "",
        alpha: float = 1,
    ) -> None:
        self._inner.polygon(points, edge=edge, weight=weight, fill=fill, alpha=alpha)

    def put(self, label: Label) -> None:
        asked = self.text_width(label.words, label.size, strong=label.strong)
        width = min(asked, label.room) if label.room else asked
        left = label.place[0] - label.shift * width
        if label.words:
            box = QRectF(left, label.place[1] - 0.75 * label.size, width, label.size)
            self.labels.append(_Label(label.words, box, asked, label.room or asked))
        self._inner.put(label)

    def text_width(self, words: str, size: float, *, strong: bool = False) -> float:
        return self._inner.text_width(words, size, strong=strong)


Draw = Callable[[Surface], None]


def chapter(language: str) -> BenchmarkChapter:
    """The benchmark of the sample report, with clients and with a peer pack."""
    said = samples.responses()
    evaluation = samples.evaluation(said)
    assert evaluation.benchmark is not None
    areas = [(Figure.AREA, key) for key in evaluation.scores.areas]
    where = Provenance(Origin.CLIENTS, Population(ANYWHERE, ANY_SIZE), 2026, n=6)
    scores: dict[Key, list[float]] = {key: [0.0] * 6 for key in areas[3:]}
    scores |= {key: [0.0, 1.0] for key in areas[:3]}
    scores[OVERALL] = [20.0, 40.0, 60.0, 80.0, 99.0, 100.0]
    told = Distribution(12, 5, {10: 20, 25: 40, 50: 50, 75: 60, 90: 80})
    pack = replace(where, origin=Origin.PEER_PACK, publisher="X")
    drawn = (
        Peers(where, Basis.OWN, scores),
        Peers(pack, Basis.OWN, published=dict.fromkeys((OVERALL, *areas), told)),
    )
    own = (peer_sample(one, evaluation.scores, evaluation.index, 2026) for one in drawn)
    benchmark = replace(evaluation.benchmark, samples=tuple(own))
    evaluation = replace(evaluation, benchmark=benchmark)
    t = Translator.load(language, resources_dir() / "locale")
    found = build_report(evaluation, samples.context(said), t).benchmark
    assert found is not None
    return found


def charts(found: BenchmarkChapter) -> Iterator[tuple[str, Callable[[float], float], Draw]]:
    """Each chart with its height and its drawing."""
    assert found.index is not None
    assert found.technologies is not None
    bands, rates = found.index.distribution, found.technologies.technologies
    yield "index", partial(index_bar.height, bands), partial(index_bar.draw, distribution=bands)
    yield (
        "technologies",
        partial(technologies.height, rates),
        partial(technologies.draw, technologies=rates),
    )
    for place, part in enumerate(found.peers):
        yield (
            f"peers {place}",
            partial(peer_bars.height, part.rows),
            partial(peer_bars.draw, peers=part.rows),
        )


@cache
def seen(language: str) -> ResultWords:
    """The sample company, which was seen from three viewpoints."""
    pack = load_pack(questionnaires_dir() / "readiness").questionnaire
    assert pack is not None
    said = read_sample().responses
    t = Translator.load(language, resources_dir() / "locale")
    return ResultWords(Wording(evaluate(pack, said), ReportContext(said), t))


def of_viewpoints(words: ResultWords) -> Iterator[tuple[str, Callable[[float], float], Draw]]:
    """The gaps of all areas and of all questions, and the map of the decisions."""
    assert words.viewpoints is not None
    assert words.viewpoints.areas is not None
    assert words.decisions is not None
    for name, part in (("areas", words.viewpoints.areas), ("questions", words.all_gaps()[0])):
        yield name, partial(dumbbell.height, part.chart), partial(dumbbell.draw, chart=part.chart)
    table = table_of(words.decisions)
    yield (
        "decisions",
        partial(decision_table.height, table),
        partial(decision_table.draw, table=table),
    )


def labels(qtbot: QtBot, chart: Chart, draw: Draw) -> _Recorded:
    """What the chart writes on the screen."""
    qtbot.addWidget(chart)
    picture = QImage(chart.size(), QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        surface = _Recorded(chart.surface(painter))
        draw(surface)
    assert surface.labels
    return surface


def report(language: str) -> ReportModel:
    """The sample report."""
    said = samples.responses()
    t = Translator.load(language, resources_dir() / "locale")
    return build_report(samples.evaluation(said), samples.context(said), t)


def beside(found: ReportModel) -> Iterator[tuple[str, Callable[[float], float], Draw]]:
    """What stands beside the scores."""
    assert found.leading is not None
    assert found.leading.profile is not None
    yield "radar", radar.height, partial(radar.draw, spokes=found.method.radar)
    yield "drives", drives.height, partial(drives.draw, drives=found.leading.profile.drives)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("scale", "width"), WIDTHS)
def test_no_label_is_cut_off_or_lies_on_another(
    qtbot: QtBot, language: str, scale: float, width: int
) -> None:
    assert not faults_of(qtbot, charts(chapter(language)), scale, width)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("scale", "width"), WIDTHS)
def test_the_place_in_the_index_is_told_with_what_is_below_and_ahead(
    qtbot: QtBot, language: str, scale: float, width: int
) -> None:
    add_fonts(resources_dir() / "fonts", load_tokens().type.family)
    found = report(language).benchmark
    assert found is not None
    assert found.index is not None
    data = found.index.distribution
    draw = partial(index_bar.draw, distribution=data)
    height = partial(index_bar.height, data)
    chart = Chart(Theme(load_tokens(), scale=scale), "index", "index", height, draw)
    chart.resize(width, chart.heightForWidth(width))
    told = {one.words for one in labels(qtbot, chart, draw).labels}
    assert {data.behind, data.within, data.ahead} - {""} <= told


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 341), (1.5, 511), *WIDTHS])
def test_neither_is_one_beside_the_scores(
    qtbot: QtBot, language: str, scale: float, width: int
) -> None:
    assert not faults_of(qtbot, beside(report(language)), scale, width)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 594), *WIDTHS])
def test_neither_is_one_of_viewpoints_and_decisions(
    qtbot: QtBot, language: str, scale: float, width: int
) -> None:
    assert not faults_of(qtbot, of_viewpoints(seen(language)), scale, width)


def faults_of(
    qtbot: QtBot,
    drawn: Iterator[tuple[str, Callable[[float], float], Draw]],
    scale: float,
    width: int,
) -> list[tuple[str, str, str]]:
    """The labels that are cut off, outside the chart, or on another one."""
    add_fonts(resources_dir() / "fonts", load_tokens().type.family)
    faults: list[tuple[str, str, str]] = []
    for name, height, draw in drawn:
        chart = Chart(Theme(load_tokens(), scale=scale), name, name, height, draw)
        chart.resize(width, chart.heightForWidth(width))
        surface = labels(qtbot, chart, draw)
        whole = QRectF(-0.5, -1, surface.width + 1, surface.height + 2)
        for one in surface.labels:
            if one.asked > one.room + 0.5:
                faults.append((name, "cut", one.words))
            if not whole.contains(one.box):
                faults.append((name, "outside", one.words))
        for one, other in combinations(surface.labels, 2):
            shared = one.box.intersected(other.box)
            if min(shared.width(), shared.height()) > 1:
                faults.append((name, one.words, other.words))
    return faults
