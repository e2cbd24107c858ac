"""What the results say of similar firms: the chapter of the report, or how to get one."""

from __future__ import annotations

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


def comparison(
    parts: Parts, chapter: BenchmarkChapter | None, evaluation: Evaluation
) -> Comparison:
    """The section; other clients come to it as soon as they are drawn."""
    drawn = want_peers(parts)
    t, session = parts.t, parts.session
    facts = evaluation.questionnaire.facts
    shown = Comparison(parts.theme, t)
    if chapter is not None:
        offered = choices_for(evaluation.company, session.peer_choice, t)
        shown.offer(offered, session.peer_choice, enabled=session.writable)
        shown.chosen.connect(lambda choice: _choose(parts, shown, choice))
        shown.show_chapter(chapter)
    if evaluation.index is None and facts:
        shown.say(
            t("The technology facts compare the firm with official figures of similar firms.")
        )
        go = button(t("Answer the &facts"), lambda: parts.shell.open_question(facts[0].id), "link")
        shown.lead(go)
    if not drawn:
        shown.say(t("The other clients are being looked through …"), "small")
    elif not (chapter and chapter.peers):
        shown.say(_few(evaluation, t, told=chapter is not None), "small")
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
        "From {least} other clients with a finished assessment on, the firm is also compared with"
        " them.",
        least=LEAST,
    )
