"""The design tokens as fonts, a palette and one stylesheet, light or dark, at any text size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette

from digimaturity.tokens import COLOUR_NAMES, Palette, Tokens


@dataclass(frozen=True, slots=True)
class Theme:
    """How everything looks: the tokens in one appearance at one text size (1.0 is 100 %)."""

    tokens: Tokens
    dark: bool = False
    scale: float = 1.0

    @property
    def colours(self) -> Palette:
        """The colours of this appearance, as ``#RRGGBB``."""
        return self.tokens.palette(dark=self.dark)

    def colour(self, name: str) -> QColor:
        """One token as a colour to paint with."""
        return QColor(str(getattr(self.colours, name)))

    def px(self, pixels: float) -> int:
        """Pixels at 100 % in pixels at this text size."""
        return round(pixels * self.scale)

    def font(self, size: str = "body", *, strong: bool = False) -> QFont:
        """One of the four sizes of type, in one of the two weights."""
        kind = self.tokens.type
        weight = kind.weights.strong if strong else kind.weights.regular
        # A copy: whoever gets it may change it.
        return QFont(_font(kind.family, self.px(getattr(kind.sizes, size)), weight))

    def palette(self) -> QPalette:
        """The colours that Qt's own widgets paint with."""
        own = QPalette()
        for role, name in _ROLES.items():
            own.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            own.setColor(QPalette.ColorGroup.Disabled, role, self.colour("secondary"))
        disabled = QPalette.ColorGroup.Disabled
        own.setColor(disabled, QPalette.ColorRole.ButtonText, self.colour("secondary"))
        return own

    def stylesheet(self) -> str:
        """The one stylesheet of the application."""
        sizes, space = self.tokens.type.sizes, self.tokens.space
        values = {name: str(getattr(self.colours, name)) for name in COLOUR_NAMES}
        for name in ("small", "body", "large", "title"):
            values[f"size_{name}"] = f"{self.px(getattr(sizes, name))}px"
        values["size_figure"] = f"{self.px(1.5 * sizes.title)}px"
        for step in range(1, 9):
            values[f"s{step}"] = f"{self.px(step * space.unit / 2)}px"
        values["radius"] = f"{space.radius}px"
        # Half of the indicator with its border; where it is more, Qt draws a square.
        values["radio"] = f"{self.px(14) // 2 + 1}px"
        # What the border of a focused control gains is taken from its padding.
        for name, pixels in (("pad", 5), ("s2", 8), ("s4", 16)):
            values[name] = f"{self.px(pixels)}px"
            values[f"{name}_focus"] = f"{self.px(pixels) - 1}px"
        scaled = re.sub(r"\b([3-9]|\d\d+)px", lambda m: f"{self.px(int(m[1]))}px", _STYLESHEET)
        return Template(scaled).substitute(values)


@cache
def _font(family: str, pixels: int, weight: int) -> QFont:
    """Every row that is painted asks for fonts: to find one takes longer than to draw a word."""
    font = QFont([family, "DejaVu Sans", *_PICTOGRAMS])
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


#: What systems draw pictograms with, which users put into names.
_PICTOGRAMS = ("Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji")

_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "control",
    QPalette.ColorRole.AlternateBase: "rail",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "secondary",
    QPalette.ColorRole.Button: "control",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "page",
    QPalette.ColorRole.Light: "hairline",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "control_border",
    QPalette.ColorRole.Dark: "control_border",
    QPalette.ColorRole.Shadow: "control_border",
}

