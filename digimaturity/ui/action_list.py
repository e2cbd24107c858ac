"""What the window can do: one list, from which come the keys, their map and the palette."""

from __future__ import annotations

from functools import partial

from digimaturity.i18n import LANGUAGE_NAMES, LANGUAGES, Translator
from digimaturity.settings import TEXT_SIZES
from digimaturity.ui.actions import Action, Kind
from digimaturity.ui.desk import Desk
from digimaturity.ui.page_keys import page_keys
from digimaturity.ui.site_map import MAKERS, ORDER, entries, shown_pages


def actions(desk: Desk, t: Translator) -> tuple[Action, ...]:
    """Everything that the window can do, in the language of `t`."""
    return (
        *_everywhere(desk, t),
        *_pages(desk, t),
        *_work(desk, t),
        *_looks(desk, t),
        *_learning(desk, t),
        *_settings(desk, t),
        *page_keys(desk, t),
    )


def _everywhere(desk: Desk, t: Translator) -> tuple[Action, ...]:
    session, undoing, over = desk.session, desk.undoing, desk.overlays
    return (
        Action("palette", t("Find and do anything"), over.palette, ("Ctrl+K",)),
        Action(
            "keys",
            t("All keys"),
            over.keys,
            ("F1",),
            also=t("keyboard map, shortcuts"),
        ),
        Action(
            "undo",
            t("Undo an answer or a comment"),
            undoing.undo,
            ("Ctrl+Z",),
            applies=lambda: bool(session.undo_stack.done),
        ),
        Action(
            "redo",
            t("Redo it"),
            undoing.redo_here,
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            applies=lambda: bool(session.undo_stack.undone),
        ),
        Action(
            "full_screen",
            t("Full screen, or a window again"),
            desk.shell.turn_full_screen,
            ("F11",),
            also=t("beamer, presentation"),
        ),
    )


def _pages(desk: Desk, t: Translator) -> tuple[Action, ...]:
    """The pages of the rail that have something to show, with a digit for each."""
    digits = {page: f"Ctrl+{digit}" for digit, page in enumerate(ORDER, start=1)}
    digits["companies"] = "Ctrl+0"
    done_there = {
        "companies": t("clients, archive, delete"),
        "overview": t("assessments, details, delete, remove"),
        "people": t("respondents, viewpoints, ask others"),
        "questionnaire": t("answers, evidence, comments, review"),
        "results": t("score, levels, comparison, viewpoints"),
        "roadmap": t("targets, measures, projects, applications, capacity, plan"),
        "report": t("print, export"),
    }

    def shown(page: str) -> bool:
        barred = page == "welcome" and desk.shell.trouble is not None
        return page in shown_pages(desk.session) and not barred

    def go(page: str) -> None:
        if shown(page):
            desk.shell.go(page)

    return tuple(
        Action(
            entry.page,
            entry.text,
            partial(go, entry.page),
            (digits[entry.page],) if entry.page in digits else (),
            also=done_there.get(entry.page, ""),
            applies=partial(shown, entry.page),
            kind=Kind.PAGE,
        )
        for group in entries(t)
        for entry in group
        if entry.page in MAKERS
    )


