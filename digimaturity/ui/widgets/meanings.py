"""What the levels of the dimensions mean, in the words of the pack."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.readings import reading_of
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import label, spaced


def meanings(evaluation: Evaluation, theme: Theme, t: Translator, asking: Asking) -> QWidget | None:
    """A paragraph for each rated dimension; None where there is nothing to say."""
    scores, found = evaluation.scores.dimensions, []
    for dimension in evaluation.questionnaire.dimensions:
        score = scores[dimension.id]
        if reading := reading_of(dimension.readings, score, t.language):
            name = text_in(dimension.name, t.language)
            found.append((dimension.id, name, score.level, reading))
    if not found:
        return None
    box = QWidget()
    column = QVBoxLayout(box)
    spaced(column, 0, gap=theme.px(4))
    column.addWidget(label(t("What this means"), "large"))
    for key, name, level, reading in found:
        title = t("{name}: level {level}", name=name, level=level)
        column.addWidget(asking.link(theme, title, f"why {key}"))
        words = label(reading, wrap=True)
        words.setContentsMargins(0, 0, 0, theme.px(6))
        words.setMaximumWidth(theme.px(640))
        column.addWidget(words)
    choose = t("Choose an area above to read what its level means.")
    column.addWidget(label(choose, "small", wrap=True))
    return box
