"""Every screen of the program, and how a window is brought there."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from digimaturity import paths
from digimaturity.app import make_window
from digimaturity.canonical import canonical
from digimaturity.errors import UserError
from digimaturity.services.assessments import case_of
from digimaturity.services.forms.returned import Medium, return_document
from digimaturity.services.forms.writing import form_for, write_form
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import Settings, save_settings
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.pages.history.compare import CompareTab
from digimaturity.ui.pages.history.page import HistoryPage
from digimaturity.ui.pages.make_forms import MakeFormsPage
from digimaturity.ui.pages.questionnaire import QuestionnairePage
from digimaturity.ui.pages.report import ReportPage
from digimaturity.ui.pages.results import ResultsPage
from digimaturity.ui.pages.roadmap.systems import SystemsTab
from digimaturity.ui.pages.workshop import WorkshopPage
from digimaturity.ui.sections import DECISIONS, FACTS
from digimaturity.ui.site_map import MAKERS
from digimaturity.ui.sources import place_of
from digimaturity.ui.widgets.fold import Fold
from digimaturity.ui.widgets.overlay import Overlay
from digimaturity.ui.widgets.target_row import TargetRow

#: Pages that need a workspace, or a reason, of their own.
_APART = frozenset({"welcome", "trouble", "questionnaire"})

#: Milliseconds in which Qt draws the pages of a preview, in a thread that tells nobody.
_DRAWN = 300

#: Seconds; a report is made within one.
_PATIENCE = 30.0

_EXISTS = UserError("file.exists", path=Path("Bericht.pdf"))

Scene = Callable[[MainWindow], object]


def scenes() -> Mapping[str, Scene]:
    """The screens of somebody who has worked for years, in the order in which they are shown.

    What is added to the pages of the window comes in by itself.
    """
    pages: dict[str, Scene] = {page: partial(_go, page) for page in MAKERS if page not in _APART}
    return {
        **pages,
        "person": lambda window: window.go("people", "add"),
        "forms-made": _forms_made,
        "forms-returned": _forms_returned,
        "report-options": _report_options,
        "what-if": _what_if,
        "why": lambda window: window.go("results", "why"),
        "source": lambda window: window.go("results", "source technologies-1"),
        "gap": lambda window: window.go("results", "gap partnership"),
        "trend-why": lambda window: window.go("history", "trend it/step 1"),
        "compare": _compared,
        "targets": _target,
        "targets-suggested": lambda window: window.go("roadmap", "targets suggest"),
        "follow-up": _followed,
        "applications": _applications,
        "application": lambda window: _systems_tab(window).open("erp"),
        "applications-import": _applications_import,
        "strategy": lambda window: window.go("roadmap", "strategy"),
        "question": lambda window: window.go("questionnaire"),
        "question-open": _unfolded,
        "facts": lambda window: _section(window, FACTS),
        "who-decides": lambda window: _section(window, DECISIONS),
        "workshop-votes": _votes,
        "workshop-list": lambda window: _workshop(window).show_list(),
        "workshop-end": _end,
        "palette": lambda window: window.act("palette"),
        "keys": lambda window: window.act("keys"),
        "tour": lambda window: window.act("tour"),
        "error": lambda window: window.report(_EXISTS),
        "finished": _finished,
        "finished-error": lambda window: window.report(_EXISTS),
        "finished-overview": partial(_go, "overview"),
    }


def _go(page: str, window: MainWindow) -> None:
    window.go(page)


def _compared(window: MainWindow) -> None:
    """Two years side by side, with what both say to a question."""
    window.go("history", "compare")
    window.tasks.finish()
    tab = next(one for one in window.findChildren(CompareTab) if one.isVisible())
    tab.start()
    tab.list.turn(next(row.key for row in tab.list.rows.rows if row.key.startswith("question")))


def _forms_made(window: MainWindow) -> None:
    window.go("make_forms")
    page = window.frame.page("make_forms")
    assert isinstance(page, MakeFormsPage)
    page.make_in(_folder())


def _forms_returned(window: MainWindow) -> None:
    """One that is taken in, one of nobody, one that is cut off."""
    session, folder = window.session, _folder()
    assert session.workspace is not None
    assert session.questionnaire is not None
    case = case_of(session.workspace, session.assessment_id)
    form = form_for(case, case.record.respondents[0], window.t)
    asked = [one.id for one in session.questionnaire.rated_questions]
    filled = "2026-02-24T10:00:00.000+00:00"
    document = return_document(form.identity, filled, dict.fromkeys(asked[:20], 3))
    write_form(session.workspace, form, Medium.HTML, folder / "form.html", window.t)
    files = {
        "returned.json": canonical(document),
        "cut off.json": canonical(document)[:-9],
        "letter.pdf": b"%PDF-1.7",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    window.go("returned_forms", place_of([folder / name for name in files]))


def _folder() -> Path:
    made = paths.default_workspace().parent / "forms"
    made.mkdir(exist_ok=True)
    return made


def _systems_tab(window: MainWindow) -> SystemsTab:
    window.go("roadmap", "systems")
    return next(one for one in window.findChildren(SystemsTab) if one.isVisible())


def _applications(window: MainWindow) -> None:
    """The applications, with all findings and costs unfolded."""
    for fold in _systems_tab(window).findChildren(Fold):
        fold.show_content(opened=True)


def _applications_import(window: MainWindow) -> None:
    """A list that is partly new, partly unknown, and partly cannot be read."""
    rows = ("Anwendung;Kosten 2026;Farbe", "ERP;75.000;rot", "Scanner;viel;", ";5;")
    path = _folder() / "Anwendungen.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    _systems_tab(window).look_into(path)


def _target(window: MainWindow) -> None:
    """The targets, with one of them being edited."""
    window.go("roadmap", "targets")
    rows = [one for one in window.findChildren(TargetRow) if one.isVisible()]
    rows[1].click()


def _followed(window: MainWindow) -> None:
    """The follow-up, with a measure that has figures, reviews and a look back open."""
    looked_back = (key for key, one in window.session.book.follow_ups.items() if one.afterwards)
    window.go("roadmap", f"follow_up {next(looked_back)}")


def _report_options(window: MainWindow) -> None:
    window.go("report")
    for fold in window.frame.page("report").findChildren(Fold):
        fold.show_content(opened=True)


def _unfolded(window: MainWindow) -> None:
    page = window.frame.page("questionnaire")
    for fold in page.findChildren(Fold)[:1]:
        fold.show_content(opened=True)


def _what_if(window: MainWindow) -> None:
    window.go("results")
    settle(window)
    words = window.t("What &if …")
    buttons = window.frame.page("results").findChildren(QPushButton)
    next(one for one in buttons if one.isVisible() and one.text() == words).click()


def _workshop(window: MainWindow) -> WorkshopPage:
    window.go("workshop")
    page = window.frame.page("workshop")
    assert isinstance(page, WorkshopPage)
    return page


def _votes(window: MainWindow) -> None:
    page = _workshop(window)
    page.reveal()
    page.agree(3)


def _end(window: MainWindow) -> None:
    page = _workshop(window)
    page.leave()  # the list
    page.show_closing()


def _section(window: MainWindow, section: str) -> None:
    window.go("questionnaire")
    page = window.frame.page("questionnaire")
    assert isinstance(page, QuestionnairePage)
    page.open(section)


def _finished(window: MainWindow) -> None:
    window.frame.banner.hide()
    window.attempt(window.session.sign)
    window.go("questionnaire")


def show(window: MainWindow, scene: Scene) -> None:
    """Bring the window to a screen, and wait until all of it is there."""
    for overlay in window.findChildren(Overlay):
        overlay.leave()
    window.frame.banner.hide()
    scene(window)
    settle(window)


def settle(window: MainWindow) -> None:
    """Wait until nothing is being loaded, made or laid out."""
    window.tasks.finish()
    page = window.frame.page(window.frame.current)
    if isinstance(page, ReportPage | ResultsPage | HistoryPage):
        end = time.monotonic() + _PATIENCE
        while not page.ready:
            assert time.monotonic() < end, window.frame.banner.words
            QTest.qWait(20)
        QTest.qWait(_DRAWN)
    QTest.qWait(30)
    window.tasks.finish()
    for _ in range(4):  # a text that grew moves what is around it, one layout after another
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def opened(*, sample: bool, **settings: Any) -> MainWindow:
    """The window of a mentor with the sample company, or that of a first start."""
    path = paths.default_workspace()
    values: dict[str, Any] = {"workspace": str(path), "toured": True, **settings}
    if sample:
        with open_workspace(path) as workspace:
            added = load_sample(workspace)
        place = {"company": added.company, "assessment": added.assessment, "page": "overview"}
        values = {"mode": "mentor", **place, **values}
    save_settings(paths.config_dir(), Settings(**values))
    window = make_window()
    window.show()
    window.start()
    window.tasks.finish()
    while not window.frame.current or not window.session.workspace:
        QTest.qWait(10)
    settle(window)
    return window
