"""The ways from page to page: what must be there first, and where the user is led instead."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from digimaturity.errors import UserError
from digimaturity.ui.frame import Frame
from digimaturity.ui.handbook import chapter_of
from digimaturity.ui.opening import Opening
from digimaturity.ui.session import Session
from digimaturity.ui.site_map import ALWAYS, BEGINNING, EARLY, OF_COMPANY


class Ways:
    """Opens pages in the frame that is shown now, which `frame` gives."""

    def __init__(self, session: Session, opening: Opening, frame: Callable[[], Frame]) -> None:
        self._session, self._opening, self._frame = session, opening, frame

    def go(self, page: str, place: str = "") -> None:
        """Open a page, at a place of it if one is named; most wait for the workspace."""
        if self._opening.running and page not in EARLY:
            self._opening.finish()
            if self._opening.trouble is not None:
                return
        frame = self._frame()
        if page == "help" and not place and frame.current != page:
            place = chapter_of(frame.current)
        if page not in OF_COMPANY:  # from there another company may be opened
            self.keep_place()
        frame.open(page, place)

    def open_question(self, question: str) -> None:
        """Open the questionnaire at a question."""
        from digimaturity.ui.pages.questionnaire import QuestionnairePage

        page = self._frame().open("questionnaire")
        if isinstance(page, QuestionnairePage):
            page.open_question(question)

    def begin_at(self, page: str, place: str = "") -> None:
        """Open a page when something else is shown in all: every page is made anew."""
        self._frame().forget_pages()
        self.go(page, place)

    def typed(self, page: str) -> bool:
        """Whether something was typed on a page that is recorded nowhere."""
        return page in self._frame().drafts()

    def keep_place(self) -> None:
        """Keep where the user is in the company, to go on there when it is opened again.

        It is a convenience, for which nobody is bothered: what cannot be kept is forgotten.
        """
        frame = self._frame()
        if frame.current in OF_COMPANY:
            with suppress(UserError):
                self._session.keep_place(frame.current, frame.place())

    def settled(self) -> bool:
        """Whether all that was typed is recorded; where it cannot be, the user is led there."""
        page = self._frame().unsettled()
        if page:
            self.go(page)
        return not page

    def by_rail(self, page: str) -> None:
        """Follow an entry of the rail."""
        if page in BEGINNING:
            self.to_beginning()
        else:
            self.go(page)

    def leave(self) -> bool:
        """Leave settings or help for the first page; False where another page is open."""
        if self._frame().current not in ALWAYS:
            return False
        self.to_beginning()
        return True

    def to_beginning(self) -> None:
        """Show the first page, or the first form where something is typed in it already.

        Where there is one company, nothing happens.
        """
        self._opening.finish()
        if self._session.mentoring and self._opening.trouble is None:
            self.go("companies")
            return
        if self._session.company is not None:
            return
        frame = self._frame()
        if self._opening.trouble is not None:
            self.go("trouble")
        elif frame.current != "company" and self.typed("company"):
            self.go("company")
        else:
            self.go("welcome")
