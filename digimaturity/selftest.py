"""The shipped program tests itself: everything that a build can lose without noticing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from digimaturity import __version__, paths
from digimaturity.i18n import LANGUAGES, Translator


def run(t: Translator) -> int:
    """Run every check, print a line for each, and return how many failed."""
    checks: tuple[tuple[str, Callable[[], None]], ...] = (
        (t("Fonts, icons and colours"), _resources),
        (t("Languages"), _languages),
        (t("Questionnaires and benchmarks"), _packs),
        (t("Workspace: new, migrated, backed up"), _workspace),
        (t("Signatures"), _signatures),
        (t("Forms: made, and read again"), _forms),
        (t("Sample company and its report in every format"), _report),
        (t("Roadmap: planned, and written for other programs"), _roadmap),
        (t("Window and PDF preview"), _window),
    )
    print(f"digimaturity {__version__}")
    failed = 0
    for name, check in checks:
        try:
            check()
        except Exception as error:  # noqa: BLE001 - whatever fails shall be told, and the rest still run
            failed += 1
            print(f"{t('FAILED')}  {name}: {type(error).__name__}: {error}")
        else:
            print(f"{t('ok')}  {name}")
    return failed


def _resources() -> None:
    from digimaturity.tokens import load_tokens

    load_tokens()
    resources = paths.resources_dir()
    for pattern in ("fonts/*.ttf", "fonts/LICENSE*", "icons/*.svg", "schemas/*.json"):
        if not any(resources.glob(pattern)):
            raise FileNotFoundError(resources / pattern)


def _languages() -> None:
    for language in LANGUAGES:
        t = Translator.load(language, paths.resources_dir() / "locale")
        translated = t.catalogue.info() or language == LANGUAGES[0]
        if not translated or not t.number(0.5, 1):
            raise LookupError(language)


def _packs() -> None:
    from digimaturity.packs import installed_packs
    from digimaturity.packs.benchmarks import load_benchmarks

    folder = paths.questionnaires_dir()
    packs = installed_packs(folder)
    benchmarks = load_benchmarks(folder / "benchmarks")
    problems = [*benchmarks.problems, *(problem for pack in packs for problem in pack.problems)]
    if problems or not packs or not benchmarks.data.bands:
        raise ValueError(problems or folder)


def _workspace() -> None:
    from digimaturity.services.workspace import backup_workspace, open_workspace
    from digimaturity.store.migrate import migrate

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "test.db"
        open_workspace(path).close()
        backup_workspace(path, Path(folder) / "copy.db")
        open_workspace(Path(folder) / "copy.db").close()
        # From nothing to today's schema: the scripts are there, and the library finds them.
        migrate(Path(folder) / "migrated.db")


def _signatures() -> None:
    from digimaturity.services.peers import load_key, make_key

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "key.pem"
        make_key(path, b"password")
        key = load_key(path, b"password")
        key.public_key().verify(key.sign(b"peers"), b"peers")


def _forms() -> None:
    from digimaturity.domain.questionnaire import Viewpoint
    from digimaturity.services.forms.html import form_html
    from digimaturity.services.forms.identity import Identity
    from digimaturity.services.forms.making import form_of
    from digimaturity.services.forms.pdf import form_pdf
    from digimaturity.services.forms.pdf_reading import returned_from_pdf
    from digimaturity.services.packs import usable_questionnaires
    from digimaturity.store.clock import now

    ids = ("f" * 16, "a" * 16, "r" * 16)  # form, assessment, respondent
    for language in LANGUAGES:
        t = Translator.load(language, paths.resources_dir() / "locale")
        asked = next(iter(usable_questionnaires().values()))
        version = (asked.id, asked.version, asked.fingerprint)
        identity = Identity(*ids, Viewpoint.IT, language, *version, now())
        form = form_of(asked, identity, "", "", t)
        read = returned_from_pdf(form_pdf(form, t)).identity
        if read != identity or identity.checksum not in form_html(form, t):
            raise ValueError(identity)


def _report() -> None:
    from digimaturity.services.exports import Format, exported
    from digimaturity.services.reports import order_of_answers
    from digimaturity.services.sample import read_sample

    for language in LANGUAGES:
        t = Translator.load(language, paths.resources_dir() / "locale")
        order = order_of_answers(read_sample(), t, sample=True)
        for form in Format:
            exported(order, form)


def _roadmap() -> None:
    from digimaturity.services.reports import assessment_order
    from digimaturity.services.roadmap import planned
    from digimaturity.services.roadmap_files import RoadmapFormat, roadmap_file
    from digimaturity.services.sample import load_sample
    from digimaturity.services.workspace import open_workspace

    t = Translator.load(LANGUAGES[0], paths.resources_dir() / "locale")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_workspace(Path(folder) / "sample.db") as workspace,
    ):
        order = assessment_order(workspace, str(load_sample(workspace).assessment), t)
        plan = planned(order.context.roadmap).plan if order.context.roadmap else None
        if plan is None or not plan.starts:
            raise ValueError(plan)
        for form in RoadmapFormat:
            roadmap_file(order, form)


def _window() -> None:
    from digimaturity.ui.probe import probe_window

    probe_window()