def _work(desk: Desk, t: Translator) -> tuple[Action, ...]:
    shell = desk.shell
    return (
        Action(
            "new_assessment",
            t("New assessment"),
            partial(shell.go, "new_assessment"),
            applies=lambda: desk.own,
        ),
        Action(
            "new_company", t("New company"), shell.new_company, applies=lambda: desk.may_add_company
        ),
        Action(
            "company",
            t("Change the company’s details"),
            partial(shell.go, "company"),
            applies=lambda: desk.own and not desk.shell.settings.alias,
        ),
        Action(
            "hand_over",
            t("Hand this company over"),
            partial(shell.go, "hand_over"),
            applies=lambda: desk.session.company is not None and desk.packages,
            also=t("client package, export"),
        ),
        Action(
            "reminders",
            t("What is due in all companies"),
            partial(shell.go, "reminders"),
            applies=lambda: desk.session.mentoring and not desk.sample,
            also=t("reminders, calendar, ICS, overdue"),
        ),
        Action(
            "calendar",
            t("Save next assessment and reviews as a calendar"),
            partial(shell.go, "overview", "calendar"),
            applies=lambda: desk.session.company is not None and not desk.sample,
            also=t("reminders, ICS, dates"),
        ),
        Action(
            "client_package",
            t("Take in a client package"),
            partial(shell.go, "client_package"),
            applies=lambda: desk.packages,
            also=t("import, merge"),
        ),
        Action(
            "add_person",
            t("Let somebody more take part"),
            partial(shell.go, "people", "add"),
            applies=lambda: desk.signable,
            also=t("person, viewpoint, name"),
        ),
        Action(
            "make_forms",
            t("Make forms for people without this program"),
            partial(shell.go, "make_forms"),
            applies=lambda: desk.signable,
            also=t("PDF HTML browser, ask others, send, e-mail"),
        ),
        Action(
            "returned_forms",
            t("Take in returned forms"),
            partial(shell.go, "returned_forms"),
            applies=lambda: desk.session.changeable,
            also=t("import, answers"),
        ),
        Action(
            "paste_form",
            t("Take in answers that were copied as text"),
            partial(shell.go, "returned_forms", "clipboard"),
            applies=lambda: desk.session.changeable,
            also=t("clipboard, paste"),
        ),
        Action(
            "what_if",
            t("What if an area stood at another level?"),
            partial(shell.go, "results", "what if"),
            applies=lambda: desk.answering,
            also=t("suppose, play"),
        ),
        Action(
            "suggest_targets",
            t("Suggest targets by area"),
            partial(shell.go, "roadmap", "targets suggest"),
            applies=lambda: desk.session.plannable,
            also=t("gap analysis, next level, peers, weakest link"),
        ),
        Action(
            "measures",
            t("Recommendations: accept, decline or adapt measures"),
            partial(shell.go, "roadmap", "measures"),
            applies=lambda: desk.answering,
            also=t("advice, decide, impact, effort"),
        ),
        Action(
            "own_measure",
            t("Add a measure of your own"),
            partial(shell.go, "roadmap", "measures own"),
            applies=lambda: desk.session.plannable,
        ),
        Action(
            "follow_up",
            t("Follow-up: what became of measures and projects"),
            partial(shell.go, "roadmap", "follow_up"),
            applies=lambda: desk.answering,
            also=t("state, KPI, review, looking back"),
        ),
        Action(
            "last_plan",
            t("Say what became of last year’s plan"),
            partial(shell.go, "last_plan"),
            applies=lambda: desk.session.plannable and len(desk.session.assessments) > 1,
            also=t("execution, done, dropped, start of a new assessment"),
        ),
        Action(
            "add_system",
            t("Add an application to the landscape"),
            partial(shell.go, "roadmap", "systems add"),
            applies=lambda: desk.session.plannable,
            also=t("software, system, owner, interface"),
        ),
        Action(
            "import_systems",
            t("Import a list of applications"),
            partial(shell.go, "roadmap", "systems import"),
            applies=lambda: desk.session.plannable,
            also="CSV Excel XLSX",
        ),
        Action(
            "workshop",
            t("Workshop"),
            desk.workshop,
            applies=lambda: desk.answering,
            also=t("consensus, votes, gaps, beamer, full screen"),
        ),
        Action(
            "sign_off",
            t("Sign the assessment off"),
            desk.sign_off,
            applies=lambda: desk.signable,
            also=t("finish, close, complete"),
        ),
        Action(
            "correct",
            t("Correct the assessment that was signed off"),
            desk.correct,
            applies=lambda: desk.correctable,
            also=t("reopen, revision"),
        ),
        Action(
            "revisions",
            t("Sign-off and revisions"),
            partial(shell.go, "history", "revisions"),
            applies=lambda: desk.answering,
            also=t("hash, who signed"),
        ),
        Action(
            "present_state",
            t("Back to the present state"),
            desk.back_to_present,
            applies=lambda: bool(desk.session.revision),
        ),
        Action(
            "save_report",
            t("Save the report"),
            partial(shell.go, "report"),
            applies=lambda: desk.answering,
            also="PDF Word PowerPoint Excel JSON",
        ),
        Action(
            "save_roadmap",
            t("Save the roadmap for other programs"),
            partial(shell.go, "roadmap", "save"),
            applies=lambda: desk.answering,
            also=t("Excel, calendar, ICS, MS Project, ProjectLibre"),
        ),
        Action(
            "it_strategy",
            t("IT strategy: six elements on one sheet"),
            partial(shell.go, "roadmap", "strategy"),
            applies=lambda: desk.answering,
            also=t("mission, budget, Word"),
        ),
        Action(
            "trend",
            t("What really changed over the years"),
            partial(shell.go, "history", "trend"),
            applies=lambda: desk.answering,
            also=t("trend, like for like, last year, progress"),
        ),
        Action(
            "compare",
            t("Compare two assessments"),
            partial(shell.go, "history", "compare"),
            applies=lambda: desk.answering,
            also=t("side by side, years, revisions, difference"),
        ),
        Action(
            "compare_companies",
            t("Compare with another company"),
            partial(shell.go, "history", "compare other"),
            applies=lambda: desk.answering and desk.session.mentoring,
            also=t("side by side, client, difference"),
        ),
        Action("quit", t("Close the window"), shell.quit, also=t("quit, exit")),
    )


