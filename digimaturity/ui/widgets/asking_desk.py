"""The parts of the questionnaire in their places: areas at the left, questions, and their foot."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.area_panel import AreaPanel
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.finished_line import FinishedLine
from digimaturity.ui.widgets.progress_footer import ProgressFooter
from digimaturity.ui.widgets.section_view import SectionView

#: Below this width (pixels at 100 %) the list of areas and the questions do not fit together.
_NARROW = 760


class AskingDesk(QWidget):
    """Without room for both, the list of areas takes turns with the questions."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = False
        self.areas = AreaPanel(theme, t)
        self.view = SectionView(theme, t)
        self.view.setMinimumHeight(1)  # it scrolls: where room is scarce the lines around it stay
        self.footer = ProgressFooter(theme, t)
        self.footer.areas_asked.connect(self._toggle_areas)
        self.finished = FinishedLine(theme, t)
        right = QVBoxLayout()
        spaced(right, 0)
        right.addWidget(self.finished)
        right.addWidget(self.view, stretch=1)
        right.addWidget(self.footer)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self.areas)
        row.addLayout(right, stretch=1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for both, or no longer."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.footer.set_narrow(narrow)
            self.show_turn(areas=False)

    def show_turn(self, *, areas: bool) -> None:
        """Show the list of areas, or the questions; both, where there is room."""
        self.areas.set_wide(areas and self._narrow)
        self.areas.setVisible(areas or not self._narrow)
        self.view.setVisible(not (areas and self._narrow))

    def begin_search(self) -> None:
        """Begin to search the questions."""
        self.show_turn(areas=True)
        self.areas.start_search()

    def _toggle_areas(self) -> None:
        self.show_turn(areas=self.view.isVisible())
