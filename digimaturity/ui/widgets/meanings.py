"""What the levels of the dimensions mean, in the words of the pack."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.readings import reading_of
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import label, spaced


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the `level` of a dimension means; `key` is its id."""

    key: str
    name: str
    level: int | None
    reading: str


def meanings_of(evaluation: Evaluation, language: str) -> tuple[Meaning, ...]:
    """What there is to say of the rated dimensions."""
    found = []
    for dimension in evaluation.questionnaire.dimensions:
        score = evaluation.scores.dimensions[dimension.id]
        if reading := reading_of(dimension.readings, score, language):
            name = text_in(dimension.name, language)
            found.append(Meaning(dimension.id, name, score.level, reading))
    return tuple(found)


def meanings_box(
    found: tuple[Meaning, ...], theme: Theme, t: Translator, asking: Asking
) -> QWidget:
    """A paragraph for each dimension."""
    box = QWidget()
    column = QVBoxLayout(box)
    spaced(column, 0, gap=theme.px(4))
    column.addWidget(label(t("What this means"), "large"))
    for one in found:
        title = t("{name}: level {level}", name=one.name, level=one.level)
        column.addWidget(asking.link(theme, title, f"why {one.key}"))
        words = label(one.reading, wrap=True)
        words.setContentsMargins(0, 0, 0, theme.px(6))
        words.setMaximumWidth(theme.px(640))
        column.addWidget(words)
    choose = t("Choose an area above to read what its level means.")
    column.addWidget(label(choose, "small", wrap=True))
    return box
