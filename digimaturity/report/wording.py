"""What all parts of the report need to speak of an evaluation: names, points, levels, days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING

from digimaturity.domain.catalogue import CostBand, Effort, Role
from digimaturity.domain.comparison import Comparison, last_step
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.gap_trend import EarlierSaid
from digimaturity.domain.questionnaire import Area, Dimension, Kind, Question, Viewpoint
from digimaturity.domain.responses import Responses, State
from digimaturity.domain.scoring import Score, maturity_level, shown_points
from digimaturity.domain.texts import Localized, text_in
from digimaturity.domain.viewpoints import APART, Together, Views, told_results, views_of
from digimaturity.i18n import Translator
from digimaturity.report.model.parts import Hue
from digimaturity.report.viewpoint_words import viewpoint_names

if TYPE_CHECKING:
    # Loaded with the roadmap; the first pages do without.
    from digimaturity.domain.deeds import Period
    from digimaturity.domain.roadmap.roadmap import Roadmap
    from digimaturity.domain.trend import Year

#: Letters of a company's name; a longer one stands on every page and cannot be read on any.
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the user chooses for a report; every default makes a good one.

    `mentor` (a person) and `organisation` send it, and stand on the cover. `confidentiality` says
    who may read it; empty: our own sentence. `foreword` is plain text, paragraphs parted by empty
    lines. `logo` is a PNG or JPEG file, empty: none. `colour` is ``#rrggbb``, empty: none; it is
    used for lines and on the cover, never for data. `page_size` is ``A4`` or ``letter``. With
    `comments` those written to answers are printed. `left_out` are the keys of chapters that the
    user does without (`build.chapters_of` tells which there are). The viewpoints `together` are
    told as one, so that nobody is recognised.
    """

    mentor: str = ""
    organisation: str = ""
    confidentiality: str = ""
    foreword: str = ""
    logo: bytes = b""
    colour: str = ""
    page_size: str = "A4"
    comments: bool = True
    left_out: frozenset[str] = frozenset()
    together: Together = APART


#: A report as it is made when the user has chosen nothing.
USUAL = ReportOptions()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed an assessment off (`by` may be empty) and when, as the revision of that `number`.

    `digest` is the SHA-256 of all that was signed, empty where an earlier version finished it.
    `reason` tells why the revision before was corrected. `of` is how many revisions there are, 0
    where nobody counted; it is no part of what this one says, and so of no code of a report.
    """

    number: int
    day: date
    by: str = ""
    digest: str = ""
    reason: str = ""
    of: int = field(default=0, compare=False)

    def called(self, t: Translator) -> str:
        """``revision 2``; with how many there are where it is not the last one."""
        if self.of > self.number:
            return t("revision {n} of {all}", n=self.number, all=self.of)
        return t("revision {n}", n=self.number)


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What the report needs besides the evaluation.

    `day` is the date of the assessment. `sample` marks every page as a sample, `draft` as not yet
    signed off: the assessment is not finished. `earlier` is what was said before, newest first.
    `roadmap` is the company's, with its plan. `years` are the company's assessments up to this one,
    oldest first, and `periods` what was planned and done between each and the next; both are empty
    where this is the first. `signature` is None for a draft. `carried_from` is of when the answers
    are that were taken over and not confirmed, None where nobody knows.
    """

    responses: Responses = field(default_factory=Responses)
    day: date = date(2000, 1, 1)
    sample: bool = False
    draft: bool = False
    options: ReportOptions = USUAL
    earlier: tuple[EarlierSaid, ...] = ()
    roadmap: Roadmap | None = None
    years: tuple[Year, ...] = ()
    periods: tuple[Period, ...] = ()
    signature: Signature | None = None
    carried_from: date | None = None


def short_name(text: str) -> str:
    """A name on one line; the beginning of what is too long to be a name."""
    name = " ".join(text[: 2 * _LONGEST_NAME].split())
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rstrip() + "…"