# s1 is half a step of the 8-px grid, s2 a whole one. Sizes from 3px on grow with the text.
_STYLESHEET = """
QWidget { color: $ink; font-size: $size_body; }
QMainWindow, QDialog, QStackedWidget, QScrollArea, #page { background: $page; }
QScrollArea { border: none; }
QToolTip { color: $page; background: $ink; border: none; padding: $s1; }

QLabel[kind="title"] { font-size: $size_title; font-weight: 600; }
QLabel[kind="figure"] { font-size: $size_figure; font-weight: 600; }
QLabel[kind="large"] { font-size: $size_large; font-weight: 600; }
QLabel[kind="alarm"] { font-size: $size_large; font-weight: 600; color: $bad; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="tag"] { font-size: $size_small; font-weight: 600; color: $ink;
  background: $accent_soft; border-radius: $radius; padding: 1px $s1; }
QLabel[kind="secondary"] { color: $secondary; }
QLabel[kind="small"] { font-size: $size_small; color: $secondary; }
QLabel[kind="good"] { font-size: $size_small; color: $accent; }
QLabel[kind="bad"] { font-size: $size_small; color: $bad; }

QFrame[kind="card"] { background: $control; border: 1px solid $hairline; border-radius: $radius; }
QFrame[kind="dropcard"] { background: $accent_soft; border: 1px solid $accent;
  border-radius: $radius; }
QFrame[kind="line"] { background: $hairline; border: none; }
#areas { background: $page; border: none; border-right: 1px solid $hairline; }
#rail { background: $rail; border: none; border-right: 1px solid $hairline; }
#header { background: $page; border: none; border-bottom: 1px solid $hairline; }
#footer { background: $page; border: none; border-top: 1px solid $hairline; }
#banner { background: $control; border: none; border-bottom: 1px solid $bad;
  border-left: 4px solid $bad; }
#banner[kind="note"] { border-color: $accent; }

QPushButton { background: $control; border: 1px solid $control_border; border-radius: $radius;
  padding: $pad $s4; min-height: 20px; font-weight: 600; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: $pad_focus $s4_focus; }
QPushButton:disabled { color: $secondary; border-color: $hairline; background: $rail; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $accent; }
QPushButton[kind="primary"]:disabled { background: $rail; border-color: $hairline;
  color: $secondary; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:focus { border: 2px solid $bad; }
QPushButton[kind="danger"]:disabled { color: $secondary; border-color: $hairline; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent;
  padding: 1px 0; min-height: 16px; font-weight: 400; color: $accent; text-align: left; }
QPushButton[kind="link"]:hover { color: $accent_hover; text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"][small="true"] { font-size: $size_small; }
QPushButton[kind="link"][own="true"] { color: $ink; font-weight: 600; }
QPushButton[kind="row"] { min-height: 0; padding: 0; }
QPushButton[kind="icon"] { background: transparent; border: 2px solid transparent; padding: 4px;
  min-height: 16px; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:focus { border: 2px solid $accent; }

QTabBar::tab { background: transparent; border: 2px solid transparent;
  border-bottom: 2px solid transparent; padding: $s1 $s1; margin-right: $s3; color: $secondary; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: $radius; }

QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QDateEdit { background: $control; color: $ink;
  border: 1px solid $control_border; border-radius: $radius; padding: $pad $s2;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QSpinBox, QComboBox, QDateEdit { min-height: 20px; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: transparent;
  border-color: $hairline; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus {
  border: 2px solid $accent; padding: $pad_focus $s2_focus; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QDateEdit[wrong="true"] { border-color: $bad; }
QComboBox { combobox-popup: 0; }
QComboBox[kind="cell"], QComboBox[kind="said"], QComboBox[kind="carried"] { padding-left: $s1;
  font-size: $size_small; }
QComboBox[kind="cell"] { color: $secondary; }
QComboBox[kind="said"] { border-color: $hairline; }
QComboBox[kind="carried"] { border: 1px dashed $accent; }
QComboBox[kind="cell"]::drop-down, QComboBox[kind="said"]::drop-down,
  QComboBox[kind="carried"]::drop-down { width: $s4; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: $s6; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: none; }
QCalendarWidget QWidget { background: $control; alternate-background-color: $control; }
QCalendarWidget #qt_calendar_navigationbar { background: $rail; }
QCalendarWidget QToolButton { background: transparent; border: none; padding: $s1 $s2;
  border-radius: $radius; color: $ink; font-weight: 600; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: $control; color: $ink; outline: none;
  selection-background-color: $accent; selection-color: $on_accent;
  border: 1px solid $control_border; }
QCalendarWidget QAbstractItemView:disabled { color: $secondary; }
QMenu { background: $control; color: $ink; border: 1px solid $control_border; }
QMenu::item:selected { background: $accent_soft; }
QPushButton::menu-indicator { image: none; width: 0; }
QCheckBox, QRadioButton { spacing: $s2; padding: 3px; border: 2px solid transparent;
  border-radius: $radius; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px;
  border: 1px solid $control_border; border-radius: $radio; background: $control; }
QCheckBox::indicator { border-radius: 2px; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent; }
QCheckBox::indicator:disabled { border-color: $hairline; background: $rail; }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx: 0.5,
  cy: 0.5, fx: 0.5, fy: 0.5, radius: 0.5, stop: 0 $accent, stop: 0.5 $accent, stop: 0.6 $control,
  stop: 1 $control); }

QListView { background: $page; border: 2px solid transparent; outline: none; }
QListView:focus { border: 2px solid $accent; border-radius: $radius; }
QLabel[kind="key"] { font-size: $size_small; color: $secondary; border: 1px solid $control_border;
  border-radius: $radius; padding: 1px 6px; }
#keys { background: $control; }
QTextBrowser[kind="reading"] { background: $page; border: 2px solid transparent;
  selection-background-color: $accent; selection-color: $on_accent; }
QTextBrowser[kind="reading"]:focus { border: 2px solid $accent; border-radius: $radius; }
QListView[kind="rows"], QListView[kind="rows"]:focus { border: none; }
QListView[kind="palette"] { background: $control; border: none; padding: $s1 0; }
QListView[kind="choices"], QListView[kind="choices"]:focus { background: $control; outline: none;
  border: 1px solid $control_border; border-radius: 0; padding: 0; }
QListView[kind="choices"]::item { min-height: 28px; padding: 0 $s2; color: $ink; }
QListView[kind="choices"]::item:selected { background: $accent_soft; color: $ink; }
QTableView { background: $page; border: none; outline: none; selection-color: $ink;
  selection-background-color: $accent_soft; }
QHeaderView, QTableView QTableCornerButton::section { background: $page; border: none; }
QHeaderView::section { background: $page; color: $secondary; font-size: $size_small; border: none;
  border-bottom: 1px solid $control_border; padding: 0 10px; }
QHeaderView::section:hover { color: $ink; }
QProgressBar { background: $neutral_soft; border: none; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; }

QScrollBar:vertical { background: $page; width: 12px; margin: 0; }
QScrollBar:horizontal { background: $page; height: 12px; margin: 0; }
QScrollBar::handle { background: $neutral; border-radius: 4px; margin: 2px; min-height: 32px; }
QScrollBar::handle:hover { background: $control_border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""
