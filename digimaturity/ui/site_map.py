"""Which pages there are, when they are shown, and how each is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digimaturity.i18n import Translator

if TYPE_CHECKING:
    # What a page needs is loaded when the page is opened.
    from digimaturity.ui.pages.page import Page
    from digimaturity.ui.parts import Parts
    from digimaturity.ui.session import Session


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the rail: its name, its text and its icon."""

    page: str
    text: str
    icon: str


#: The pages of the rail, in the order of their keys Ctrl+1 …; the companies have Ctrl+0.
ORDER = (
    "overview",
    "people",
    "questionnaire",
    "results",
    "roadmap",
    "report",
    "history",
    "settings",
    "help",
)

#: What these show can be read before the workspace is open; the others need more.
EARLY = frozenset({"overview", "questionnaire"})

ALWAYS = frozenset({"settings", "help"})
WITHOUT_ASSESSMENT = ALWAYS | {"overview"}

#: What the rail's first entry stands for.
BEGINNING = frozenset({"welcome", "companies", "reminders", "company", "trouble"})
ALL = frozenset(ORDER)
RAIL = ALL | {"welcome", "companies"}

#: These need the whole window, without rail and header.
BARE = frozenset({"workshop"})

#: The pages on which work on a company goes on where it stopped.
OF_COMPANY = ALL - ALWAYS


def entries(t: Translator) -> tuple[tuple[Entry, ...], ...]:
    """What stands on the rail: where all begins, the company's pages, at the foot the others."""
    return (
        (
            Entry("welcome", t("Start"), "house"),
            Entry("companies", t("Companies"), "building-2"),
        ),
        (
            Entry("overview", t("Overview"), "house"),
            Entry("people", t("People"), "people"),
            Entry("questionnaire", t("Questionnaire"), "list-checks"),
            Entry("results", t("Results"), "chart-no-axes-column"),
            Entry("roadmap", t("Roadmap"), "chart-no-axes-gantt"),
            Entry("report", t("Report"), "file-text"),
            Entry("history", t("History"), "history"),
        ),
        (
            Entry("settings", t("Settings"), "settings"),
            Entry("help", t("Help"), "circle-question-mark"),
        ),
    )


def shown_pages(session: Session) -> frozenset[str]:
    """The pages of the rail that have something to show."""
    if session.company is None:
        return ALWAYS | {"companies" if session.mentoring else "welcome"}
    shown = ALL if session.assessment is not None else WITHOUT_ASSESSMENT
    return shown | {"companies"} if session.mentoring else shown


def first_page(session: Session, wanted: str) -> str:
    """Where to begin: where the user was, else where the next step is."""
    if wanted in shown_pages(session):
        return wanted
    if session.company is not None:
        return "overview"
    return "companies" if session.mentoring else "welcome"


# A page's module is imported when the page is first opened.


def _welcome(parts: Parts) -> Page:
    from digimaturity.ui.pages.welcome import WelcomePage

    return WelcomePage(parts)


def _companies(parts: Parts) -> Page:
    from digimaturity.ui.pages.companies import CompaniesPage

    return CompaniesPage(parts)


def _company(parts: Parts) -> Page:
    from digimaturity.ui.pages.company import CompanyPage

    return CompanyPage(parts)


def _new_assessment(parts: Parts) -> Page:
    from digimaturity.ui.pages.new_assessment import NewAssessmentPage

    return NewAssessmentPage(parts)


def _last_plan(parts: Parts) -> Page:
    from digimaturity.ui.pages.last_plan import LastPlanPage

    return LastPlanPage(parts)


def _overview(parts: Parts) -> Page:
    from digimaturity.ui.pages.overview import OverviewPage

    return OverviewPage(parts)


def _people(parts: Parts) -> Page:
    from digimaturity.ui.pages.people import PeoplePage

    return PeoplePage(parts)


def _make_forms(parts: Parts) -> Page:
    from digimaturity.ui.pages.make_forms import MakeFormsPage

    return MakeFormsPage(parts)


def _returned_forms(parts: Parts) -> Page:
    from digimaturity.ui.pages.returned_forms import ReturnedFormsPage

    return ReturnedFormsPage(parts)


def _questionnaire(parts: Parts) -> Page:
    from digimaturity.ui.pages.questionnaire import QuestionnairePage

    return QuestionnairePage(parts)


def _results(parts: Parts) -> Page:
    from digimaturity.ui.pages.results import ResultsPage

    return ResultsPage(parts)


def _roadmap(parts: Parts) -> Page:
    from digimaturity.ui.pages.roadmap.page import RoadmapPage

    return RoadmapPage(parts)


def _workshop(parts: Parts) -> Page:
    from digimaturity.ui.pages.workshop import WorkshopPage

    return WorkshopPage(parts)


def _report(parts: Parts) -> Page:
    from digimaturity.ui.pages.report import ReportPage

    return ReportPage(parts)


def _history(parts: Parts) -> Page:
    from digimaturity.ui.pages.history.page import HistoryPage

    return HistoryPage(parts)


def _contribution(parts: Parts) -> Page:
    from digimaturity.ui.pages.contribution import ContributionPage

    return ContributionPage(parts)


def _reminders(parts: Parts) -> Page:
    from digimaturity.ui.pages.reminders import RemindersPage

    return RemindersPage(parts)


def _hand_over(parts: Parts) -> Page:
    from digimaturity.ui.pages.hand_over import HandOverPage

    return HandOverPage(parts)


def _client_package(parts: Parts) -> Page:
    from digimaturity.ui.pages.client_package import ClientPackagePage

    return ClientPackagePage(parts)


def _settings(parts: Parts) -> Page:
    from digimaturity.ui.pages.settings import SettingsPage

    return SettingsPage(parts)


def _help(parts: Parts) -> Page:
    from digimaturity.ui.pages.help import HelpPage

    return HelpPage(parts)


def _trouble(parts: Parts) -> Page:
    from digimaturity.ui.pages.trouble import TroublePage

    return TroublePage(parts)


#: How each page is made, by its name.
MAKERS: Mapping[str, Callable[[Parts], Page]] = {
    "welcome": _welcome,
    "companies": _companies,
    "company": _company,
    "new_assessment": _new_assessment,
    "last_plan": _last_plan,
    "overview": _overview,
    "people": _people,
    "make_forms": _make_forms,
    "returned_forms": _returned_forms,
    "questionnaire": _questionnaire,
    "results": _results,
    "roadmap": _roadmap,
    "workshop": _workshop,
    "report": _report,
    "history": _history,
    "contribution": _contribution,
    "reminders": _reminders,
    "hand_over": _hand_over,
    "client_package": _client_package,
    "settings": _settings,
    "help": _help,
    "trouble": _trouble,
}
