"""Records what the cards of a section want, and shows what is recorded where that failed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from digimaturity.domain.responses import Answer
from digimaturity.ui.attaching import Attaching
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.section_view import SectionView
from digimaturity.ui.widgets.wishes import Attach, Handle, Mark, Note, Wish, Write


class Answering(QObject):
    """Listens to `view`. While the window closes, nothing is recorded: that was tried before."""

    def __init__(self, parts: Parts, view: SectionView) -> None:
        super().__init__(view)
        self._parts, self._view = parts, view
        self._attaching = Attaching(parts, view)
        self._attaching.copying.connect(view.show_busy)
        view.answered.connect(self._answer)
        view.wanted.connect(self._do)

    def _answer(self, question: str, answer: Answer | None) -> None:
        session = self._parts.session
        if session.assessment is None:
            return
        if self._parts.shell.attempt(lambda: session.answer(question, answer)) is None:
            self._view.show_answers(session.answer_of)  # what is recorded, not what was clicked

    def _do(self, wish: Wish) -> None:
        if self._parts.session.assessment is None:
            return
        match wish:
            case Write():
                self._write(wish)
            case Mark():
                self._mark(wish)
            case Attach():
                self._attaching.attach(wish)
            case Handle():
                self._attaching.handle(wish)

    def _write(self, wish: Write) -> None:
        session = self._parts.session
        record = session.evidence if wish.note is Note.EVIDENCE else session.comment
        made = self._parts.shell.attempt(lambda: record(wish.question, wish.text))
        self._view.settle(wish.question, wish.note, recorded=made is not None)

    def _mark(self, wish: Mark) -> None:
        session = self._parts.session
        mark = partial(session.review, wish.question, marked=wish.marked)
        if self._parts.shell.attempt(mark) is None:
            self._view.show_answers(session.answer_of)