@dataclass(frozen=True)
class Wording:
    """An evaluation with the words for it in one language."""

    evaluation: Evaluation
    context: ReportContext
    t: Translator

    @property
    def options(self) -> ReportOptions:
        """What the user has chosen."""
        return self.context.options

    def wanted(self, chapter: str) -> bool:
        """Whether the user wants the chapter with this key."""
        return chapter not in self.options.left_out

    @cached_property
    def company(self) -> str:
        """The company's name, or a stand-in; the beginning of a name that is no name."""
        name = short_name(self.evaluation.company.name)
        return name or self.t("Company without a name")

    def text(self, texts: Localized) -> str:
        """A text of the pack in the report's language."""
        return text_in(texts, self.t.language).strip()

    def points(self, score: float) -> str:
        """Whole points."""
        return self.t.number(score)

    def score(self, score: Score) -> str:
        """The points of a score, or that it is not rated."""
        return self.t("not rated") if score.shown is None else self.points(score.shown)

    def bounded(self, score: Score) -> bool:
        """Whether its bounds have to be shown."""
        return score.applicable and score.coverage < 1

    def bounds(self, score: Score) -> str:
        """The bounds in words, or nothing where all is known."""
        if not self.bounded(score):
            return ""
        low, high = self.points(score.low), self.points(score.high)
        return self.t("between {low} and {high}", low=low, high=high)

    def level_name(self, level: int | None) -> str:
        """The name of a maturity level."""
        names = self.evaluation.questionnaire.level_names
        if level is None or not 0 < level <= len(names):
            return ""
        return self.text(names[level - 1])

    def level(self, level: int | None) -> str:
        """A maturity level with its name: ``3 Established``."""
        if level is None:
            return self.t("not rated")
        return f"{level} {self.level_name(level)}".strip()

    def just_below(self, score: Score) -> str:
        """A sentence for a score that rounds up to the next level's border; else nothing."""
        if score.shown is None or score.uncapped_level is None:
            return ""
        if maturity_level(shown_points(score.shown)) == score.uncapped_level:
            return ""
        return self.t(
            "Before rounding to {score} the score is just below the border to the next level.",
            score=self.points(score.shown),
        )

    def answered_level(self, level: float) -> str:
        """The level of an answer; with several respondents it may lie between two."""
        return self.t.number(level, 0 if level == floor(level) else 1)

    def anchor(self, question: Question, level: float) -> str:
        """The words of the level that the answer reaches; those of its choice for other kinds."""
        if question.kind is Kind.LEVELS and question.levels:
            place = min(max(floor(level), 1), len(question.levels)) - 1
            return self.text(question.levels[place])
        if question.kind is Kind.YES_NO:
            return self.t("Yes") if level > 1 else self.t("No")
        return ""

    def result(self, question: Question) -> QuestionResult:
        """What the respondents came to."""
        return self.evaluation.questions[question.id]

    @cached_property
    def told(self) -> Mapping[str, QuestionResult]:
        """What the respondents came to, as it may be told by viewpoint; scores are as ever."""
        asked, context = self.evaluation.questionnaire, self.context
        results = self.evaluation.questions
        return told_results(asked, results, context.responses, self.options.together)

    @property
    def roadmap(self) -> Roadmap | None:
        """The company's roadmap with its plan; None where nothing was put down for one."""
        roadmap = self.context.roadmap
        return None if roadmap is None or roadmap.book.empty else roadmap

    @cached_property
    def views(self) -> Views | None:
        """Where the viewpoints told differ; None where there are not two."""
        return views_of(self.evaluation.questionnaire, self.told)

    @cached_property
    def change(self) -> Comparison | None:
        """What changed since the assessment before this one; None where it is the first."""
        return last_step(self.context.years)

    def viewpoint(self, view: Viewpoint) -> str:
        """The name of a viewpoint, of several where they are told as one."""
        names = viewpoint_names(self.t)
        together = self.options.together
        if view not in together:
            return names[view]
        return self.listed([names[one] for one in Viewpoint if one in together])

    def hue(self, dimension: Dimension) -> Hue:
        """The dimension's colour."""
        return Hue(dimension.id, self.evaluation.questionnaire.dimensions.index(dimension))

    def dimension_score(self, dimension: Dimension) -> Score:
        """The score of a dimension."""
        return self.evaluation.scores.dimensions[dimension.id]

    def area_score(self, area: Area) -> Score:
        """The score of an area."""
        return self.evaluation.scores.areas[area.id]

    def unknown(self, questions: Sequence[Question], state: State) -> list[Question]:
        """The questions that ended in `state`."""
        return [question for question in questions if self.result(question).state is state]

    def days(self, effort: float) -> str:
        """Person-days as a number, with one decimal only where there is one."""
        return self.t.number(effort, 0 if effort == floor(effort) else 1)

    def gain(self, gain: float) -> str:
        """Points won, with a sign and one decimal."""
        return "+" + self.t.number(gain, 1)

    def effort(self, effort: Effort) -> str:
        """Person-days in all and by role."""
        t = self.t
        roles = (
            (effort.management, t("management {days}", days=self.days(effort.management))),
            (effort.it, t("IT {days}", days=self.days(effort.it))),
            (effort.business, t("departments {days}", days=self.days(effort.business))),
        )
        named = ", ".join(words for days, words in roles if days)
        whole = self.person_days(effort.total)
        return f"{whole} ({named})" if named else whole

    def person_days(self, days: float) -> str:
        """``7 person-days``, ``1 person-day``."""
        if days == 1:
            return self.t("1 person-day")
        return self.t("{days} person-days", days=self.days(days))

    def lead(self, role: Role | None) -> str:
        """Who leads a measure; nothing where the pack does not say."""
        t = self.t
        return {
            None: "",
            Role.MANAGEMENT: t("led by management"),
            Role.IT: t("led by IT"),
            Role.BUSINESS: t("led by a department"),
        }[role]

    def cost(self, band: CostBand) -> str:
        """Money besides working time."""
        t = self.t
        return {
            CostBand.NONE: t("no further cost"),
            CostBand.UNDER_5K: t("under 5,000 euros"),
            CostBand.UNDER_25K: t("5,000 to 25,000 euros"),
            CostBand.UNDER_100K: t("25,000 to 100,000 euros"),
            CostBand.OVER_100K: t("over 100,000 euros"),
        }[band]

    def day(self, text: str) -> str:
        """A date as a source states it, in words where it is one."""
        return self.t.stated_date(text)

    def listed(self, names: Sequence[str]) -> str:
        """``A, B and C``."""
        if len(names) < 2:  # noqa: PLR2004 - one name needs no list
            return "".join(names)
        first = ", ".join(names[:-1])
        return self.t("{first} and {last}", first=first, last=names[-1])
