"""The overload warning: who has too much by running projects alone, and what a pause would free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Verdict
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.overload_words import Relief, overloaded, reliefs
from digimaturity.ui.icons import icon
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.fold import Fold, FoldPart


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
    found = reliefs(roadmap, t)
    if found:
        fold = Fold(
            parts.theme,
            t("What would pausing one of these projects free?"),
            lambda: _parts_of(parts, found),
        )
        column.addWidget(fold)
    return made


def _head(parts: Parts, words: str) -> QHBoxLayout:
    size = parts.theme.px(16)
    row = QHBoxLayout()
    spaced(row, 0, gap=parts.theme.px(8))
    mark = label("")
    mark.setPixmap(icon("triangle-alert", parts.theme.colour("bad"), size).pixmap(size))
    mark.setContentsMargins(0, parts.theme.px(3), 0, 0)
    row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "alarm", wrap=True), stretch=1)
    return row


def _parts_of(parts: Parts, found: tuple[Relief, ...]) -> Iterator[FoldPart]:
    t = parts.t
    for one in found:
        below: list[QWidget] = [label(one.words, wrap=True)]
        if parts.session.plannable:
            pause = button(t("Pause it"), partial(_pause, parts, one.project), "link", small=True)
            pause.setAccessibleName(t("Pause {project}", project=one.name))
            below.append(pause)
        yield one.name, below


def _pause(parts: Parts, key: str) -> None:
    """One step back, and it runs on."""
    session = parts.session
    project = session.book.projects[key]
    paused = replace(project, verdict=Verdict.PAUSE, reason="")
    parts.shell.attempt(lambda: session.put_down(Part.PROJECT, key, paused))
