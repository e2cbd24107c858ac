"""A running project in the list: what is known, what was found, what is proposed or decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.project_checks import Weight
from digimaturity.report.project_words import Told
from digimaturity.ui.icons import icon
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, set_kind, spaced
from digimaturity.ui.widgets.flow import Flow

#: The mark of each finding: a shape and a colour.
_MARKS = {Weight.WRONG: ("triangle-alert", "bad"), Weight.LACKING: ("flag", "warning")}


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the card tells: below the name, found, still open, and the verdict with its reason.

    `tag` is such as ``Proposed: pause``; `findings` are those that are wrong or lacking.
    """

    about: str
    findings: tuple[Told, ...]
    asking: str
    tag: str
    reason: str


@dataclass(frozen=True, slots=True)
class CardWay:
    """Something that can be done with a project; `spoken` names the project, too."""

    words: str
    spoken: str
    go: Callable[[], object]


class ProjectCard(QWidget):
    """`ways` are the buttons at its foot, the last of which changes the project."""

    def __init__(
        self, parts: Parts, project: Project, words: CardWords, ways: Sequence[CardWay]
    ) -> None:
        super().__init__()
        self._parts = parts
        px = parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, px(12), 0, px(12), gap=px(6))
        column.addWidget(label(project.name, "strong", wrap=True))
        if words.about:
            column.addWidget(label(words.about, "secondary", wrap=True))
        for one in words.findings:
            column.addLayout(self._finding(one))
        if words.asking:
            column.addLayout(self._marked("circle-question-mark", "secondary", words.asking))
        foot = Flow(px(12))
        spaced(foot, 0, px(2), 0, 0, gap=px(12))
        if words.tag:
            foot.addWidget(label(words.tag, "tag"))
        self.ways = [self._link(one) for one in ways]
        if words.reason:
            column.addSpacing(px(2))
        for link in self.ways:
            foot.addWidget(link)
        column.addLayout(foot)
        if words.reason:
            column.addWidget(label(words.reason, "small", wrap=True))

    def _finding(self, one: Told) -> QHBoxLayout:
        words = self._parts.t("{head}. {words}", head=one.head, words=one.words)
        return self._marked(*_MARKS[one.weight], words)

    def _marked(self, name: str, colour: str, words: str) -> QHBoxLayout:
        theme = self._parts.theme
        size = theme.px(16)
        row = QHBoxLayout()
        spaced(row, 0, gap=theme.px(8))
        mark = label("")
        mark.setPixmap(icon(name, theme.colour(colour), size).pixmap(size))
        mark.setContentsMargins(0, theme.px(2), 0, 0)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        text = label(words, wrap=True)
        if colour == "secondary":
            set_kind(text, "secondary")
        row.addWidget(text, stretch=1)
        return row

    def _link(self, way: CardWay) -> QPushButton:
        made = button(way.words, way.go, "link", small=True)
        made.setAccessibleName(way.spoken)
        return made
