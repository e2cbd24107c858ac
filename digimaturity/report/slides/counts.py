"""What a file of slides must hold, and what it holds when it is opened again."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.slide import Slide as Page

from digimaturity.report.model.slides import (
    Bars,
    Field,
    Figures,
    Gaps,
    Part,
    Points,
    SlidesModel,
    Stack,
    Table,
)

_KEYS = ("slides", "titles", "charts", "points", "tables", "rows", "measures", "pictures", "notes")
_MEASURES = "measures"


def expected(model: SlidesModel) -> dict[str, int]:
    """How many slides, charts, values in charts, tables, rows and measures there must be."""
    counted = Counter({"slides": 1 + len(model.slides), "titles": 1 + len(model.slides)})
    cover = [bar.value for group in model.cover.columns.groups for bar in group.bars]
    counted.update(charts=_known(cover) > 0, points=_known(cover), notes=1 + len(model.slides))
    counted["pictures"] = int(model.brand.logo is not None)
    for slide in model.slides:
        for part in slide.parts:
            counted.update(_of(part))
            if slide.key == _MEASURES and isinstance(part, Table):
                counted[_MEASURES] += len(part.rows)
    return {key: counted[key] for key in _KEYS}


def _of(part: Part) -> dict[str, int]:
    match part:
        case Bars():
            return {"charts": 1, "points": _known([one.bar.value for one in part.bars])}
        case Stack():
            return {"charts": 1, "points": len(part.distribution.segments)}
        case Field():
            return {"charts": 1, "points": 1}
        case Gaps():
            return {"charts": 1, "points": sum(len(row.dots) for row in part.chart.rows)}
        case Table():
            return {"tables": 1, "rows": len(part.rows)}
        case Figures() | Points():
            return {}


def found(content: bytes) -> dict[str, int]:
    """The same counts of a file of slides, opened anew.

    Raises:
        Exception: of many kinds, if it is no such file.
    """
    counted: Counter[str] = Counter()
    for page in Presentation(BytesIO(content)).slides:
        counted.update(slides=1, notes=int(_noted(page)))
        title = page.shapes.title
        counted["titles"] += title is not None and bool(title.text_frame.text)
        for shape in page.shapes:
            if shape.has_chart:
                counted.update(charts=1, points=_values(shape.chart))
            elif shape.has_table:
                rows = len(shape.table.rows) - 1
                counted.update(tables=1, rows=rows)
                counted[_MEASURES] += rows if page.name == _MEASURES else 0
            elif shape.element.tag.endswith("}pic"):
                counted["pictures"] += 1
    return {key: counted[key] for key in _KEYS}


def _noted(page: Page) -> bool:
    frame = page.notes_slide.notes_text_frame if page.has_notes_slide else None
    return frame is not None and bool(frame.text)


def _values(chart: Chart) -> int:
    return sum(_known(list(series.values)) for plot in chart.plots for series in plot.series)


def _known(values: list[float | None]) -> int:
    return sum(value is not None for value in values)
