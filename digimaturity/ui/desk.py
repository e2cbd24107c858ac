"""What the actions of the window work with, and how the longer ones are done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from digimaturity.ui.titles import is_sample

if TYPE_CHECKING:
    from digimaturity.ui.frame import Frame
    from digimaturity.ui.pages.page import Page
    from digimaturity.ui.pages.questionnaire import QuestionnairePage
    from digimaturity.ui.parts import Shell
    from digimaturity.ui.session import Session
    from digimaturity.ui.undoing import Undoing


class Overlays(Protocol):
    """What can lie over the window."""

    def palette(self) -> None:
        """Find and do anything by a few letters."""

    def keys(self) -> None:
        """Show all keys."""

    def tour(self) -> None:
        """Show the parts of the window."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the actions work with; `frame` gives the one that is shown now."""

    session: Session
    shell: Shell
    undoing: Undoing
    overlays: Overlays
    frame: Callable[[], Frame]

    @property
    def answering(self) -> bool:
        """Whether there are questions to go to."""
        return self.session.assessment is not None

    @property
    def signable(self) -> bool:
        """Whether the assessment can be signed off."""
        record = self.session.assessment
        return record is not None and record.open and self.session.changeable

    @property
    def correctable(self) -> bool:
        """Whether it was signed off, and a correction can be opened."""
        record = self.session.assessment
        return record is not None and not record.open and self.session.changeable

    @property
    def packages(self) -> bool:
        """Whether companies can be handed over and taken in: under their true names, no sample."""
        return not (self.sample or self.shell.settings.alias)

    @property
    def own(self) -> bool:
        """Whether a company is open that can be changed."""
        return self.session.company is not None and self.session.changeable

    @property
    def may_add_company(self) -> bool:
        """Whether there can be one more company."""
        return self.session.mentoring and self.session.writable

    @property
    def sample(self) -> bool:
        """Whether the sample company is open."""
        return is_sample(self.session)

    def workshop(self) -> None:
        """Open the workshop; leaving it leads back to the page that is open now."""
        if self.answering:
            self.shell.go("workshop", self.frame().current)

    def page(self, name: str) -> Page:
        """Open a page, and give it."""
        self.shell.go(name)
        return self.frame().page(name)

    def sign_off(self) -> None:
        """Open the form in the overview by which the assessment is signed off."""
        from digimaturity.ui.pages.overview import OverviewPage

        page = self.page("overview")
        if isinstance(page, OverviewPage):
            page.ask_to_sign()

    def correct(self) -> None:
        """Go to where the assessment is opened to be corrected, with a reason."""
        self.shell.go("history", "revisions correct")

    def back_to_present(self) -> None:
        """Leave the earlier revision that is shown, on the page that is open."""
        from digimaturity.ui.revisions import back_to_present

        frame = self.frame()
        back_to_present(self.session, self.shell, frame.current, frame.place())

    def jump(self) -> None:
        """Go to the next question without an answer."""
        page = self._questionnaire()
        if page is not None:
            page.jump()

    def jump_to_marked(self) -> None:
        """Go to the next question that is to be looked at once more."""
        page = self._questionnaire()
        if page is not None:
            page.jump_to_marked()

    def find_question(self) -> None:
        """Begin to search the questions."""
        page = self._questionnaire()
        if page is not None:
            page.find_question()

    def _questionnaire(self) -> QuestionnairePage | None:
        from digimaturity.ui.pages.questionnaire import QuestionnairePage

        page = self.page("questionnaire")
        return page if isinstance(page, QuestionnairePage) else None
