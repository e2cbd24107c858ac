"""A text to read: Markdown in the type and colours of the program, in lines short enough."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from digimaturity.ui.handbook import slug
from digimaturity.ui.theme import Theme

#: Letters in a line, on average.
_LETTERS = 68

#: Height of a line in per cent of the type's.
_LINE = 130

#: Above and below a block (pixels at 100 %), by the level of its heading; 0 is a paragraph.
_AROUND = {0: (0, 10), 1: (0, 12), 2: (20, 6), 3: (12, 4)}


class Reading(QTextBrowser):
    """`followed` carries the address of a link; nothing is opened here."""

    followed = Signal(QUrl)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setProperty("kind", "reading")
        # By the keyboard one walks from link to link, and through the text with a cursor.
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self.followed)
        sample = "The score is the weighted mean of what was answered, and it has bounds. "
        average = QFontMetrics(theme.font()).horizontalAdvance(sample) / len(sample)
        self._widest = round(_LETTERS * average)

    def show_text(self, markdown: str) -> None:
        """Show another text from its beginning."""
        document = QTextDocument(self)
        document.setDefaultFont(self._theme.font())
        document.setDocumentMargin(0)
        document.setIndentWidth(self._theme.px(20))
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.setDocument(document)
        self._dress(document)
        self._fit()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay short in a wide window, and fit into a narrow one."""
        super().resizeEvent(event)
        self._fit()

    def go_to(self, heading: str) -> None:
        """Scroll to a heading, named as in a link."""
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and slug(block.text()) == heading:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top))
                return

    def mark(self, words: list[str]) -> None:
        """Mark where a word begins so."""
        marks = []
        for word in words:
            cursor = QTextCursor(self.document())
            while not (cursor := self.document().find(word, cursor)).isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(self._theme.colour("accent_soft"))
                marks.append(selection)
        self.setExtraSelections(marks)

    def _fit(self) -> None:
        side = max(0, self.width() - self._widest - self._theme.px(64))
        margin = self._theme.px(32)
        self.setViewportMargins(margin, self._theme.px(24), min(side, self.width()) + margin, 0)

    def _dress(self, document: QTextDocument) -> None:
        for block in _blocks(document):
            self._dress_block(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)

    def _dress_block(self, block: QTextBlock) -> None:
        px, level = self._theme.px, block.blockFormat().headingLevel()
        above, below = _AROUND.get(level, _AROUND[3])
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        if block.textList() is not None and block.next().textList() is not None:
            below = 4
        if cursor.currentTable() is not None:
            below = 0
        shape.setTopMargin(px(above))
        shape.setBottomMargin(px(below))
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(shape)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            size = {1: "title", 2: "large"}.get(level, "body")
            cursor.setCharFormat(self._type(self._theme.font(size, strong=True)))
            return
        self._dress_words(block)

    def _dress_words(self, block: QTextBlock) -> None:
        """Keys look like keys, links like links."""
        found = []
        spot = block.begin()
        while not spot.atEnd():
            fragment = spot.fragment()
            found.append((fragment.position(), fragment.length(), fragment.charFormat()))
            spot += 1
        for start, length, kind in found:
            cursor = QTextCursor(block)
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            if kind.isAnchor():
                own = QTextCharFormat()
                own.setForeground(self._theme.colour("accent"))
                own.setFontUnderline(True)
                cursor.mergeCharFormat(own)
            elif kind.fontFixedPitch():
                own = self._type(self._theme.font(strong=True))
                own.setFontFixedPitch(False)
                own.setBackground(self._theme.colour("hover"))
                cursor.mergeCharFormat(own)
            elif kind.fontWeight() > QFont.Weight.Normal:
                cursor.mergeCharFormat(self._type(self._theme.font(strong=True)))

    def _dress_table(self, table: QTextTable) -> None:
        shape, px = table.format(), self._theme.px
        shape.setBorder(0)
        shape.setCellPadding(px(4))
        shape.setCellSpacing(0)
        shape.setTopMargin(px(4))
        shape.setBottomMargin(px(16))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)
        for row in range(1, table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                own = cell.format().toTableCellFormat()
                own.setTopBorder(1)
                own.setTopBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                own.setTopBorderBrush(self._theme.colour("hairline"))
                cell.setFormat(own)

    def _type(self, font: QFont) -> QTextCharFormat:
        own = QTextCharFormat()
        own.setFont(font)
        return own


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
