"""The upper part of a question card: which question it is, what is asked, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.terms import Prose, explained, terms_of


class CardHead(QWidget):
    """Its fold is made when it is first opened."""

    def __init__(
        self,
        question: Question,
        questionnaire: Questionnaire,
        theme: Theme,
        t: Translator,
        viewpoint: Viewpoint,
        place: str,
    ) -> None:
        super().__init__()
        px = theme.px
        self._question, self._theme, self._t = question, theme, t
        self._terms = terms_of(questionnaire, t)
        self._flag = label("")
        self._flag.setPixmap(icon("flag", theme.colour("accent"), px(12)).pixmap(px(12)))
        self._marked = label(t("Marked for review"), "good")
        above = QHBoxLayout()
        spaced(above, 0, gap=px(6))
        above.addWidget(label(place, "small"))
        above.addSpacing(px(8))
        above.addWidget(self._flag)
        above.addWidget(self._marked)
        above.addStretch()
        column = QVBoxLayout(self)
        spaced(column, px(16), px(16), px(16), px(12), gap=px(4))
        column.addLayout(above)
        asked = wording(question, viewpoint, t.language)
        column.addWidget(self._prose(asked, "large"))
        if question.why or question.evidence or self._entries(asked):
            title = t("Why this matters, and what to look at")
            column.addWidget(Fold(theme, title, lambda: self._explanations(asked)))
        self.show_marked(False)

    def show_marked(self, marked: bool) -> None:
        """Show whether the question is to be looked at once more."""
        self._flag.setVisible(marked)
        self._marked.setVisible(marked)

    def _explanations(self, asked: str) -> list[FoldPart]:
        """Why it is asked, what to look at, and the terms: all that helps to answer."""
        t, language = self._t, self._t.language
        why = text_in(self._question.why, language)
        evidence = text_in(self._question.evidence, language)
        words = self._entries(asked, why, evidence)
        parts = [
            (t("Why this matters"), [self._prose(why)] if why else []),
            (t("What to look at"), [self._prose(evidence)] if evidence else []),
            (t("Terms"), [explained(self._theme, self._terms, *word) for word in words]),
        ]
        return [part for part in parts if part[1]]

    def _entries(self, *texts: str) -> list[tuple[str, str]]:
        """The terms in `texts` and in what can be chosen, with their meanings."""
        return self._terms.entries((*texts, *choices_of(self._question, self._t.language)))

    def _prose(self, text: str, kind: str = "") -> Prose:
        return Prose(self._theme, self._terms, text, kind)


def wording(question: Question, viewpoint: Viewpoint, language: str) -> str:
    """The question as this viewpoint is asked it."""
    return text_in(question.wordings.get(viewpoint, question.text), language)


def choices_of(question: Question, language: str) -> list[str]:
    """The texts of the levels or options that can be chosen."""
    texts = (*question.levels, *(option.text for option in question.options))
    return [text_in(text, language) for text in texts]
