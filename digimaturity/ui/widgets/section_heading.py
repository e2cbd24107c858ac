"""The heading of a section of the questionnaire: its name, its place, and who answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Respondent
from digimaturity.i18n import Translator
from digimaturity.ui.people import called
from digimaturity.ui.section_words import section_about, section_name, section_place
from digimaturity.ui.sections import Section
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow


def section_heading(
    section: Section,
    questionnaire: Questionnaire,
    people: QWidget | None,
    theme: Theme,
    t: Translator,
) -> QVBoxLayout:
    """Name and place in one line, with `people` at its end, and below what it is about."""
    px = theme.px
    bottom = Qt.AlignmentFlag.AlignBottom
    words = QWidget()
    line = QHBoxLayout(words)
    spaced(line, 0, gap=px(12))
    line.addWidget(label(section_name(section, questionnaire, t), "title"), alignment=bottom)
    beside = ElidedLabel("secondary")
    beside.setText(section_place(section, questionnaire, t))
    beside.setContentsMargins(0, 0, 0, px(3))
    line.addWidget(beside, alignment=bottom)
    row = Flow(px(12), last_right=people is not None)
    spaced(row, 0, gap=px(12))
    row.addWidget(words)
    if people is not None:
        row.addWidget(people)
    column = QVBoxLayout()
    spaced(column, 0, gap=px(4))
    column.addLayout(row)
    column.addWidget(label(section_about(section, questionnaire, t), "secondary", wrap=True))
    return column


def people_row(
    box: ChoiceBox | None, asked: Callable[[], object], theme: Theme, t: Translator
) -> QWidget:
    """Who answers, with the way to all who take part; who answers alone is led to others."""
    made = QWidget()
    row = QHBoxLayout(made)
    spaced(row, 0, gap=theme.px(12))
    if box is not None:
        row.addWidget(box)
    words = t("Ask others …") if box is None else t("All people …")
    row.addWidget(button(words, asked, "link", small=True))
    return made


def people_box(
    people: tuple[Respondent, ...],
    current: Respondent,
    theme: Theme,
    t: Translator,
    chosen: Callable[[str], object],
) -> ChoiceBox | None:
    """Who answers, where there is more than one to choose from."""
    if len(people) <= 1:
        return None
    box = ChoiceBox(theme)
    box.setAccessibleName(t("Who answers"))
    for key, name in called(people, t).items():
        box.addItem(name, key)
    box.setCurrentIndex(people.index(current))
    box.activated.connect(lambda place: chosen(box.itemData(place)))
    return box
