"""Turning from one company of the workspace to another, each where work on it stopped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from digimaturity.errors import UserError
from digimaturity.ui.session import Session
from digimaturity.ui.site_map import first_page

if TYPE_CHECKING:
    from digimaturity.ui.frame import Frame
    from digimaturity.ui.parts import Shell
    from digimaturity.ui.ways import Ways


class Turning:
    """Opens companies; `frame` gives the frame that is shown now."""

    def __init__(
        self, session: Session, shell: Shell, ways: Ways, frame: Callable[[], Frame]
    ) -> None:
        self._session, self._shell, self._ways, self._frame = session, shell, ways, frame

    def open_company(self, company: str) -> None:
        """Open a company where work on it stopped; nothing happens while something is unsaved."""
        if not self._shell.settled():
            return
        self.keep_place()
        place = self._shell.attempt(lambda: self._session.open_company(company))
        if place is not None:
            self._ways.begin_at(first_page(self._session, place.page), place.place)

    def new_company(self) -> None:
        """Show an empty form; once it is saved, the new company is the one that is open."""
        if not self._shell.settled():
            return
        self.keep_place()
        self._session.leave_company()
        self._ways.begin_at("company")

    def follow_mode(self) -> None:
        """Whoever has one company only sees that one, whatever was open before."""
        session = self._session
        if not session.mentoring and session.company is None and session.workspace is not None:
            self._shell.attempt(session.open_first)

    def keep_place(self) -> None:
        """Keep where the user is, to go on there when the company is opened again.

        It is a convenience, for which nobody is bothered: what cannot be kept is forgotten.
        """
        frame = self._frame()
        if self._session.company is None or not frame.current:
            return
        with suppress(UserError):
            self._session.keep_place(frame.current, frame.place())
