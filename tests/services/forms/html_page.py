"""Forms in a real browser: one with every kind of question, and the page that shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from digimaturity import paths
from digimaturity.domain.conditions import AtLeast, Equals
from digimaturity.domain.questionnaire import Kind, Viewpoint
from digimaturity.i18n import Translator
from digimaturity.report.model.parts import Hue
from digimaturity.services.forms.html import form_html
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.model import Choice, Form, Grid, Item, Section

#: Debian's; Playwright brings none of its own here.
CHROMIUM = "/usr/bin/chromium"

#: Text of people that tries to be more than text.
HOSTILE = "</script ><img src=x onerror=\"hacked='y'\"><!--<script> {done} $title &amp; “ö” 😀"

IDENTITY = Identity(
    "3f2c8f4e-9a94-4f65-8a8c-0d7c5f2a1b01",
    "3f2c8f4e-9a94-4f65-8a8c-0d7c5f2a1b02",
    "3f2c8f4e-9a94-4f65-8a8c-0d7c5f2a1b03",
    Viewpoint.BUSINESS,
    "en",
    "small",
    "1.0",
    "0" * 64,
    "2026-02-20T08:00:00.000+00:00",
)


def translator(language: str) -> Translator:
    return Translator.load(language, paths.resources_dir() / "locale")


def choices(*values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, f"Text of {value}") for value in values)


def every_kind(name: str = "Hansen Möbel") -> Form:
    """A form with one question of each kind, conditions and two decisions; `name` is everywhere."""
    levels = choices("1", "2", "3", "4", "5")
    asked = (
        Item("a.level", "1", Kind.LEVELS, f"How? {name}", "Why.", name, levels, comment=True),
        Item(
            "a.may", "2", Kind.LEVELS, "How else?", choices=levels, may_not_apply=True, comment=True
        ),
        Item("a.yes", "3", Kind.YES_NO, "Is it?", "Why.", choices=choices("yes", "no")),
        Item("a.many", "4", Kind.MANY_OF, "Which?", choices=choices("x", "y")),
        Item("a.text", "5", Kind.TEXT, "What?"),
    )
    high = AtLeast("a.level", 3)
    later = (
        Item(
            "b.one",
            "6",
            Kind.ONE_OF,
            name,
            "",
            "E",
            choices("first", "second"),
            show_if=high,
            note="If 3.",
        ),
    )
    facts = (
        Item("f.share", "7", Kind.NUMBER, "Share?", unit="%", minimum=0, maximum=100),
        Item("f.more", "8", Kind.NUMBER, "More?", show_if=AtLeast("f.share", 1, strictly=True)),
        Item("f.other", "9", Kind.TEXT, "Other?", show_if=Equals("not.in.this.form", value=True)),
    )
    return Form(
        IDENTITY,
        f"Readiness {name}",
        name,
        name,
        "Departments",
        ("Initial", "Emerging", "Established", "Integrated", "Leading"),
        (
            Section("a", "Data", name, asked, "IT", Hue("it", 0)),
            Section("+strategy", "In detail", "", later),
            Section("+facts", "Facts", "Plain facts.", facts),
        ),
        Grid("Who decides", "", choices("decides", "pays"), choices("buy", "sell"), choices("it")),
        name,
    )


def in_language(form: Form, language: str) -> Form:
    return replace(form, identity=replace(form.identity, language=language))


class Shown:
    """A form that is open in a browser without a network, and what was seen to go wrong."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked_for: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.asked_for.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self.faults.append(message.text))

    def open(self, file: Path, form: Form) -> None:
        """Write the form to a file, and open it."""
        file.write_text(form_html(form, translator(form.identity.language)), encoding="utf-8")
        self.page.goto(file.as_uri())

    def go_to(self, name: str) -> None:
        """To the page of that name, as a click in the list goes there."""
        self.page.evaluate("name => goTo(pages.findIndex(page => page.name === name))", name)

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def save(self, file: Path) -> dict[str, Any]:
        """Press the button that has the focus, which saves the answers."""
        with self.page.expect_download() as download:
            self.page.keyboard.press("Enter")
        assert download.value.suggested_filename.endswith(".digimaturity-answers.json")
        download.value.save_as(file)
        saved: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return saved


@contextmanager
def shown(browser: Browser, **looks: Any) -> Iterator[Shown]:
    """A browser of its own, as somebody's who has never seen the form; `looks` as of Playwright."""
    context: BrowserContext = browser.new_context(**looks)
    context.set_offline(True)
    context.set_default_timeout(5_000)
    try:
        yield Shown(context.new_page())
    finally:
        context.close()
