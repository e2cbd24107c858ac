"""What the window does with what is open: each intention calls a service, and announces it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digimaturity.domain.evaluation import PeerOptions
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.viewpoints import Together
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services import (
    assessments,
    companies,
    going_on,
    places,
    portfolio,
    sign_off,
)
from digimaturity.services.assessments import AssessmentRecord
from digimaturity.services.changes import Change, ChangeKind
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.first_look import FirstLook, Wanted, look_at, outline_of
from digimaturity.services.going_on import GoneOn
from digimaturity.services.places import Place
from digimaturity.services.workspace import Case, Workspace
from digimaturity.ui.open_case import NOBODY
from digimaturity.ui.recorder import Recorder

if TYPE_CHECKING:
    from digimaturity.services.repeat import Newcomer, Repeat


class Session(Recorder):
    """Opens and changes, by the services, and announces what they changed.

    Every method may raise `UserError`; then nothing was changed.
    """

    # -- opening

    def show(self, seen: FirstLook) -> None:
        """Know what a first look found, until the workspace is open."""
        self._take(seen)
        self._seen = seen

    def open(self, workspace: Workspace, wanted: Wanted) -> bool:
        """Begin to work with a workspace, at the company and the assessment that are wanted.

        Returns whether the first look had shown all of it as it is.
        """
        self.workspace, seen, self._seen = workspace, self._seen, None
        self._aliases = None
        try:
            found = look_at(workspace, wanted)
        except UserError:
            self._take(outline_of(workspace, wanted))
            raise
        if found != seen:
            self._take(found)
        self._evaluation = None  # there may be figures now
        self.bus.opened.emit()
        return found == seen

    def _take(self, found: FirstLook) -> None:
        who = self.respondent.id
        self._close_company()
        if found.company is not None:
            self.company = self._named(found.company)
        if found.case is not None:
            self.assessment = self._shown(found.case.record)
            self.questionnaire = found.case.questionnaire
            if self.aliases is None:
                self._responses = found.case.responses
            people = {one.id: one for one in self.respondents}
            self.respondent = people.get(who, self.respondents[0])

    def alias_in(self, words: Translator | None) -> None:
        """Show other names in these words from now on, or the true ones again."""
        if words is self.alias_words:
            return
        if words is None or self.alias_words is None:  # another language alone hides nothing
            self._written.clear()
        self.alias_words, self._aliases = words, None
        if self.workspace is not None and self.company is not None:
            number = self.revision
            self._turn_to(Wanted(self.company.id, self.assessment_id))
            if number:
                self.open_revision(number)
        else:
            self.bus.opened.emit()

    def _turn_to(self, wanted: Wanted) -> None:
        """Have what is wanted open; where it cannot be read, its outline, and the error goes on."""
        workspace = self._awaited()
        try:
            self._take(look_at(workspace, wanted))
        except UserError:
            self._take(outline_of(workspace, wanted))
            raise
        finally:
            self.bus.opened.emit()

    def open_company(self, company_id: str) -> Place:
        """Turn to another company, and return where work on it stopped."""
        place = places.place_of(self._awaited(), company_id)
        self._turn_to(Wanted(company_id, place.assessment, any_company=False))
        if any(one.id == place.respondent for one in self.respondents):
            self.answer_as(place.respondent)
        return place

    def open_first(self) -> None:
        """Turn to the first company of the workspace, if there is one."""
        self._turn_to(Wanted())

    def leave_company(self) -> None:
        """No company is open any longer; the workspace is."""
        self._close_company()
        self.bus.opened.emit()

    def keep_place(self, page: str, place: str) -> None:
        """Keep where work on the company stopped."""
        if self.workspace is not None and self.company is not None:
            here = Place(self.assessment_id, self.respondent.id, page, place)
            places.keep_place(self.workspace, self.company.id, here)

    def open_assessment(self, assessment_id: str) -> None:
        """Turn to another assessment of the company."""
        self._open_assessment(assessments.get_assessment(self._awaited(), assessment_id))
        self.bus.opened.emit()

    def open_revision(self, number: int) -> None:
        """Look at an earlier sign-off of the open assessment, as it was; only reading is possible.

        Opening the assessment again leads back.
        """
        from digimaturity.services.sign_off import read_revision

        signed = read_revision(self._awaited(), self.assessment_id, number)
        self._open_assessment(signed.case.record)
        self._signed, self.revision = signed, number
        self.bus.opened.emit()

    def let_go(self) -> Workspace | None:
        """Nothing is open any longer; the workspace itself is left to be closed."""
        left, self.workspace, self._seen = self.workspace, None, None
        self._close_company()
        return left

    def close(self) -> None:
        """Let the workspace go."""
        if (left := self.let_go()) is not None:
            left.close()

    def _close_company(self) -> None:
        self.company = self.assessment = self.questionnaire = self._signed = None
        self.revision = 0
        self.respondent = NOBODY
        self.undo_stack.clear()
        self._forget(peers=True)

    def _open_assessment(self, record: AssessmentRecord) -> None:
        self._signed, self.revision = None, 0
        self.assessment = self._shown(record)
        self.questionnaire = assessments.questionnaire_of(self._awaited(), record.id)
        self.respondent = self.respondents[0]
        self.undo_stack.clear()
        self._forget(peers=True)

    # -- changing

    def save_company(self, record: CompanyRecord) -> None:
        """Save the company; it is the one that is open from now on."""
        if record.id:
            self._true_names()
        change = companies.save_company(self._awaited(), record)
        self._aliases = None  # there may be one more
        self.company = self._named(companies.get_company(self._awaited(), str(change.company)))
        self._announce(change)

    def archive(self, company_id: str, *, archived: bool) -> Change:
        """Put a company aside, or back."""
        change = companies.archive_company(self._awaited(), company_id, archived=archived)
        if self.company is not None and self.company.id == company_id:
            self.company = self._named(companies.get_company(self._awaited(), company_id))
        self._announce(change)
        return change

    def company_deleted(self, company_id: str | None) -> None:
        """Tell that a company was deleted by the worker, or that this was tried."""
        self._aliases = None
        self._announce(Change(ChangeKind.COMPANY, company=company_id))

    def begin(
        self, questionnaire: Questionnaire, day: date, people: list[tuple[Viewpoint, str]]
    ) -> None:
        """Begin an assessment of the company and open it."""
        if self.company is None:
            raise RuntimeError("no company is open")
        change = assessments.create_assessment(
            self._awaited(), self.company.id, questionnaire, day, people
        )
        self._announce(change)
        self.open_assessment(str(change.assessment))

    def begin_from(
        self, before: Case, questionnaire: Questionnaire, day: date, people: list[Newcomer]
    ) -> Repeat:
        """Begin an assessment with the answers of an earlier one, each to be confirmed; open it."""
        from digimaturity.services.repeat import begin_from  # no start waits for it

        self._true_names()
        begun = begin_from(self._awaited(), before, questionnaire, day, people)
        self._announce(begun.change)
        self.open_assessment(str(begun.change.assessment))
        return begun

    def delete_assessment(self, assessment_id: str) -> Change:
        """Delete an assessment; where it is the one that is open, the newest other one opens."""
        change = assessments.delete_assessment(self._awaited(), assessment_id)
        try:
            if self.assessment_id == assessment_id and self.company is not None:
                self._turn_to(Wanted(self.company.id, any_company=False))
        finally:
            self._announce(change)
        return change

    def go_on(self, assessment_id: str, questionnaires: Mapping[str, Questionnaire]) -> GoneOn:
        """Go on from a quick check with the whole questionnaire, and open that; who answers stays.

        Asked for once more, the one that was begun is opened.
        """
        place = self.respondents.index(self.respondent) if self.respondents else 0
        gone = going_on.go_on(self._awaited(), assessment_id, questionnaires)
        if gone.begun:
            self._announce(gone.change)
        if self.assessment_id != gone.change.assessment:
            self.open_assessment(str(gone.change.assessment))
            self.respondent = self.respondents[min(place, len(self.respondents) - 1)]
        return gone

    def take_figures(self, figures: BenchmarkData) -> None:
        """Compare with these figures from now on."""
        self.figures, self._evaluation = figures, None
        self.bus.changed.emit(Change(ChangeKind.FIGURES))

    def draw_anew(self) -> None:
        """Other peer packs are installed: whom the firm is compared with is to be drawn again."""
        self._forget(peers=True)
        self.bus.changed.emit(Change(ChangeKind.FIGURES))

    def take_peers(self, peers: PeerOptions) -> None:
        """Know the peers, which were drawn in the worker since that can take long."""
        self._peers, self._evaluation = peers, None
        self.bus.peers_drawn.emit()

    def choose_peers(self, choice: PeerChoice | None) -> Change:
        """Compare the firm with these from now on; None: with whoever fits best."""
        return self._made(portfolio.choose_peers(self._present(), self.assessment_id, choice))

    def tell_together(self, together: Together) -> Change:
        """Tell these viewpoints as one from now on, on the screen and in reports; scores stay."""
        from digimaturity.services.report_options import get_options, keep_options

        place = self._present(), self.assessment_id
        keep_options(*place, replace(get_options(*place), together=together))
        self._together = together
        return self._made(Change(ChangeKind.TOLD, assessment=self.assessment_id))

    def sign(self, by: str = "") -> None:
        """Sign the assessment off: from now on it only can be read."""
        if by:
            self._true_names()
        figures = self.figures if self.figures.bands else None
        self._set(sign_off.sign(self._present(), self.assessment_id, by, figures))

    def correct(self, reason: str, by: str = "") -> None:
        """Open what was signed to be corrected; the signed revision stays."""
        self._true_names()
        self._set(sign_off.correct(self._present(), self.assessment_id, reason, by))

    def _set(self, change: Change) -> None:
        self.undo_stack.clear()
        self._read_assessment()
        if self.company is not None:  # when it is due next may have changed with it
            self.company = self._named(companies.get_company(self._awaited(), self.company.id))
        self._announce(change)
