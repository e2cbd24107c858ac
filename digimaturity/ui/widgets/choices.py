"""Things to choose from: whole rows for levels and options, and small ones with a key on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QSizePolicy, QWidget

from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import tip
from digimaturity.ui.widgets.confirm_line import dashed
from digimaturity.ui.widgets.level_marks import LevelMark, Marks
from digimaturity.ui.widgets.terms import MarkedText, Terms

#: Keys that the card or page reads, though a button would swallow them.
_PASSED_ON = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


#: Ground and ink of what is there beside the answer.
_BESIDE_ANSWER = ("accent_soft", "accent")

#: From this width on (pixels at 100 %) the text of a row stands beside its name.
_BESIDE = 560


class Choice(QRadioButton):
    """A radio button that is clickable all over and leaves arrows and Enter to its card.

    A real radio button, so that a screen reader says role, name and state; only the drawing and
    the keys are ours. It never unchecks itself: the card shows what is recorded.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hovered = self._expected = False
        self.to_confirm = ""
        self.toggled.connect(self._toggled)

    def _toggled(self, chosen: bool) -> None:
        """A screen reader toggles without clicking; to whoever listens it is a click."""
        if not self._expected and (chosen or not self.autoExclusive()):
            self.clicked.emit()

    def show_chosen(self, chosen: bool, to_confirm: str = "") -> None:
        """Show whether this is what is recorded; none of its group need be.

        `to_confirm` says that it is an earlier year's answer, which nobody has confirmed.
        """
        # Only an exclusive button is a radio button to a screen reader; but of exclusive buttons
        # the chosen one cannot be cleared.
        exclusive = self.autoExclusive()
        self._expected = True
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(exclusive)
        self._expected = False
        if self.to_confirm != (said := to_confirm if chosen else ""):
            self.to_confirm = said
            self.describe()
            self.update()

    def describe(self) -> None:
        """Tell a screen reader what is drawn."""
        self.setAccessibleDescription(self.to_confirm)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it."""
        return self.rect().contains(pos)

    def nextCheckState(self) -> None:
        """A click chooses; taking an answer back is an action of its own."""
        self._expected = True
        self.setChecked(True)
        self._expected = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; the rest is the card's."""
        if event.key() in _PASSED_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has left."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def draw_cap(self, painter: QPainter, box: QRect, text: str) -> None:
        """Draw the key that chooses this: filled as the answer, softly if it stands beside one."""
        theme, chosen = self.theme, self.isChecked()
        ground, ink = "control", "secondary"
        painter.setPen(QPen(theme.colour("accent" if chosen else "neutral"), 1))
        if self.to_confirm:
            painter.setPen(dashed(theme))
            ink = "accent"
        elif chosen:
            ground, ink = ("accent", "on_accent") if self.autoExclusive() else _BESIDE_ANSWER
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def draw_focus(self, painter: QPainter) -> None:
        """Draw the ring of two pixels where the keyboard is."""
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)


class ChoiceRow(Choice):
    """One level or option: its key, its name and what it says, over the whole width."""

    def __init__(
        self, theme: Theme, terms: Terms, cap: str, name: str, text: str, spoken: str
    ) -> None:
        super().__init__(theme, spoken)
        self._cap, self._name, self._text = cap, name, MarkedText(text, terms)
        self._type = theme.font()
        self._marks = Marks(theme)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_marks(self, marks: tuple[LevelMark, ...]) -> None:
        """Show these marks at the right."""
        if marks != self._marks.marks:
            self._marks = Marks(self.theme, marks)
            self.describe()
            self.setToolTip(tip("\n".join(mark.spoken for mark in marks)))
            self.updateGeometry()
            self.update()

    def describe(self) -> None:
        """Tell what stands beside it, too."""
        marks = [mark.spoken for mark in self._marks.marks]
        self.setAccessibleDescription("; ".join(filter(None, [self.to_confirm, *marks])))

    def hasHeightForWidth(self) -> bool:
        """Long texts break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The row's height in pixels at that width."""
        room = self._text_room(width)
        height = self._text.height(self._type, room.width())
        return max(self.theme.px(40), room.top() + height + self.theme.px(10))

    def sizeHint(self) -> QSize:
        """As wide as the column of text."""
        width = self.theme.px(self.theme.tokens.space.text_column)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this nothing can be read."""
        return QSize(self.theme.px(320), self.theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, hairline, mark, key, name and text."""
        theme, px = self.theme, self.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() and not self.to_confirm:
            painter.fillRect(self.rect(), theme.colour("accent_soft"))
            painter.fillRect(0, 0, 3, self.height(), theme.colour("accent"))
        elif self._hovered and self.isEnabled():
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("hairline"))
        self._draw_text(painter)
        self._marks.draw(painter, self.width() - px(16), px(10))
        if self._cap:
            self.draw_cap(painter, QRect(px(16), px(11), px(28), px(18)), self._cap)
        self.draw_focus(painter)
        painter.end()

    def _draw_text(self, painter: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        painter.setPen(theme.colour("ink"))
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        if self._name:
            painter.setFont(theme.font(strong=self.isChecked()))
            painter.drawText(QRect(px(56), px(10), px(112), px(20)), int(top), self._name)
        room, dots = self._text_room(self.width()), theme.colour("secondary")
        self._text.draw(painter, room, self._type, theme.colour("ink"), dots)

    def event(self, event: QEvent) -> bool:
        """The mouse rests: on a term, it is explained."""
        if isinstance(event, QHelpEvent):
            room = self._text_room(self.width())
            if self._text.explain(event, room, self._type, self):
                return True
        return super().event(event)

    def _text_room(self, width: int) -> QRect:
        """Where the text is written: beside the name, or below it where that is too narrow."""
        px = self.theme.px
        left, top = (168, 10) if self._name else (56, 10)
        beside = self._marks.width + px(16) if self._marks.marks else 0
        if self._name and width < px(_BESIDE):
            left, top, beside = 56, 32, 0  # the marks stand beside the name
        return QRect(px(left), px(top), max(80, width - px(left) - px(16) - beside), 10_000)


class KeyChoice(Choice):
    """A small choice in a line of others: its key and a word or two."""

    def __init__(self, theme: Theme, cap: str, text: str, spoken: str = "") -> None:
        super().__init__(theme, spoken or text)
        self._cap, self._text = cap, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Just what it says."""
        metrics = QFontMetrics(self.theme.font("small", strong=True))
        width = self.theme.px(36) + metrics.horizontalAdvance(self._text)
        return QSize(width, self.theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Nothing of it may be cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw key and words."""
        theme, px = self.theme, self.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hovered and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), 3, 3)
        self.draw_cap(painter, QRect(px(5), px(5), px(20), px(18)), self._cap)
        chosen = self.isChecked()
        painter.setFont(theme.font("small", strong=chosen))
        painter.setPen(theme.colour("ink" if chosen else "secondary"))
        room = self.rect().adjusted(px(30), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._text)
        self.draw_focus(painter)
        painter.end()


def one_tab_stop(choices: Sequence[QAbstractButton], focused: QWidget | None = None) -> None:
    """Let Tab stop once among `choices`: at the focused, else the chosen, else the first."""
    stop = focused if focused in choices else next((c for c in choices if c.isChecked()), None)
    for choice in choices:
        is_stop = choice is (stop or choices[0])
        policy = Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
        choice.setFocusPolicy(policy)
