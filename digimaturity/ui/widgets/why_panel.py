"""The panel that answers "How is this computed?" beside the results."""

from __future__ import annotations

from PySide6.QtCore import Signal

from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.why_lines import Why
from digimaturity.ui.widgets.basics import label, line
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.why_rows import add_group, why_line


class WhyPanel(SidePanel):
    """`followed` carries a part to look into: a score's key, or a question's id and True."""

    followed = Signal(str, bool)

    def __init__(self, theme: Theme, t: Translator, why: Why) -> None:
        super().__init__(theme, t, why.title)
        column = self.column
        column.addWidget(label(why.result, "title", wrap=True))
        if why.reading:
            column.addWidget(label(why.reading, wrap=True))
            column.addSpacing(theme.px(8))
        for rule in why.rules:
            column.addWidget(label(rule, "small", wrap=True))
        if why.total:
            column.addWidget(label(why.total, wrap=True))
        for part in why.lines:
            column.addWidget(line())
            column.addWidget(why_line(part, theme, t, self.followed.emit))
        if why.lines:
            column.addWidget(line())
        for group in why.groups:
            add_group(column, group, theme, t, self.followed.emit)
        column.addStretch()
