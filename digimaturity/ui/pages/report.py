"""The report: what is chosen at the left, the real PDF at the right, and saving it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from digimaturity import paths
from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.build.viewpoints import viewpoint_notes
from digimaturity.services.exports import ChapterChoice, Cut, Format, Order, chapters_of, exported
from digimaturity.services.report_options import ReportOptions, get_options, keep_options
from digimaturity.services.sender import signed
from digimaturity.services.workspace import Workspace
from digimaturity.ui.drawn_peers import want_peers
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Job, Lane, Progress
from digimaturity.ui.told_views import tell_as_one, told_of
from digimaturity.ui.widgets.basics import emptied, label, line, spaced
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.report_options import OptionsPanel
from digimaturity.ui.widgets.report_preview import ReportPreview
from digimaturity.ui.widgets.report_saving import SavingBox
from digimaturity.ui.widgets.sender_panel import SenderPanel

_SIDE = 328

#: In a lower page (pixels at 100 %) the options and saving do not fit one above the other.
_LOW = 480

#: Several choices after one another make one report (milliseconds).
_RESTS = 120

#: What the worker makes: which job it was, what was asked for, the file, chapters if not known.
_Made = tuple[int, Order, bytes, tuple[ChapterChoice, ...]]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What holds while the page is open; no language: the window's."""

    cut: Cut
    language: str


