"""What the trend says where there is one assessment, or later ones than the one that is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced


def later_box(parts: Parts, day: date, newest: Callable[[], object]) -> QWidget:
    """That years after `day` are missing here, and the way to them."""
    t, theme = parts.t, parts.theme
    box = QWidget()
    column = QVBoxLayout(box)
    spaced(column, 0, gap=theme.px(2))
    words = t("These are the years up to {day}; there are later ones.", day=t.date(day))
    column.addWidget(label(words, "secondary", wrap=True))
    column.addWidget(button(t("&Open the newest"), newest, "link"))
    return box


def first_box(parts: Parts, *, draft: bool, later: bool) -> QWidget:
    """What will stand here, and the way to it; of a first one with `later` ones only that."""
    t, theme, shell = parts.t, parts.theme, parts.shell
    box = QWidget()
    column = QVBoxLayout(box)
    spaced(column, 0, gap=theme.px(8))
    if later:
        column.addWidget(label(t("This is the first assessment"), "large", wrap=True))
        return box
    title = t("The trend begins with the second assessment")
    column.addWidget(label(title, "large", wrap=True))
    about = label(
        t(
            "Then you see here what really changed since this one, apart from what only the"
            " questionnaire changed; and which measures ran in the same period. Most firms"
            " repeat it after a year."
        ),
        "secondary",
        wrap=True,
    )
    about.setMaximumWidth(theme.px(theme.tokens.space.text_column))
    column.addWidget(about)
    column.addSpacing(theme.px(8))
    if draft:
        go = button(t("&Go to the questionnaire"), lambda: shell.go("questionnaire"))
    else:
        go = button(t("&Begin the next assessment"), lambda: shell.go("new_assessment"))
    column.addLayout(row_of(go))
    return box
