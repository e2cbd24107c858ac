"""What is chosen for a report: which cut, language, paper, chapters, and the sender's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from digimaturity.domain.viewpoints import APART
from digimaturity.i18n import LANGUAGE_NAMES, LANGUAGES
from digimaturity.report.model.parts import Labelled
from digimaturity.services.exports import CUTS, ChapterChoice, Cut
from digimaturity.services.report_options import PAGE_SIZES, ReportOptions
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import emptied, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.comment import Comment
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.tick_box import TickBox
from digimaturity.ui.widgets.viewpoints_box import Told, together_box


class OptionsPanel(QWidget):
    """Cut and language hold while the page is open; `chosen` is kept with the assessment."""

    changed = Signal()  # the report has to be made anew
    typing = Signal()  # it will have to be, when typing rests
    kept = Signal(ReportOptions)  # these are to be kept
    together = Signal(object)  # these viewpoints are to be told as one

    def __init__(self, parts: Parts, chosen: ReportOptions) -> None:
        super().__init__()
        t = parts.t
        self._parts = parts
        self.chosen = chosen
        self._boxes: dict[ChapterChoice, QCheckBox] = {}
        self._texts: list[Comment] = []
        self._list = QVBoxLayout()
        spaced(self._list, 0, gap=parts.theme.px(4))
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=parts.theme.px(12))
        names = (t("Full report"), t("One page for owners and board"), t("Letter to all staff"))
        cuts = list(zip(CUTS, names, strict=True))
        self._cut = self._choice(t("What to wr&ite"), cuts, "full")
        self._cut.activated.connect(lambda _place: self._cut_chosen())
        languages = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self._language = self._choice(t("&Language of the report"), languages, t.language)
        self._language.activated.connect(lambda _place: self.changed.emit())
        papers = list(zip(PAGE_SIZES, ("A4", t("US Letter")), strict=True))
        self._paper = self._choice(t("Pap&er"), papers, chosen.page_size)
        self._paper.activated.connect(lambda _place: self._paper_chosen())
        self._which = Fold(parts.theme, t("Chapters"), self._chapters)
        self._column.addWidget(self._which)
        self._words = Fold(parts.theme, t("Foreword and confidentiality"), self._own_words)
        self._column.addWidget(self._words)
        self._told: object = None
        self._told_place = QVBoxLayout()
        spaced(self._told_place, 0, gap=parts.theme.px(4))
        self._column.addLayout(self._told_place)

    @property
    def cut(self) -> Cut:
        """Which cut of the report is wanted."""
        return CUTS[self._cut.currentIndex()]

    @property
    def language(self) -> str:
        """The language of the report."""
        return str(self._language.currentData())

    def choose_cut(self, cut: Cut) -> None:
        """Want another cut."""
        self._cut.setCurrentIndex(self._cut.findData(cut))
        self._cut_chosen()

    def choose_language(self, code: str) -> None:
        """Want another language."""
        self._language.setCurrentIndex(self._language.findData(code))
        self.changed.emit()

    def choose_paper(self, size: str) -> None:
        """Want another paper; one of `PAGE_SIZES`."""
        self._paper.setCurrentIndex(self._paper.findData(size))
        self._paper_chosen()

    def show_told(self, told: Told | None, notes: Sequence[Labelled]) -> None:
        """Show who can be recognised, and let the user choose how viewpoints are told."""
        self.chosen = replace(self.chosen, together=told.together if told else APART)
        if (told, notes) == self._told:
            return
        self._told = (told, notes)
        emptied(self._told_place)
        if told is None:
            return
        box = together_box(told, self._parts.theme, self._parts.t)
        box.chosen.connect(self.together)
        self._told_place.addWidget(box)
        for note in notes:
            self._told_place.addWidget(label(f"{note.label}: {note.text}", "small", wrap=True))

    def flush(self) -> None:
        """Keep what is still being typed."""
        for text in self._texts:
            text.flush()

    def _choice(self, name: str, entries: Iterable[tuple[str, str]], chosen: str) -> ChoiceBox:
        box = ChoiceBox(self._parts.theme)
        for value, text in entries:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._column.addWidget(Field(self._parts.theme, name, box))
        return box

    def _paper_chosen(self) -> None:
        self._choose(page_size=str(self._paper.currentData()))

    def _cut_chosen(self) -> None:
        self._which.setVisible(self.cut == "full")
        self._words.setVisible(self.cut != "staff")  # the letter is for everybody, and has none
        self.changed.emit()

    def show_chapters(self, chapters: Sequence[ChapterChoice]) -> None:
        """Let the user choose among the chapters that the report can have."""
        wanted = [one for one in chapters if one.optional]
        if wanted == list(self._boxes):
            return
        self._boxes = {one: self._box(one) for one in wanted}
        emptied(self._list)
        for box in self._boxes.values():
            self._list.addWidget(box)
        self._which.lead_in()

    def _chapters(self) -> Iterable[FoldPart]:
        comments = TickBox(self._parts.theme, self._parts.t("Print comments"))
        comments.setChecked(self.chosen.comments)
        comments.toggled.connect(lambda on: self._choose(comments=on))
        below = QWidget()
        below.setLayout(self._list)
        return [("", [below, comments])]

    def _box(self, chapter: ChapterChoice) -> QCheckBox:
        box = TickBox(self._parts.theme, chapter.name)
        box.setChecked(chapter.key not in self.chosen.left_out)
        box.toggled.connect(lambda on: self._leave_out(chapter.key, out=not on))
        return box

    def _leave_out(self, key: str, *, out: bool) -> None:
        left = self.chosen.left_out
        self._choose(left_out=left | {key} if out else left - {key})

    def _own_words(self) -> Iterable[FoldPart]:
        t = self._parts.t
        return [
            (
                "",
                [
                    self._text(
                        t("&Foreword"),
                        self.chosen.foreword,
                        t("In the full report only. Without words of your own there is none."),
                        120,
                        lambda words: self._choose(foreword=words),
                    ),
                    self._text(
                        t("Who ma&y read it"),
                        self.chosen.confidentiality,
                        t("Without words of your own: management and owners."),
                        64,
                        lambda words: self._choose(confidentiality=words),
                    ),
                ],
            )
        ]

    def _text(
        self, name: str, text: str, hint: str, height: int, written: Callable[[str], object]
    ) -> Field:
        field = Comment()
        field.setFixedHeight(self._parts.theme.px(height))
        field.show_text(text)
        field.typing.connect(self.typing)
        field.written.connect(written)
        field.written.connect(lambda _text: field.settle())
        self._texts.append(field)
        return Field(self._parts.theme, name, field, hint)

    def _choose(self, **values: Any) -> None:
        self.chosen = replace(self.chosen, **values)
        self.kept.emit(self.chosen)
        self.changed.emit()
