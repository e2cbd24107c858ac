"""What to do next: the first measures, each leading to all that is known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.model.actions import MeasuresChapter
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import label, line, spaced

_FIRST = 5


class NextMeasures(QWidget):
    """The first ones of the report's chapter, in its order and words."""

    def __init__(
        self,
        chapter: MeasuresChapter,
        evaluation: Evaluation,
        theme: Theme,
        t: Translator,
        asking: Asking,
    ) -> None:
        super().__init__()
        px = theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(4))
        column.addWidget(label(t("What to do next"), "large"))
        column.addWidget(label(chapter.order, "small", wrap=True))
        first = zip(chapter.items[:_FIRST], evaluation.candidates, strict=False)
        for item, candidate in first:
            column.addSpacing(px(4))
            column.addWidget(line())
            column.addSpacing(px(4))
            title = f"{item.number}  {item.title}"
            column.addWidget(asking.link(theme, title, f"measure {candidate.measure.id}"))
            column.addWidget(label(item.facts, "small", wrap=True))
            if item.reasons:
                column.addWidget(label(item.reasons[0], "secondary", wrap=True))
            if item.at_size:
                size = f"{item.at_size.label}: {item.at_size.text}"
                column.addWidget(label(size, wrap=True))
