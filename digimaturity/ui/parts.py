"""What the window hands to every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.settings import Settings
from digimaturity.ui.actions import Action
from digimaturity.ui.bus import Bus
from digimaturity.ui.session import Session
from digimaturity.ui.tasks import Tasks
from digimaturity.ui.theme import Theme


class Shell(Protocol):
    """What a page may ask of the window around it."""

    @property
    def settings(self) -> Settings:
        """The settings as they are."""

    def change_settings(self, **values: object) -> None:
        """Change settings, keep them, and show what follows from them."""

    def attempt(self, action: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the action gives
        """Run an action; an error that the user can mend becomes a banner, and None comes back."""

    def settled(self) -> bool:
        """Whether all that was typed is recorded; where it cannot be, the user is led there."""

    def tell(self, what: str, more: str = "") -> None:
        """Say above the page that something went well."""

    def report(self, error: Exception) -> None:
        """Say what went wrong in a job of the worker."""

    def go(self, page: str, place: str = "") -> None:
        """Open a page."""

    def commands(self) -> tuple[Action, ...]:
        """Everything that the window can do."""

    def turn_full_screen(self) -> None:
        """Cover the whole screen, or no longer."""

    def act(self, action: str) -> None:
        """Do what the window can do, by the id that `ui.action_list` gives it."""

    def open_question(self, question: str) -> None:
        """Open the questionnaire at a question."""

    def open_workspace(
        self,
        path: Path,
        *,
        read_only: bool = False,
        anew: bool = False,
        first: Callable[[], object] | None = None,
    ) -> None:
        """Close the workspace and open this one; one that was lost is only made `anew`.

        In between the worker does `first`.
        """

    def remember_workspace(self, path: Path) -> None:
        """Open this workspace at the next start, in which the user is where he is now.

        Raises:
            UserError: It cannot be kept; nothing has changed then.
        """

    def open_sample(self) -> None:
        """Open the sample company, in a workspace of its own."""

    def leave_sample(self) -> None:
        """Go back to the user's own workspace."""

    def open_company(self, company: str) -> None:
        """Open a company of the workspace, where work on it stopped."""

    def new_company(self) -> None:
        """Show an empty form for one more company."""

    def assessment_opened(self, page: str) -> None:
        """Another assessment is open: show this page of it."""

    @property
    def trouble(self) -> UserError | None:
        """Why the workspace could not be opened; None when it is open."""

    @property
    def path(self) -> Path:
        """The file of the workspace that is open, or that could not be opened."""

    def quit(self) -> None:
        """Close the window."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that pages are made with; new ones when language, appearance or size change."""

    t: Translator
    theme: Theme
    session: Session
    bus: Bus
    tasks: Tasks
    shell: Shell