def _looks(desk: Desk, t: Translator) -> tuple[Action, ...]:
    change = desk.shell.change_settings
    now = desk.shell.settings
    looks = (
        ("system", t("Appearance: follow the system")),
        ("light", t("Appearance: light")),
        ("dark", t("Appearance: dark")),
    )
    return (
        *(
            Action(
                f"language_{code}",
                t("Language: {name}", name=LANGUAGE_NAMES[code]),
                partial(change, language=code),
                applies=partial(str.__ne__, code, t.language),
                also="Language Sprache",  # found by whoever has landed in the wrong one
            )
            for code in LANGUAGES
        ),
        *(
            Action(
                f"appearance_{look}",
                words,
                partial(change, appearance=look),
                applies=partial(str.__ne__, look, now.appearance),
            )
            for look, words in looks
        ),
        *(
            Action(
                f"text_{size}",
                t("Text size: {size}%", size=size),
                partial(change, text_size=size),
                applies=partial(int.__ne__, size, now.text_size),
            )
            for size in TEXT_SIZES
        ),
        Action(
            "alias",
            t("Show the true names") if now.alias else t("Show other names"),
            partial(change, alias=not now.alias),
            ("Ctrl+Shift+N",),
            also=t("alias, presentation, beamer"),
        ),
    )


def _learning(desk: Desk, t: Translator) -> tuple[Action, ...]:
    shell = desk.shell
    return (
        Action("tour", t("A short tour"), desk.overlays.tour, also=t("introduction, guide")),
        Action(
            "sample",
            t("Look at the sample company"),
            shell.open_sample,
            applies=lambda: not desk.sample,
        ),
        Action(
            "leave_sample",
            t("Go to my own company"),
            shell.leave_sample,
            applies=lambda: desk.sample,
        ),
    )


def _settings(desk: Desk, t: Translator) -> tuple[Action, ...]:
    """The sections of the settings, by the numbers that the page knows as its places."""
    sections = (
        (1, t("How you work"), t("mode, mentor")),
        (2, t("Names on the screen"), t("alias, presentation, beamer")),
        (3, t("Who sends reports"), t("mentor, logo, colour")),
        (4, t("Workspace"), t("move, folder, file, database")),
        (5, t("Backups"), t("restore, check")),
        (6, t("Questionnaires"), ""),
        (7, t("Benchmarks"), "Eurostat"),
        (8, t("Peer packs"), ""),
    )
    return tuple(
        Action(
            f"settings_{number}",
            t("Settings: {section}", section=title),
            partial(desk.shell.go, "settings", str(number)),
            also=f"{title} {also}",
        )
        for number, title, also in sections
    )
