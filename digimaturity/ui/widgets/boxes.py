"""Fields that open a list or a calendar, with a chevron in the colours of the theme."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QListView,
    QStyledItemDelegate,
    QToolButton,
    QWidget,
)

from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme


class ChoiceBox(QComboBox):
    """A list to choose from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        as_list(QListView(self), self)

    def setAccessibleName(self, name: str) -> None:
        """Tell the name as the description, too: on Linux Qt tells what is chosen as the name."""
        super().setAccessibleName(name)
        self.setAccessibleDescription(name)

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its longest entry, which is cut then."""
        return QSize(self._theme.px(96), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        """As wide as the longest entry, as far as the window goes, where the field is narrower."""
        entries = self.view()
        wanted = entries.sizeHintForColumn(0) + self._theme.px(16)
        room = self.window().width() - self.mapTo(self.window(), QPoint()).x()
        entries.setMinimumWidth(min(wanted, room))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; only a list that is open takes the wheel, and it does so itself."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet draws the field, and leaves the chevron to us."""
        super().paintEvent(event)
        _chevron(self, self._theme)


class DayBox(QDateEdit):
    """A day, typed or taken from a calendar; of other years than these it is a slip of the keys."""

    #: As in what travels between workspaces: with another day a company could never leave this one.
    YEARS = range(1970, 2101)

    def __init__(self, theme: Theme, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setDateRange(QDate(self.YEARS[0], 1, 1), QDate(self.YEARS[-1], 12, 31))
        self._theme = theme
        # Not that of the window, which was made before the language was known.
        self.setLocale(QLocale())
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress(self.calendarWidget())

    def setAccessibleName(self, name: str) -> None:
        """The line that takes what is typed has the same name."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def _dress(self, calendar: QCalendarWidget) -> None:
        """Weekends like other days, no numbers of weeks, and the words of our language."""
        calendar.setLocale(self.locale())
        calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for name, sign in (
            ("qt_calendar_prevmonth", "\u2039"),
            ("qt_calendar_nextmonth", "\u203a"),
        ):
            arrow = calendar.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):  # its own picture is black, on any ground
                arrow.setIcon(QIcon())
                arrow.setText(sign)
        usual = QTextCharFormat()
        usual.setForeground(self._theme.colour("ink"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, usual)
        head = QTextCharFormat()
        head.setForeground(self._theme.colour("secondary"))
        head.setBackground(self._theme.colour("control"))
        calendar.setHeaderTextFormat(head)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The stylesheet draws the field, and leaves the chevron to us."""
        super().paintEvent(event)
        _chevron(self, self._theme)


def as_list(view: QListView, box: QComboBox | None = None) -> None:
    """Let `view` look as every list that opens below a field; that of `box` if one is named."""
    view.setProperty("kind", "choices")
    if box is not None:
        box.setView(view)
    # Only this delegate asks the stylesheet how an entry looks.
    view.setItemDelegate(QStyledItemDelegate(view))


def _chevron(widget: QWidget, theme: Theme) -> None:
    size = theme.px(16)
    box = QRect(widget.width() - size - theme.px(8), (widget.height() - size) // 2, size, size)
    painter = QPainter(widget)
    icon("chevron-down", theme.colour("secondary"), size).paint(painter, box)
    painter.end()
