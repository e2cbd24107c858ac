"""Who signed what and when, what was corrected and why, and the way to open a correction."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QVBoxLayout

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services.changes import ChangeKind
from digimaturity.services.comparing import Ref
from digimaturity.services.messages import sentence
from digimaturity.services.revision_changes import Changes, as_it_stands, changes_between
from digimaturity.services.sign_off import Revision, SignOffs, read_revision
from digimaturity.services.sign_off_checks import Checked, Fault, fault_of
from digimaturity.services.sign_off_words import fault_words
from digimaturity.services.snapshot import Signed
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.revision_words import beside_lines, changes_words, question_lines
from digimaturity.ui.revisions import look_at
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.correction_form import CorrectionForm
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.revision_card import RevisionCard, ShownRevision

#: The place at which a correction is asked for.
CORRECT = "correct"


class RevisionsTab(ColumnPage):
    """What was signed never changes, so each revision is read once."""

    concerned_by: ClassVar = frozenset(ChangeKind) - {ChangeKind.ROADMAP, ChangeKind.PLANNED}

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._wish: tuple[str, str] | None = None  # reason and name, while a correction is asked
        self._form: CorrectionForm | None = None
        self._read: dict[tuple[str, int], Signed | UserError] = {}
        self._held: dict[tuple[str, int], Changes] = {}

    def refresh(self) -> None:
        """What is being entered stays."""
        self._wish = self._entered()
        super().refresh()

    def draft(self) -> object:
        """The reason for a correction, as far as it is typed."""
        return self._entered()

    def take_up(self, draft: object) -> None:
        """Show it again."""
        match draft:
            case (str(reason), str(by)):
                self._wish, self._stale = (reason, by), True

    def fill(self) -> None:
        """Show what holds and what can be done, then all revisions, newest first."""
        session = self.parts.session
        self._form = None
        if session.assessment is None or session.workspace is None:
            return
        every = session.sign_offs
        if not every.revisions:
            self._nothing_yet()
            return
        if every.opened and not session.revision:
            self._open_correction(every)
        elif session.changeable:
            self._offer(every)
        for one in reversed(every.revisions):
            self._card(one, every)

    # -- what can be done

    def _nothing_yet(self) -> None:
        t, session = self.parts.t, self.parts.session
        self.teach(
            t("This assessment is not signed off yet"),
            t(
                "Signing off makes the assessment read-only and keeps a hash of its content, which"
                " the report prints. A correction afterwards needs a reason and becomes a revision"
                " of its own; all of them stand here and stay readable."
            ),
        )
        if session.changeable:
            way = button(t("S&ign off …"), partial(self.parts.shell.act, "sign_off"), "primary")
            self.column.addLayout(row_of(way))

    def _open_correction(self, every: SignOffs) -> None:
        """Why it was opened, by whom, and what is changed so far."""
        t, px, shell = self.parts.t, self.parts.theme.px, self.parts.shell
        self._wish = None
        number = len(every.revisions)
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        spaced(inner, px(24), px(16), px(24), px(16), gap=px(8))
        inner.addWidget(label(t("A correction is open"), "large", wrap=True))
        inner.addWidget(self.words(_opened_words(t, number, every.opened, every.opener)))
        inner.addWidget(self.words(every.reason, "strong"))
        changes = self._changes_so_far(number)
        if changes is not None:
            words = t("So far: {changes}", changes=changes_words(changes, number, t))
            inner.addWidget(self.words(words, "secondary"))
        inner.addSpacing(px(8))
        go = button(t("Go to the &questions"), partial(shell.go, "questionnaire"), "primary")
        ways = [go]
        if self.parts.session.changeable:
            ways.append(button(t("S&ign off …"), partial(shell.act, "sign_off")))
        inner.addLayout(flowing(px(16), *ways))
        self.column.addWidget(card)

    def _offer(self, every: SignOffs) -> None:
        """The form, or the way to it."""
        t = self.parts.t
        if self._wish is None:
            way = button(t("Correct &it …"), self._ask_to_correct)
            self.column.addLayout(row_of(way))
            return
        number = len(every.revisions)
        self._form = CorrectionForm(self.parts.theme, t, *self._wish, number)
        self._form.opened.connect(self._correct)
        self._form.left.connect(self._leave)
        self._form.complained.connect(self._show_reason)
        self.column.addWidget(self._form)

    def _ask_to_correct(self) -> None:
        self.come_back(CORRECT)
        self.catch_up()
        self.start()

    def come_back(self, place: str) -> None:
        """Ask why it is to be corrected, where the place says so."""
        if place == CORRECT and self._wish is None:
            self._wish, self._stale = ("", self.parts.shell.settings.mentor), True

    def start(self) -> None:
        """The keyboard is at the reason, where one is asked for."""
        if self._form is not None:
            self.scroll_to(self._form)
            self._form.start()
            self._show_reason()

    def _show_reason(self) -> None:
        """All of the field is seen, with what it says below."""
        if self._form is not None:
            self.make_room()
            self._scroll.ensureWidgetVisible(self._form.why)

    def _entered(self) -> tuple[str, str] | None:
        if self._form is None:
            return self._wish
        return self._form.reason.text(), self._form.by.text()

    def _leave(self) -> None:
        self._wish = self._form = None
        self.refresh()
        self.focusNextChild()

    def _correct(self, reason: str, by: str) -> None:
        session, shell, t = self.parts.session, self.parts.shell, self.parts.t

        def opened() -> bool:
            session.correct(reason, by)
            return True

        number = len(session.sign_offs.revisions)
        if not (shell.settled() and shell.attempt(opened)):
            return
        self._wish = self._form = None
        self.refresh()
        shell.go("questionnaire")
        shell.tell(
            t("The correction of revision {n} is open.", n=number),
            t("Change what was wrong, then sign off again."),
        )

    # -- the revisions

    def _card(self, one: Revision, every: SignOffs) -> None:
        session, shell = self.parts.session, self.parts.shell
        card = RevisionCard(self.parts.theme, self.parts.t, self._shown(one, every))
        card.look_asked.connect(partial(look_at, session, shell, one.number))
        holds = one is every.revisions[-1] and not every.opened
        before = Ref(session.assessment_id, one.number - 1)
        now = Ref(session.assessment_id, 0 if holds else one.number)
        card.comparison_asked.connect(partial(shell.go, "history", f"compare a={before} b={now}"))
        card.copied.connect(self._copied)
        self.column.addWidget(card)

    def _copied(self) -> None:
        self.parts.shell.tell(self.parts.t("The hash is on the clipboard."))

    def _shown(self, one: Revision, every: SignOffs) -> ShownRevision:
        t, session = self.parts.t, self.parts.session
        newest = one is every.revisions[-1]
        holds = newest and not every.opened
        damaged = self._fault(one.number)
        strayed = self._strayed(one) if holds and not (damaged or session.revision) else ()
        mark = t("holds") if holds and not damaged else ""
        if session.revision == one.number:
            mark = t("shown now")
        changes = self._changes(one.number)
        asked = session.questionnaire
        parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
        if changes is not None and asked is not None:
            listed = (
                (t("Other answers"), question_lines(changes, asked, t)),
                (t("Beside the answers"), beside_lines(changes, asked, t)),
            )
            parts = tuple((heading, lines) for heading, lines in listed if lines)
        return ShownRevision(
            one.number,
            mark,
            _signed_words(t, one),
            one.digest,
            t("Reason of the correction: {reason}", reason=one.reason) if one.reason else "",
            changes_words(changes, one.number - 1, t) if changes else "",
            parts,
            damaged or strayed,
            not damaged and session.revision != one.number and (bool(strayed) or not holds),
            changes is not None and session.alias_words is None,
        )

    def _signed(self, number: int) -> Signed | UserError:
        session = self.parts.session
        which = (session.assessment_id, number)
        if which not in self._read and session.workspace is not None:
            try:
                self._read[which] = read_revision(session.workspace, *which)
            except UserError as error:
                self._read[which] = error
        return self._read[which]

    def _fault(self, number: int) -> tuple[str, ...]:
        found = self._signed(number)
        if not isinstance(found, UserError):
            return ()
        message = sentence(found, self.parts.t)
        return tuple(words for words in (message.what, message.safe, message.what_to_do) if words)

    def _strayed(self, one: Revision) -> tuple[str, ...]:
        """That the assessment says something else than the revision that holds, if it does."""
        t, session = self.parts.t, self.parts.session
        record, company, workspace = session.assessment, session.company, session.workspace
        if record is None or company is None or workspace is None or not record.signed:
            return ()
        if fault_of(workspace, record, one) is not Fault.CHANGED:
            return ()
        return (
            fault_words(Checked(company.name, record, one, Fault.CHANGED), t),
            t(
                "Something changed the file outside this program. A backup may still have it as"
                " it was."
            ),
        )

    def _changes(self, number: int) -> Changes | None:
        """Against the one before; None for the first, and where either cannot be read."""
        if number == 1:
            return None
        which = (self.parts.session.assessment_id, number)
        before, after = self._signed(number - 1), self._signed(number)
        if isinstance(before, UserError) or isinstance(after, UserError):
            return None
        if which not in self._held:
            self._held[which] = changes_between(before, after)
        return self._held[which]

    def _changes_so_far(self, number: int) -> Changes | None:
        before, session = self._signed(number), self.parts.session
        if isinstance(before, UserError) or session.workspace is None or session.case is None:
            return None
        return changes_between(before, as_it_stands(session.workspace, session.case))


def _moment(t: Translator, at: str) -> str:
    """Day and time as the clock on the wall has it; empty where nobody knows."""
    try:
        local = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return t("{day}, {time}", day=t.date(local.date()), time=f"{local:%H:%M}")


def _signed_words(t: Translator, one: Revision) -> str:
    when = _moment(t, one.at)
    if not when:
        return t("Finished by an earlier version of the program")
    if one.by:
        return t("Signed off: {moment}, by {name}", moment=when, name=one.by)
    return t("Signed off: {moment}", moment=when)


def _opened_words(t: Translator, number: int, at: str, by: str) -> str:
    when = _moment(t, at)
    if by:
        return t("Revision {n}, opened {moment} by {name}", n=number, moment=when, name=by)
    return t("Revision {n}, opened {moment}", n=number, moment=when)
