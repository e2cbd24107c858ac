"""A tagged canvas with fields: what viewers let people tick and type, and screen readers name.

What is seen of an empty field is drawn on the page, as decoration: so it is there for a pen, and in
every viewer, whatever that makes of fields. The field over it shows only the mark, or the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDocument

from digimaturity.authoring.paper.blocks import EDGE
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.structure import Written, number_of, page_number_of
from digimaturity.report.pdf.style import PALETTE, ink
from digimaturity.report.pdf.xmp import Metadata
from digimaturity.services.forms.fields import IDENTITY
from digimaturity.services.forms.pdf import looks
from digimaturity.services.forms.pdf.objects import pdf_name, pdf_text

#: Flags of fields (ISO 32000-1, tables 221, 226 and 228) and of their widgets (table 165).
_READ_ONLY, _MULTILINE, _RADIO = 1, 1 << 12, 1 << 15
_HIDDEN, _PRINTED = 2, 4
#: The widths of the lines around boxes and fields, and from a field's line to its text; in points.
_LINE, _FRAME, _INSET = 0.7, 0.5, 1.0

_Made = Callable[[PDFDocument], bytes]


@dataclass(frozen=True, slots=True)
class Group:
    """Round boxes of which one can be ticked: the field's name, and in words what is asked."""

    name: str
    words: str

    @property
    def key(self) -> str:
        """The name of its object."""
        return f"Group {self.name}"


class FormCanvas(TaggedCanvas):
    """The canvas of one form; `whose` is the text of its hidden field, `fields.IDENTITY`."""

    def __init__(
        self, size: tuple[float, float], meta: Metadata, identity: bytes, whose: str
    ) -> None:
        super().__init__(size, meta, identity)
        self._whose = whose
        self._fields: list[str] = []
        self._groups: dict[Group, list[str]] = {}
        looks.add(self._doc)
        self._doc.Catalog.AcroForm = Written(self._form)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page; the first one has the hidden field."""
        if self.page_index == 0:
            self._hide(self._whose)
        super().showPage()

    # -- fields --------------------------------------------------------------------------------

    def radio(self, group: Group, value: str, words: str, left: float, bottom: float) -> None:
        """A round box of the group; `words` say what is ticked with it.

        Nothing keeps the ticked one from being emptied again (the flag NoToggleToOff is not set).
        """
        if group not in self._groups:
            self._groups[group] = []
            self._doc.Reference(Written(self._group_of(group)), group.key)
            self._fields.append(group.key)
        with self.artifact():
            self._outline()
            self.circle(left + EDGE / 2, bottom + EDGE / 2, (EDGE - _LINE) / 2)

        def entries(document: PDFDocument) -> bytes:
            parent = number_of(document, group.key)
            return b"/Parent %d 0 R/MK<</CA(l)>>%s" % (parent, _marked(document, value, looks.DOT))

        self._groups[group].append(self._widget(words, (left, bottom, EDGE, EDGE), entries))

    def tick(self, name: str, value: str, words: str, left: float, bottom: float) -> None:
        """A square box, ticked by itself; its value is then `value`."""
        with self.artifact():
            self._outline()
            self.rect(left + _LINE / 2, bottom + _LINE / 2, EDGE - _LINE, EDGE - _LINE)

        def entries(document: PDFDocument) -> bytes:
            marked = _marked(document, value, looks.CROSS)
            return b"/FT/Btn/T%s/V/Off/MK<</CA(8)>>%s" % (pdf_text(name), marked)

        self._fields.append(self._widget(words, (left, bottom, EDGE, EDGE), entries))

    def entry(self, name: str, words: str, box: tuple[float, ...], *, lines: bool = False) -> None:
        """A field to type into, in the box (left, bottom, width, height); with `lines` several."""
        left, bottom, width, height = box
        with self.artifact():
            self.setStrokeColor(ink(PALETTE.control_border))
            self.setLineWidth(_FRAME)
            self.rect(left + _FRAME / 2, bottom + _FRAME / 2, width - _FRAME, height - _FRAME)
        inner = (left + _INSET, bottom + _INSET, width - 2 * _INSET, height - 2 * _INSET)
        empty = looks.empty_text(self._doc, inner[2:])
        flags = _MULTILINE if lines else 0

        def entries(document: PDFDocument) -> bytes:
            own = (pdf_text(name), flags, looks.TYPED, number_of(document, empty))
            return b"/FT/Tx/T%s/Ff %d/DA%s/AP<</N %d 0 R>>" % own

        self._fields.append(self._widget(words, inner, entries))

    def _hide(self, text: str) -> None:
        """The hidden field; it is never read out, so it lies outside of the structure."""
        page = self.page_index
        empty = looks.empty_text(self._doc, (1.0, 1.0))

        def made(document: PDFDocument) -> bytes:
            return (
                b"<</Type/Annot/Subtype/Widget/FT/Tx/T%s/TU(Identity)/V%s/Ff %d/F %d/Rect[0 0 1 1]"
                b"/DA%s/P %d 0 R/AP<</N %d 0 R>>>>"
            ) % (
                *(pdf_text(IDENTITY), pdf_text(text), _READ_ONLY, _HIDDEN, looks.TYPED),
                *(page_number_of(document, page), number_of(document, empty)),
            )

        self._addAnnotation(Written(made), "Identity")
        self._fields.append(str(self._doc.annotationName("Identity")))

    # -- how they are written ------------------------------------------------------------------

    def _outline(self) -> None:
        self.setStrokeColor(ink(PALETTE.secondary))
        self.setLineWidth(_LINE)

    def _widget(self, words: str, box: tuple[float, ...], entries: _Made) -> str:
        """Put it on the page and into the structure; return the name of its object."""
        left, bottom, width, height = box
        page, parent = self.page_index, len(self._parents)
        edges = b"%.2f %.2f %.2f %.2f" % (left, bottom, left + width, bottom + height)

        def made(document: PDFDocument) -> bytes:
            return (
                b"<</Type/Annot/Subtype/Widget/F %d/Rect[%s]/P %d 0 R/StructParent %d/TU%s%s>>"
            ) % (
                *(_PRINTED, edges, page_number_of(document, page), parent),
                *(pdf_text(words), entries(document)),
            )

        name = f"Field{parent}"
        key = str(self._doc.annotationName(name))
        with self.group("Form") as element:
            self._parents.append(element)
            self._addAnnotation(Written(made), name)
            element.kids.append((page, key))
        return key

    def _group_of(self, group: Group) -> _Made:
        def made(document: PDFDocument) -> bytes:
            return b"<</FT/Btn/Ff %d/T%s/TU%s/V/Off/Kids[%s]>>" % (
                *(_RADIO, pdf_text(group.name), pdf_text(group.words)),
                _references(document, self._groups[group]),
            )

        return made

    def _form(self, document: PDFDocument) -> bytes:
        """The form; viewers find their font in it. The looks are there, so none need be made."""
        fields = _references(document, self._fields)
        given = looks.resources(document, looks.MARKS)
        return b"<</Fields[%s]/DR%s/DA%s>>" % (fields, given, looks.TYPED)


def _marked(document: PDFDocument, value: str, mark: str) -> bytes:
    """The looks of a box, which is empty at first."""
    none, ticked = number_of(document, looks.NONE), number_of(document, mark)
    return b"/AS/Off/AP<</N<</Off %d 0 R%s %d 0 R>>>>" % (none, pdf_name(value), ticked)


def _references(document: PDFDocument, names: list[str]) -> bytes:
    return b" ".join(b"%d 0 R" % number_of(document, name) for name in names)
