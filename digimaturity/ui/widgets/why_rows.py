"""The lines of an explanation: what each part gave, and the way to look into it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.why_lines import WhyGroup, WhyLine
from digimaturity.ui.widgets.basics import button, label, line, row_of, spaced
from digimaturity.ui.widgets.wrap_link import WrapLink

#: Called with a target, and whether that is a question.
Follow = Callable[[str, bool], None]


def add_group(
    column: QVBoxLayout, group: WhyGroup, theme: Theme, t: Translator, follow: Follow
) -> None:
    """A heading with its notes and lines."""
    column.addSpacing(theme.px(12))
    column.addWidget(label(group.title, "large", wrap=True))
    for place, note in enumerate(group.notes):
        column.addWidget(label(note, "small" if place else "", wrap=True))
    for part in group.lines:
        column.addWidget(line())
        column.addWidget(why_line(part, theme, t, follow))
    column.addWidget(line())


def why_line(part: WhyLine, theme: Theme, t: Translator, follow: Follow) -> QWidget:
    """One part with its points at the right."""
    px = theme.px
    box = QWidget()
    row = QHBoxLayout(box)
    spaced(row, 0, gap=px(12))
    words = QVBoxLayout()
    spaced(words, 0, gap=px(2))
    if part.is_question:
        words.addWidget(label(part.name, wrap=True))
        if part.words:
            words.addWidget(label(part.words, "secondary", wrap=True))
    else:
        words.addWidget(WrapLink(theme, part.name, lambda: follow(part.target, False)))
    told = " · ".join(word for word in (part.detail, part.weight) if word)
    for small in filter(None, (told, part.note)):
        words.addWidget(label(small, "small", wrap=True))
    if part.is_question and part.target:
        text = t("Go to the question")
        go = button(text, lambda: follow(part.target, True), "link", small=True)
        go.setAccessibleName(f"{text}: {part.name}")
        words.addLayout(row_of(go))  # alone it would hold all words to its own width
    row.addLayout(words, stretch=1)
    row.addWidget(label(part.points, "strong"), alignment=Qt.AlignmentFlag.AlignTop)
    return box
