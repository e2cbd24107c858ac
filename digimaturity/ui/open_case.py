"""What is open, as it can be read: the workspace, a company, an assessment, and who answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import Evaluation, PeerOptions, evaluate
from digimaturity.domain.gap_trend import EarlierSaid
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Answers, Respondent, Responses
from digimaturity.domain.viewpoints import APART, Together
from digimaturity.i18n import Translator
from digimaturity.services import assessments
from digimaturity.services.aliases import Aliases, aliases_of
from digimaturity.services.assessments import AssessmentRecord
from digimaturity.services.attachments import Attachment, attachments_of
from digimaturity.services.changes import ChangeKind
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.earlier import Earlier, earlier_levels, earlier_said
from digimaturity.services.first_look import FirstLook
from digimaturity.services.goals import goals_for, seen_until
from digimaturity.services.workspace import Case, Workspace

if TYPE_CHECKING:
    from digimaturity.domain.deeds import Period
    from digimaturity.domain.roadmap.book import PlanBook
    from digimaturity.domain.roadmap.roadmap import Roadmap
    from digimaturity.report.wording import ReportContext, Signature, Wording
    from digimaturity.services.sign_off import SignOffs
    from digimaturity.services.snapshot import Signed
    from digimaturity.services.years import Assessed

NOBODY = Respondent("", Viewpoint.MANAGEMENT)


class OpenCase:
    """What was said is read when somebody asks, and evaluated then; a change forgets both.

    `mentoring` says whether the user has many companies, not one. With `alias_words` firms and
    people have other names in these words, and what was written freely is not shown.

    While the workspace is being opened, what a first look found can be read. What needs more calls
    `opening`, which returns when the workspace is open, or raises why it cannot be opened.
    """

    def __init__(self, opening: Callable[[], None]) -> None:
        self._opening = opening
        self._seen: FirstLook | None = None
        self.mentoring = False
        self.alias_words: Translator | None = None
        self._aliases: Aliases | None = None
        self.figures = BenchmarkData()
        self.workspace: Workspace | None = None
        self.company: CompanyRecord | None = None
        self.assessment: AssessmentRecord | None = None
        self.questionnaire: Questionnaire | None = None
        self.respondent = NOBODY
        self._responses: Responses | None = None
        self._evaluation: Evaluation | None = None
        self._peers: PeerOptions | None = None
        self._attachments: tuple[Attachment, ...] | None = None
        self._earlier: list[Earlier | None] = []  # empty until it was looked for
        self._before: tuple[EarlierSaid, ...] | None = None
        self._together: Together | None = None  # until it was looked for
        self._book: PlanBook | None = None  # until it was read
        self._goals: Mapping[str, float] | None = None
        self._until: str | None = None  # up to when the assessment sees the roadmap
        self._roadmap: Roadmap | None = None
        self._periods: tuple[Period, ...] | None = None  # until it was looked for
        self._signature: list[Signature | None] = []
        self._sign_offs: SignOffs | None = None  # until it was looked for
        self._past: tuple[Assessed, ...] | None = None  # until it was looked for
        self._signed: Signed | None = None  # the earlier revision that is looked at
        self._pinned: list[BenchmarkData | None] = []  # empty until it was looked for
        self._carried_from: list[date | None] = []
        self.revision = 0
        #: What the group wrote since other names are shown, by assessment, kind and question.
        self._written: set[tuple[str, ChangeKind, str]] = set()
        self.drawing: object | None = None  # tells the draw that is under way from earlier ones

    @property
    def read_only(self) -> bool:
        """Whether answers cannot be given: the workspace or the assessment is closed to them."""
        closed = self.assessment is not None and not self.assessment.open
        return closed or not self.writable

    @property
    def writable(self) -> bool:
        """Whether changes are taken; while the workspace is being opened they wait for it."""
        if self.workspace is None:
            return self._seen is not None
        return not self.workspace.read_only

    @property
    def changeable(self) -> bool:
        """Whether what is open can be changed: not where an earlier revision of it is shown."""
        return self.writable and not self.revision

    @property
    def assessment_id(self) -> str:
        """The id of the open assessment, empty when none is."""
        return self.assessment.id if self.assessment else ""

    @property
    def assessments(self) -> tuple[AssessmentRecord, ...]:
        """The assessments of the company, newest first."""
        if self._seen is not None:
            return self._seen.assessments
        if self.workspace is None or self.company is None:
            return ()
        records = assessments.list_assessments(self.workspace, self.company.id)
        return tuple(self._shown(record) for record in records)

    @property
    def respondents(self) -> tuple[Respondent, ...]:
        """Who takes part."""
        return self.assessment.respondents if self.assessment else ()

    @property
    def responses(self) -> Responses:
        """Everything that was said and still holds."""
        if self._responses is None:
            said = self._said()
            self._responses = self._shown_responses(said) if self.aliases else said
        return self._responses

    def _said(self) -> Responses:
        if self._signed is not None:
            return self._signed.case.responses
        return assessments.responses(self._awaited(), self.assessment_id)

    def _shown_responses(self, said: Responses) -> Responses:
        """What was said, under other names.

        Of what the group wrote only that is shown which it has written before the same eyes.
        """
        shown = self.aliases.responses(said) if self.aliases else said
        reasons, parked = (
            {key: text for key, text in texts.items() if self._seen_written(kind, key)}
            for kind, texts in ((ChangeKind.REASON, said.reasons), (ChangeKind.PARKED, said.parked))
        )
        return replace(shown, reasons=reasons, parked=parked)

    def _seen_written(self, kind: ChangeKind, question: str) -> bool:
        """Whether the group has written that since other names are shown."""
        return (self.assessment_id, kind, question) in self._written

    def hides(self, kind: ChangeKind, question: str) -> bool:
        """Whether the group wrote something there that other names leave out.

        `kind` is that of a reason for a consensus, or of what was put off.
        """
        return question in self.hidden(kind)

    def hidden(self, kind: ChangeKind) -> frozenset[str]:
        """The questions to which the group wrote something of that kind that other names hide."""
        if self.aliases is None:
            return frozenset()
        said = self._said()
        texts = said.reasons if kind is ChangeKind.REASON else said.parked
        return frozenset(key for key in texts if not self._seen_written(kind, key))

    @property
    def case(self) -> Case | None:
        """The assessment with all that belongs to it, as it is shown; None without one."""
        if self.company is None or self.assessment is None or self.questionnaire is None:
            return None
        return Case(self.assessment, self.company, self.questionnaire, self.responses)

    @property
    def answers(self) -> Answers:
        """What the one who answers has said; what the group agreed on needs no confirmation."""
        if self.assessment is None:
            return {}
        own, agreed = self.responses.answers.get(self.respondent.id, {}), self.responses.consensus
        if not agreed:
            return own
        return {
            key: replace(one, carried=False) if one.carried and key in agreed else one
            for key, one in own.items()
        }

    def answer_of(self, question: str) -> Answer | None:
        """What the one who answers has said to one question."""
        return self.answers.get(question)

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files beside the answers; none while the workspace is being opened."""
        if self.workspace is None or self.assessment is None or self.aliases or self.revision:
            return ()  # their names may tell whose they are; of a revision they may be gone
        if self._attachments is None:
            self._attachments = attachments_of(self.workspace, self.assessment_id)
        return self._attachments

    @property
    def earlier(self) -> Earlier | None:
        """What the assessment before said; nothing while the workspace is being opened."""
        if self.workspace is None or self.assessment is None:
            return None
        if not self._earlier:
            self._earlier = [earlier_levels(self.workspace, self.assessment_id)]
        return self._earlier[0]

    @property
    def results(self) -> Mapping[str, QuestionResult]:
        """The result of every question; empty without an assessment."""
        return self.evaluation.questions if self.evaluation else {}

    @property
    def evaluation(self) -> Evaluation | None:
        """The whole result as it stands now; None without an assessment.

        Other clients are in it once `take_peers` was called.
        """
        if self._evaluation is None and self.assessment and self.questionnaire and self.company:
            self._evaluation = evaluate(
                self.questionnaire,
                self.responses,
                company=assessments.company_of(self.assessment, self.company),
                benchmarks=self.pinned or self.figures,
                targets=self.goals,
                year=self.assessment.day.year,
                peers=self._peers or PeerOptions(self.peer_choice),
            )
        return self._evaluation

    @property
    def pinned(self) -> BenchmarkData | None:
        """The official figures that what was signed is compared with; None: those of today."""
        if self.workspace is None or self.assessment is None or self.assessment.open:
            return None
        if self._signed is not None:
            return self._signed.figures
        if not self._pinned:
            from digimaturity.services.sign_off import pinned_figures

            self._pinned = [pinned_figures(self.workspace, self.assessment_id)]
        return self._pinned[0]

    @property
    def years(self) -> tuple[Assessed, ...]:
        """The company's assessments up to this one, oldest first; only this one at the start."""
        from digimaturity.services.years import assessed_of, years_before

        if self.assessment is None or self.case is None:
            return ()
        if self._past is None:
            if self.workspace is None:
                return ()
            self._past = years_before(self.workspace, self.assessment_id)
        number = 0 if self.assessment.open else self.revision or max(1, self.assessment.signed)
        return (*self._past, assessed_of(self.case, number, self.results))

    @property
    def periods(self) -> tuple[Period, ...]:
        """What was planned and done between the assessments, oldest first."""
        from digimaturity.services.deeds import periods_of

        if self.workspace is None or self.assessment is None:
            return ()
        if self._periods is None:
            shown = self.aliases.book if self.aliases else None
            self._periods = periods_of(self.workspace, self.years, shown)
        return self._periods

    @property
    def signature(self) -> Signature | None:
        """Who signed the assessment, or the revision that is looked at; None for a draft."""
        if self.workspace is None or self.assessment is None or self.assessment.open:
            return None
        if not self._signature:
            from digimaturity.services.signatures import signature_of

            signed = signature_of(self.workspace, self.assessment_id, self.revision)
            if signed is not None and self.aliases:
                signed = replace(signed, by="", reason="")
            self._signature = [signed]
        return self._signature[0]

    @property
    def carried_from(self) -> date | None:
        """The day of the assessment whose answers this one began with; None: of none, or several.

        None, too, while the workspace is being opened.
        """
        from digimaturity.services.carried import carried_from

        if self.workspace is None or self.assessment is None:
            return None
        if not self._carried_from:
            self._carried_from = [carried_from(self.workspace, self.assessment_id)]
        return self._carried_from[0]

    @property
    def sign_offs(self) -> SignOffs:
        """All that was signed of the assessment; nothing while the workspace is being opened."""
        from digimaturity.services.sign_off import SignOffs, nameless, revisions_of

        if self.workspace is None or self.assessment is None:
            return SignOffs()
        if self._sign_offs is None:
            found = revisions_of(self.workspace, self.assessment_id)
            self._sign_offs = nameless(found) if self.aliases else found
        return self._sign_offs

    @property
    def goals(self) -> Mapping[str, float]:
        """The agreed scores by area; none while the workspace is being opened."""
        if self.workspace is None or self.assessment is None:
            return {}
        if self._goals is None:
            self._goals = goals_for(self.workspace, self.assessment_id)
        return self._goals

    @property
    def book(self) -> PlanBook:
        """What the company put down for its roadmap, as the assessment sees it.

        Nothing while the workspace is being opened.
        """
        from digimaturity.domain.roadmap.book import EMPTY
        from digimaturity.services.plan_book import book_of

        if self.workspace is None or self.assessment is None:
            return EMPTY
        if self._book is None:
            until = self._seen_until(self.workspace)
            book = book_of(self.workspace, self.assessment.company, until)
            self._book = self.aliases.book(book) if self.aliases else book
        return self._book

    def _seen_until(self, workspace: Workspace) -> str:
        if self._until is None:
            self._until = seen_until(workspace, self.assessment_id)
        return self._until

    @property
    def plannable(self) -> bool:
        """Whether the roadmap can be changed: it is the one that goes on, and can be written."""
        if self.workspace is None or self.assessment is None or not self.changeable:
            return False
        return not self._seen_until(self.workspace)

    @property
    def roadmap(self) -> Roadmap | None:
        """The roadmap as it stands; None without an assessment.

        Its plan is None where it has to be looked for first, which takes a worker.
        """
        evaluation, record = self.evaluation, self.assessment
        if self._roadmap is None and evaluation is not None and record is not None:
            from digimaturity.services.roadmap import outlined

            self._roadmap = outlined(evaluation, self.book, record.day)
        return self._roadmap

    def _forget_book(self) -> None:
        self._book = self._roadmap = self._goals = self._periods = None

    @property
    def peer_choice(self) -> PeerChoice | None:
        """Whom the user wants the firm to be compared with; None: whoever fits best."""
        return self.assessment.peer_choice if self.assessment else None

    @property
    def peers(self) -> PeerOptions | None:
        """The clients that the firm is compared with; None until they were drawn."""
        return self._peers

    @property
    def aliases(self) -> Aliases | None:
        """Other names for all companies; None while true ones are shown."""
        if self.alias_words is None:
            return None
        if self._aliases is None or self._aliases.t is not self.alias_words:
            self._aliases = aliases_of(self._awaited(), self.alias_words)
        return self._aliases

    def _shown(self, record: AssessmentRecord) -> AssessmentRecord:
        return self.aliases.assessment(record) if self.aliases else record

    def report_context(self, *, sample: bool = False) -> ReportContext:
        """What the report needs besides the evaluation."""
        from digimaturity.report.wording import ReportContext, ReportOptions

        record = self.assessment
        return ReportContext(
            responses=self.responses,
            day=record.day if record else date.min,
            sample=sample,
            draft=record is not None and record.open,
            options=ReportOptions(together=self.together),
            earlier=self._said_earlier(),
            roadmap=self.roadmap,
            years=tuple(one.year for one in self.years),
            periods=self.periods,
            signature=self.signature,
            carried_from=self.carried_from,
        )

    @property
    def together(self) -> Together:
        """The viewpoints that are told as one; none while the workspace is being opened."""
        from digimaturity.services.report_options import get_options

        if self.workspace is None or self.assessment is None:
            return APART
        if self._together is None:  # a worker may be reading for long
            self._together = get_options(self.workspace, self.assessment_id).together
        return self._together

    def _said_earlier(self) -> tuple[EarlierSaid, ...]:
        """What was said in earlier years; of it only numbers are told, never who said it."""
        if self.workspace is None or self.assessment is None:
            return ()
        if self._before is None:
            self._before = earlier_said(self.workspace, self.assessment_id)
        return self._before

    def wording(self, t: Translator, *, sample: bool = False) -> Wording | None:
        """The result with the words for it; None without an assessment."""
        from digimaturity.report.wording import Wording

        evaluation = self.evaluation
        if evaluation is None:
            return None
        return Wording(evaluation, self.report_context(sample=sample), t)

    def _awaited(self) -> Workspace:
        """The workspace, waited for where it is being opened."""
        if self.workspace is None:
            self._opening()
        if self.workspace is None:
            raise RuntimeError("no workspace is open")
        return self.workspace

    def _forget(self, *, peers: bool = False) -> None:
        self._responses = self._evaluation = self._roadmap = None
        if peers:
            self._peers = self.drawing = self._attachments = None
            self._earlier, self._before, self._together = [], None, None
            self._until = self._past = None
            self._pinned, self._signature, self._sign_offs = [], [], None
            self._carried_from = []
            self._forget_book()
