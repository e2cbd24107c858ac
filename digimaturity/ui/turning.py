"""Turning from one company of the workspace to another, each where work on it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digimaturity.ui.session import Session
from digimaturity.ui.site_map import OF_COMPANY, first_page
from digimaturity.ui.ways import Ways

if TYPE_CHECKING:
    from digimaturity.ui.parts import Shell


class Turning:
    """Opens companies."""

    def __init__(self, session: Session, shell: Shell, ways: Ways) -> None:
        self._session, self._shell, self._ways = session, shell, ways

    def open_company(self, company: str) -> None:
        """Open a company where work on it stopped; nothing happens while something is unsaved."""
        if not self._shell.settled():
            return
        self._ways.keep_place()
        place = self._shell.attempt(lambda: self._session.open_company(company))
        if place is not None:
            page = place.page if place.page in OF_COMPANY else ""
            self._ways.begin_at(first_page(self._session, page), place.place)

    def new_company(self) -> None:
        """Show an empty form; once it is saved, the new company is the one that is open.

        One in which something was typed already is shown as it was left.
        """
        if not self._shell.settled():
            return
        if self._session.company is None and self._ways.typed("company"):
            self._ways.go("company")
            return
        self._ways.keep_place()
        self._session.leave_company()
        self._ways.begin_at("company")

    def follow_mode(self) -> None:
        """Whoever has one company only sees that one, whatever was open before."""
        session = self._session
        if not session.mentoring and session.company is None and session.workspace is not None:
            self._shell.attempt(session.open_first)
