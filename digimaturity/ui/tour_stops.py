"""What the tour shows: parts of the real window, each with the page that it is on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from digimaturity.i18n import Translator
from digimaturity.ui.frame import Frame
from digimaturity.ui.key_names import shown_key
from digimaturity.ui.widgets.question_card import QuestionCard
from digimaturity.ui.widgets.report_saving import SavingBox
from digimaturity.ui.widgets.score_row import ScoreRow
from digimaturity.ui.widgets.tour_card import Stop


@dataclass(frozen=True, slots=True)
class _Shown:
    """Finds what is pointed at, on the page that is open: the first of its kind."""

    frame: Callable[[], Frame]
    kind: type[QWidget]

    def __call__(self) -> QWidget | None:
        frame = self.frame()
        found = (one for one in frame.page(frame.current).findChildren(self.kind))
        return next((one for one in found if one.isVisible()), None)


def tour_stops(frame: Callable[[], Frame], t: Translator) -> tuple[Stop, ...]:
    """The stops in their order; `page` is opened before."""
    palette, keys = shown_key("Ctrl+K", t), "F1"
    return (
        Stop(
            "questionnaire",
            lambda: frame().rail,
            t("All pages are here"),
            t(
                "From the questions to the report, from above. {palette} finds everything else by a"
                " few letters, {keys} shows all keys.",
                palette=palette,
                keys=keys,
            ),
        ),
        Stop(
            "questionnaire",
            _Shown(frame, QuestionCard),
            t("Choose what you could show today"),
            t(
                "Click the level that is true, or press 1 to 5; D is “don’t know”, C a comment."
                " Enter goes to the next question."
            ),
        ),
        Stop(
            "questionnaire",
            lambda: frame().header,
            t("Nothing is ever lost"),
            t(
                "“Saved” means that the answer is on the disk. Beside it you take answers back and"
                " make them again. You can stop at any time."
            ),
        ),
        Stop(
            "results",
            _Shown(frame, ScoreRow),
            t("Ask every number why"),
            t(
                "Press a score to see the questions, weights and levels behind it. Each comparison"
                " tells its source."
            ),
        ),
        Stop(
            "report",
            _Shown(frame, SavingBox),
            t("Take the report with you"),
            t(
                "What you see is the file itself: save it as a PDF, or the same as a Word document,"
                " slides or tables."
            ),
        ),
    )
