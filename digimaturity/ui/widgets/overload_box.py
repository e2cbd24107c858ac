"""The overload warning: who has too much by running projects alone, and what a pause would free."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.load import overloads
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.overload_words import overloaded, reliefs
from digimaturity.ui.icons import icon
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.relief_rows import ReliefRows


def overload_box(parts: Parts, roadmap: Roadmap) -> QWidget | None:
    """The warning with ways to pause projects; None where all can carry what runs."""
    t, px = parts.t, parts.theme.px
    people = overloaded(roadmap, t)
    if not people:
        return None
    made = QWidget()
    made.setAccessibleName(t("Overload"))
    column = QVBoxLayout(made)
    spaced(column, 0, gap=px(12))
    for one in people:
        lines = QVBoxLayout()
        spaced(lines, 0, gap=px(4))
        lines.addLayout(_head(parts, one.head))
        for words in one.lines:
            lines.addWidget(label(words, wrap=True))
        column.addLayout(lines)
    taking = {key for one in overloads(roadmap.posed.problem) for key in one.by}
    if taking & set(roadmap.book.projects):
        title = t("What would pausing one of these projects free?")
        column.addWidget(Fold(parts.theme, title, lambda: _rows(parts, roadmap)))
    return made


def _rows(parts: Parts, roadmap: Roadmap) -> list[FoldPart]:
    """The plan may have been found since the warning was made."""
    now = parts.session.roadmap or roadmap
    return [("", [ReliefRows(parts, now, reliefs(now, parts.t))])]


def _head(parts: Parts, words: str) -> QHBoxLayout:
    size = parts.theme.px(16)
    row = QHBoxLayout()
    spaced(row, 0, gap=parts.theme.px(8))
    mark = label("")
    mark.setContentsMargins(0, parts.theme.px(3), 0, 0)
    mark.setPixmap(icon("triangle-alert", parts.theme.colour("bad"), size).pixmap(size))
    row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "alarm", wrap=True), stretch=1)
    return row
