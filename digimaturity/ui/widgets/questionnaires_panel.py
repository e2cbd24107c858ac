"""The questionnaires that are installed, with the faults of those that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity import paths
from digimaturity.domain.texts import text_in
from digimaturity.services.packs import InstalledPack, Problem, installed_packs
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import emptied, label, spaced


class QuestionnairesPanel(QWidget):
    """They are read in the worker."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts = parts
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(16))
        words = t(
            "A questionnaire of your own is found here when its folder lies in {path}.",
            path=paths.own_questionnaires_dir(),
        )
        column.addWidget(label(words, "secondary", wrap=True))
        self._list = QVBoxLayout()
        spaced(self._list, 0, gap=px(8))
        column.addLayout(self._list)
        parts.tasks.run(installed_packs, self._show, parts.shell.report)

    def _show(self, found: tuple[InstalledPack, ...]) -> None:
        emptied(self._list)
        for pack in found:
            self._list.addWidget(self._pack(pack))

    def _card(self) -> tuple[QFrame, QVBoxLayout]:
        px = self._parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(16), px(12), px(16), px(12), gap=px(4))
        return card, column

    def _pack(self, pack: InstalledPack) -> QWidget:
        t = self._parts.t
        card, column = self._card()
        questionnaire = pack.loaded.questionnaire
        if questionnaire is not None:
            column.addWidget(label(text_in(pack.name, t.language), "strong", wrap=True))
            words = t.plural(
                "Version {version} · {n} question · checked, no fault found",
                "Version {version} · {n} questions · checked, no fault found",
                len(questionnaire.rated_questions),
                version=pack.version,
            )
            column.addWidget(label(words, "small", wrap=True))
            return card
        column.addWidget(label(pack.id, "strong", wrap=True))
        words = t("This questionnaire has faults and cannot be used:")
        column.addWidget(label(words, "bad", wrap=True))
        self._problems(column, pack.problems)
        return card

    def _problems(self, column: QVBoxLayout, problems: Sequence[Problem]) -> None:
        for problem in problems:
            words = f"{problem.file}:{problem.line}  {problem.sentence(self._parts.t)}"
            column.addWidget(label(words, "small", wrap=True))
