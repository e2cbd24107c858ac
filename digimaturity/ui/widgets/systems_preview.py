"""What a list of applications would bring, before any of it is taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.report.landscape_words import names_of
from digimaturity.services.systems_file.preview import Preview
from digimaturity.services.systems_file.words import changed_words, unread_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.fold import Fold, FoldPart

#: So many lines are seen at once, and so many when the rest is unfolded.
_FIRST, _MOST = 4, 200


class SystemsPreview(QFrame):
    """`accepted` and `left` tell what the user decided; `first` is where the keyboard begins."""

    accepted = Signal()
    left = Signal()

    def __init__(self, parts: Parts, name: str, found: Preview) -> None:
        super().__init__()
        self._parts = parts
        t, px = parts.t, parts.theme.px
        self.setProperty("kind", "card")
        title = t("What {name} would bring", name=name)
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        spaced(self._column, px(16), px(12), px(16), px(16), gap=px(8))
        self._column.addWidget(label(title, "strong", wrap=True))
        for words in self._summary(found):
            self._column.addWidget(label(words, wrap=True))
        self._lines(t("Changed"), [changed_words(one, t) for one in found.changed])
        self._lines(t("Not taken in"), [unread_words(one, t) for one in found.unread])
        ways = Flow(px(16))
        spaced(ways, 0, px(4), 0, 0, gap=px(16))
        count = len(found.entries)
        take = t.plural("&Take in one application", "&Take in {n} applications", count)
        self.take = button(take, self.accepted.emit, "primary")
        self.leave = button(t("&Cancel") if count else t("&Close"), self.left.emit)
        if count:
            ways.addWidget(self.take)
        ways.addWidget(self.leave)
        self._column.addLayout(ways)
        self.first: QWidget = self.take if count else self.leave

    def _summary(self, found: Preview) -> Iterable[str]:
        t = self._parts.t
        if found.new:
            names = names_of(found.new, str, t)
            yield t.plural("One new: {names}", "{n} new: {names}", len(found.new), names=names)
        if found.changed:
            yield t.plural("One would change.", "{n} would change.", len(found.changed))
        if found.equal:
            yield t.plural("One is here as it is.", "{n} are here as they are.", found.equal)
        if not found.entries:
            yield t("There is nothing to take in.")
        if found.year is not None:
            yield t("Costs whose column names no year count for {year}.", year=found.year)
        if found.unsaid:
            yield t.plural(
                "How the data go over one interface is not said: it counts as automatic.",
                "How the data go over {n} interfaces is not said: they count as automatic.",
                found.unsaid,
            )
        if found.left_out:
            heads = names_of(found.left_out, str, t)
            yield t.plural(
                "One column is left out, since nobody knows what it means: {heads}",
                "{n} columns are left out, since nobody knows what they mean: {heads}",
                len(found.left_out),
                heads=heads,
            )

    def _lines(self, head: str, lines: Sequence[str]) -> None:
        """A head, the first lines, and the rest folded."""
        if not lines:
            return
        self._column.addWidget(label(head, "strong"))
        for words in lines[:_FIRST]:
            self._column.addWidget(label(words, "secondary", wrap=True))
        rest = lines[_FIRST:]
        if rest:
            title = self._parts.t.plural("One more", "{n} more", len(rest))
            self._column.addWidget(Fold(self._parts.theme, title, partial(_folded, rest)))


def _folded(lines: Sequence[str]) -> Iterable[FoldPart]:
    shown = [label(words, "secondary", wrap=True) for words in lines[:_MOST]]
    if len(lines) > _MOST:
        shown.append(label("…", "secondary"))
    return [("", shown)]
