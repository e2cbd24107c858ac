"""What the results say of similar firms: the chapter of the report, or how to get one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.sample import LEAST
from digimaturity.i18n import Translator
from digimaturity.report.build.peers import too_few
from digimaturity.report.model.comparison import BenchmarkChapter
from digimaturity.ui.drawn_peers import want_peers
from digimaturity.ui.parts import Parts
from digimaturity.ui.peer_words import choices_for
from digimaturity.ui.widgets.basics import button
from digimaturity.ui.widgets.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """What the section shows; `chosen` is one of the groups that are `offered`.

    `fact` is the question with which the comparison begins, "" where it is answered. `note` says
    what is still to come, or how to get it.
    """

    chapter: BenchmarkChapter | None
    offered: tuple[tuple[PeerChoice | None, str], ...]
    chosen: PeerChoice | None
    writable: bool
    fact: str
    note: str


def compared(parts: Parts, chapter: BenchmarkChapter | None, evaluation: Evaluation) -> Compared:
    """What there is to show now; other clients come as soon as they are drawn."""
    t, session = parts.t, parts.session
    facts, note = evaluation.questionnaire.facts, ""
    if not want_peers(parts):
        note = t("The other clients are being looked through …")
    elif not (chapter and chapter.peers):
        note = _few(evaluation, t, told=chapter is not None)
    return Compared(
        chapter,
        tuple(choices_for(evaluation.company, session.peer_choice, t)) if chapter else (),
        session.peer_choice,
        session.changeable,
        facts[0].id if evaluation.index is None and facts else "",
        note,
    )


def comparison(parts: Parts, piece: Compared) -> Comparison:
    """The section."""
    t = parts.t
    shown = Comparison(parts.theme, t)
    if piece.chapter is not None:
        shown.offer(piece.offered, piece.chosen, enabled=piece.writable)
        shown.chosen.connect(lambda choice: _choose(parts, shown, choice))
        shown.show_chapter(piece.chapter)
    if piece.fact:
        shown.say(
            t("The technology facts compare the firm with official figures of similar firms.")
        )
        go = button(t("Answer the &facts"), lambda: parts.shell.open_question(piece.fact), "link")
        shown.lead(go)
    shown.say(piece.note, "small")
    return shown


def _choose(parts: Parts, shown: Comparison, choice: PeerChoice | None) -> None:
    """Keep the choice, once the list is done with it: the list goes with the page."""
    session, shell = parts.session, parts.shell
    QTimer.singleShot(0, shown, lambda: shell.attempt(lambda: session.choose_peers(choice)))


def _few(evaluation: Evaluation, t: Translator, *, told: bool) -> str:
    """How to get a comparison with other clients; what the chapter has `told` is not repeated."""
    if few := too_few(evaluation, t):
        return "" if told else few
    return t(
        "Once {least} other clients have an assessment that is signed off, the firm is also"
        " compared with them.",
        least=LEAST,
    )
