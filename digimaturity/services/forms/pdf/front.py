"""The first page of the form: whose it is, how to answer, how it gets back, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digimaturity.i18n import Translator
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.parts import Sheet, headline, labelled, ruled_heading
from digimaturity.report.pdf.style import BODY, GUTTER, MM, NOTE, SMALL
from digimaturity.services.forms.model import Form

#: The column of labels, and the longest lines.
_LABEL = 30 * MM
_MEASURE = 140 * MM


def front_page(
    sheet: Sheet, form: Form, chapter: Chapter, facts: Sequence[Labelled], t: Translator
) -> Block:
    """The page as one block; `facts` say whose it is."""
    opening = t(
        "Answer as you see it. IT, departments and management often see the same firm "
        "differently; that is what the talk afterwards is about."
    )
    blocks: list[Block] = [
        headline(sheet, chapter),
        _facts(sheet, facts).spaced(after=7 * MM),
        Columns([(0, min(sheet.width, _MEASURE), sheet.text(opening, BODY))]),
    ]
    for title, items in _advice(form, t):
        blocks.append(ruled_heading(sheet, title, before=9 * MM))
        blocks += [
            labelled(sheet, item, BODY, edge=_LABEL).spaced(before=2.4 * MM) for item in items
        ]
    return Stack(blocks)


def _facts(sheet: Sheet, facts: Sequence[Labelled]) -> Block:
    rows: list[Block] = []
    for left, right in zip(facts[::2], facts[1::2], strict=True):
        edge = sheet.half + GUTTER
        cells = [(0.0, sheet.half, _fact(sheet, left)), (edge, sheet.half, _fact(sheet, right))]
        rows += [Columns(cells), Gap(2.6 * MM)]
    return Stack(rows[:-1])


def _fact(sheet: Sheet, fact: Labelled) -> Block:
    label, edge = sheet.text(fact.label, NOTE), _LABEL
    text = sheet.text(fact.text, SMALL.but(lines=3))
    cells: list[tuple[float, float, Block]] = [
        (0.0, edge - 6, label),
        (edge, sheet.half - edge, text),
    ]
    return Stack([Rule(), Gap(1.6 * MM), Columns(cells)])


def _advice(form: Form, t: Translator) -> Iterator[tuple[str, list[Labelled]]]:
    recipient = form.back_to or t("the person from whom you have this form")
    yield t("How to answer"), list(_answering(form, t))
    screen = t(
        "Fill it in, save the file, and send it back to {recipient}. Do not print it into a PDF: "
        "from such a file no answer can be read. You can save it half filled and go on later; a "
        "half-filled form counts, too.",
        recipient=recipient,
    )
    pen = t(
        "Print it, tick with a pen, and give the sheets back. The code at the head of every page "
        "says to which form it belongs."
    )
    yield (
        t("Save and send back"),
        [Labelled(t("On a screen"), screen), Labelled(t("On paper"), pen)],
    )
    answers = t(
        "The report prints no name beside an answer, but tells results by viewpoint, and can "
        "print comments word for word. Where only one or two people answer for a viewpoint, "
        "others can work out what they said."
    )
    file = t(
        "It sends nothing by itself. Whoever has it can read what is filled in, and for whom it "
        "was made."
    )
    kept = [Labelled(t("Your answers"), answers), Labelled(t("This file"), file)]
    yield t("What happens to your answers"), kept


def _answering(form: Form, t: Translator) -> Iterator[Labelled]:
    levels = " · ".join(f"{place} {level}" for place, level in enumerate(form.levels, start=1))
    yield Labelled(
        t("Levels"),
        t(
            "Tick the highest level of which every word is true today. What is planned "
            "does not count. The levels are: {levels}.",
            levels=levels,
        ),
    )
    yield Labelled(
        t("Don’t know"),
        t("Tick it rather than guess. It lowers no score; it shows where to look for an answer."),
    )
    if any(item.may_not_apply for item in form.items):
        yield Labelled(
            t("Not applicable"),
            t("Where it can be ticked, and the question does not fit your firm."),
        )
    yield Labelled(t("Comment"), t("What explains the answer, or where it can be looked up."))
