"""The pages of a PDF as they are: the preview is the very file that is saved."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced

#: Width of a page in the preview (pixels at 100 %).
_SHEET = 760


class ReportPreview(QWidget):
    """Keeps its place when another file takes the place of the one shown."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        # Qt takes children down in the order in which they were made: the view must not be the
        # document's parent, nor be there longer than the document.
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._view = view = QPdfView(self)
        view.setDocument(self.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.Custom)
        ground = view.palette()
        ground.setColor(QPalette.ColorRole.Dark, theme.colour("rail"))
        view.setPalette(ground)
        view.setAccessibleName(name)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(view)

    def show_pdf(self, pdf: bytes) -> int:
        """Show a file, and return how many pages it has."""
        navigator = self._view.pageNavigator()
        page = navigator.currentPage()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._zoom()
        pages = self.document.pageCount()
        if 0 < page < pages:
            navigator.jump(page, navigator.currentLocation())
        return pages

    def describe(self, words: str) -> None:
        """Tell a screen reader what is shown."""
        self._view.setAccessibleDescription(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages keep a size at which they can be read."""
        super().resizeEvent(event)
        self._zoom()

    def _zoom(self) -> None:
        """As wide as there is room, but no wider than a sheet held in the hand."""
        points = self.document.pagePointSize(0).width()
        if points <= 0:
            return
        width = min(self.width() - 64, self._theme.px(_SHEET))
        # Qt counts a zoom of 1 as the size on paper at the screen's own density.
        dots = self.screen().logicalDotsPerInch()
        self._view.setZoomFactor(width / (points * dots / 72))