class ReportPage(Page):
    """The preview is the very file that is saved."""

    compares: ClassVar[bool] = True

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._jobs = 0
        self._making: Job | None = None
        self._low = False
        self._options: OptionsPanel | None = None
        self._options_of: str | None = None
        self._sender = self._sender_now()
        self._listed: Evaluation | None = None  # whose chapters can be chosen among
        self.signer = SenderPanel(parts)
        self.signer.changed.connect(self._chosen)
        self._rest = QTimer(self, interval=_RESTS, singleShot=True)
        self._rest.timeout.connect(self.refresh)
        self._preview = ReportPreview(parts.theme, parts.t("Preview of the report"))
        self.saving = SavingBox(parts)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self._left())
        row.addWidget(self._preview, stretch=1)
        self._follow()

    @property
    def document(self) -> QPdfDocument:
        """What the preview shows."""
        return self._preview.document

    @property
    def ready(self) -> bool:
        """Whether the preview shows the report as it is now, so that it can be saved."""
        return self.saving.ready

    @property
    def options(self) -> OptionsPanel:
        """What is chosen; there is an assessment."""
        if self._options is None:
            raise RuntimeError("no assessment is open")
        return self._options

    def choose_language(self, code: str) -> None:
        """Make the report in another language."""
        self._follow()
        self.options.choose_language(code)
        self.refresh()

    def catch_up(self) -> None:
        """Show, too, who sends reports by now: that is also chosen in the settings."""
        if self._sender != self._sender_now():
            self._outdated()
        super().catch_up()

    def refresh(self) -> None:
        """Make the report anew in the worker; the older preview stays until it is there.

        First the clients that the firm is compared with are drawn, if they are not known yet.
        """
        self._rest.stop()
        evaluation = self.parts.session.evaluation
        if evaluation is None:
            return
        self._follow()
        self._sender = self._sender_now()
        self._call_off()
        if not want_peers(self.parts):
            return
        order, names = self._order(evaluation), self.parts.t
        number, known = self._jobs, self._listed is evaluation

        def job(progress: Progress) -> _Made:
            chapters = () if known else chapters_of(evaluation, order.context, names)
            return number, order, exported(order, Format.PDF, progress), chapters

        self._making = self.parts.tasks.watched(job, self._show, self._failed, lane=Lane.ASKED)

    def start(self) -> None:
        """The keyboard is where the report is saved."""
        self.saving.start()

    def flush(self) -> None:
        """Keep what is still being typed."""
        if self._options is not None:
            self._options.flush()
        self.signer.flush()

    def draft(self) -> object:
        """The cut that is wanted, and the language where it is not the window's."""
        if self._options is None:
            return None
        language = self._options.language
        return _Wanted(self._options.cut, "" if language == self.parts.t.language else language)

    def take_up(self, draft: object) -> None:
        """Want them again; the window may have another language now."""
        self._follow()
        if isinstance(draft, _Wanted) and self._options is not None:
            self._options.choose_cut(draft.cut)
            if draft.language:
                self._options.choose_language(draft.language)

    def _order(self, evaluation: Evaluation) -> Order:
        session, shell, options = self.parts.session, self.parts.shell, self.options
        chosen = signed(options.chosen, shell.settings, paths.config_dir())
        if session.aliases is not None:
            chosen = session.aliases.options(chosen, own=not session.mentoring)
        context = replace(session.report_context(sample=shell.settings.sample), options=chosen)
        return Order(evaluation, context, self._translator(options.language), options.cut)

    def _sender_now(self) -> ReportOptions:
        return signed(ReportOptions(), self.parts.shell.settings, paths.config_dir())

    def _translator(self, code: str) -> Translator:
        if code == self.parts.t.language:
            return self.parts.t
        return Translator.load(code, paths.resources_dir() / "locale")

    def _failed(self, error: Exception) -> None:
        self.saving.give_up()
        self.parts.shell.report(error)

    def _show(self, made: _Made) -> None:
        number, order, pdf, chapters = made
        if number != self._jobs:
            return  # something was changed meanwhile, and a newer one is on its way
        pages = self._preview.show_pdf(pdf)
        if chapters:
            self._listed = order.evaluation
            self.options.show_chapters(chapters)
        words = self.parts.t.plural("{n} page", "{n} pages", pages)
        self._preview.describe(words)
        if order.context.draft and self.parts.session.changeable:
            until = self.parts.t(
                "Marked as a draft until you sign the assessment off, in the overview."
            )
            words = f"{words}. {until}"
        self.saving.offer(order, pdf, words)

    def _left(self) -> QWidget:
        t, px = self.parts.t, self.parts.theme.px
        side = QFrame()
        side.setObjectName("areas")
        side.setFixedWidth(px(_SIDE))
        inner = QWidget()
        column = QVBoxLayout(inner)
        spaced(column, px(32), px(24), px(24), px(16), gap=px(12))
        column.addWidget(label(t("Report"), "title"))
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addWidget(Fold(self.parts.theme, t("Sender, logo and colour"), self._sender_parts))
        column.addStretch()
        self._options_column = column
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self._outer = QVBoxLayout(side)
        spaced(self._outer, 0)
        self._outer.addWidget(scroll, stretch=1)
        self._above_saving = line()
        self._outer.addWidget(self._above_saving)
        self._outer.addWidget(self.saving)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window saving scrolls with the options, above them, or hides most of them."""
        super().resizeEvent(event)
        low = self.height() < self.parts.theme.px(_LOW)
        if low == self._low:
            return
        self._low = low
        had = any(one.hasFocus() for one in self.saving.findChildren(QWidget))
        self._above_saving.setVisible(not low)
        if low:
            self._options_column.insertWidget(1, self.saving)
        else:
            self._outer.addWidget(self.saving)
        self.saving.stand_alone(not low)
        self.saving.show()
        if had:
            self.saving.start()

    def _sender_parts(self) -> list[FoldPart]:
        return [("", [self.signer])]

    def _follow(self) -> None:
        """Show what was chosen for the assessment that is open."""
        session = self.parts.session
        workspace, assessment = session.workspace, session.assessment_id
        if workspace is None:
            return
        if assessment != self._options_of:
            self._offer(workspace, assessment)
        wording = session.wording(self.parts.t)
        if wording is not None:
            told = told_of(self.parts, session.responses)
            self.options.show_told(told, viewpoint_notes(wording))

    def _offer(self, workspace: Workspace, assessment: str) -> None:
        """Offer what can be chosen for another assessment."""
        self._options_of, self._listed = assessment, None
        emptied(self._place)
        self._options = options = OptionsPanel(self.parts, get_options(workspace, assessment))
        options.changed.connect(self._chosen)
        options.typing.connect(self._outdated_now)
        options.kept.connect(self._keep)
        options.together.connect(partial(tell_as_one, self.parts))
        self._place.addWidget(options)

    def _chosen(self) -> None:
        self._outdated_now()
        self._rest.start()

    def _outdated_now(self) -> None:
        """What is shown, and what is on its way, is no longer what was chosen: it is not saved."""
        self._rest.stop()
        self._call_off()

    def _call_off(self) -> None:
        self._jobs += 1
        if self._making is not None:
            self._making.cancel()
        self.saving.wait()

    def _keep(self, chosen: ReportOptions) -> None:
        """Keep what was chosen; where nothing can be kept it holds until the window closes."""
        session = self.parts.session
        workspace, assessment = session.workspace, session.assessment_id
        if workspace is None or not session.changeable:
            return

        def keep() -> None:
            keep_options(workspace, assessment, chosen)

        self.parts.shell.attempt(keep)
