"""A reportlab canvas that writes tagged PDF: readable by screen readers, fit for archives.

One rule makes it so: every byte that is painted lies in exactly one marked-content sequence of a
structure element, or in an artifact. Marked content is never nested.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from time import gmtime
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from digimaturity.report.pdf import reportlab_fixes
from digimaturity.report.pdf.fonts import REGULAR, face
from digimaturity.report.pdf.srgb import srgb_profile
from digimaturity.report.pdf.structure import Element, Written, element_bytes, tree_bytes
from digimaturity.report.pdf.xmp import Metadata, xmp_packet

_ARTIFACT = "/Artifact BMC"


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]  # reportlab has no types
    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]  # reportlab has no types
    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")


class _Link(pdfdoc.LinkAnnotation):  # type: ignore[misc]  # reportlab has no types
    permitted = (*pdfdoc.LinkAnnotation.permitted, "StructParent")


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """The canvas of one report; `identity` (of the input) becomes the file's /ID."""

    def __init__(self, size: tuple[float, float], meta: Metadata, identity: bytes) -> None:
        reportlab_fixes.apply()
        face(REGULAR)
        self._buffer = BytesIO()
        self._root = Element("Document")
        self._open = [self._root]
        self._known: dict[Hashable, Element] = {}
        self._parents: list[list[Element] | Element] = []
        super().__init__(
            self._buffer,
            pagesize=size,
            invariant=1,
            pdfVersion=(1, 7),
            lang=meta.language,
            initialFontName=REGULAR,
        )
        self._describe(meta)
        self._doc.updateSignature(identity)

    def _describe(self, meta: Metadata) -> None:
        self.setTitle(meta.title)
        self.setAuthor(meta.author)
        self.setSubject(meta.subject)
        self.setCreator(meta.creator)
        self.setKeywords(meta.keywords)
        self.setViewerPreference("DisplayDocTitle", "true")
        document, catalog = self._doc, self._doc.Catalog
        _pin_time(document, meta)
        catalog.__class__ = _Catalog
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = Written(partial(tree_bytes, self._root, self._parents))
        document.Reference(catalog.StructTreeRoot, Element.ROOT)
        producer = document.info.producer
        catalog.Metadata = pdfdoc.XMP(creator=lambda _: xmp_packet(meta, producer))
        if meta.archival:
            catalog.OutputIntents = _output_intent(document)

    # -- pages -------------------------------------------------------------------------------

    def _restartAccumulators(self) -> None:  # noqa: N802 - reportlab's name
        super()._restartAccumulators()
        self._sequences: list[Element] = []
        self._current: Element | None = None

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page, and enter its marked content into the parent tree."""
        self._switch(None)
        index, sequences = self.page_index, self._sequences
        if self._code:
            self._code.insert(0, _ARTIFACT)
            self._code.append("EMC")
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__class__ = _Page
        page.Tabs = pdfdoc.PDFName("S")
        page.Trans = None  # reportlab would write an empty dictionary
        page.StructParents = len(self._parents)
        self._parents.append(sequences)
        for element in sequences:
            if element.page is None:
                element.page = index

    @property
    def page_index(self) -> int:
        """The number of pages before this one."""
        return int(self._pageNumber) - 1

    # -- structure ---------------------------------------------------------------------------

    @contextmanager
    def group(
        self, kind: str, key: Hashable = None, attributes: Mapping[str, str] | None = None
    ) -> Iterator[Element]:
        """Elements opened inside belong to this one; the same `key` continues the same element."""
        element = self._element(kind, key, attributes)
        self._open.append(element)
        try:
            yield element
        finally:
            self._open.pop()

    @contextmanager
    def content(
        self, kind: str, key: Hashable = None, attributes: Mapping[str, str] | None = None
    ) -> Iterator[Element]:
        """What is painted inside is the content of this element."""
        before = self._current
        with self.group(kind, key, attributes) as element:
            self._switch(element)
            try:
                yield element
            finally:
                self._switch(before)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is painted inside is decoration, and not read out."""
        before = self._current
        self._switch(None)
        try:
            yield
        finally:
            self._switch(before)

    def link(self, element: Element, key: str, box: tuple[float, ...], words: str) -> None:
        """Make `box` (left, bottom, right, top) a link to the bookmark, as part of `element`."""
        annotation = _Link(
            box,
            words,
            self._bookmarkReference(key),
            Border="[0 0 0]",
            F=4,
            StructParent=len(self._parents),
        )
        name = f"Link{len(self._parents)}"
        self._parents.append(element)
        self._addAnnotation(annotation, name)
        element.kids.append((self.page_index, self._doc.annotationName(name)))

    def _element(self, kind: str, key: Hashable, attributes: Mapping[str, str] | None) -> Element:
        if key is not None and key in self._known:
            return self._known[key]
        element = Element(kind, self._open[-1], attributes)
        if key is not None:
            self._known[key] = element
        return element

    def _switch(self, element: Element | None) -> None:
        if element is self._current:
            return
        if element is None:
            self._code.append(f"EMC {_ARTIFACT}")
        else:
            number = len(self._sequences)
            self._sequences.append(element)
            element.kids.append((self.page_index, number))
            self._code.append(f"EMC /{element.kind} <</MCID {number}>> BDC")
        self._current = element

    # -- output ------------------------------------------------------------------------------

    def finish(self) -> bytes:
        """Write the document; the canvas cannot be used again."""
        for number, element in enumerate(self._root.walk()):
            element.name = f"Element{number}"
            written = Written(partial(element_bytes, element))
            self._doc.Reference(written, element.name)
        self.save()
        return self._buffer.getvalue()


def _pin_time(document: Any, meta: Metadata) -> None:  # noqa: ANN401 - reportlab has no types
    """Set the only time in the file to the assessment's day, at midnight UTC."""
    moment = datetime(meta.day.year, meta.day.month, meta.day.day, tzinfo=UTC)
    stamp = document._timeStamp  # noqa: SLF001 - reportlab has no other way
    stamp.t = moment.timestamp()
    stamp.lt = gmtime(stamp.t)
    stamp.YMDhms = tuple(stamp.lt)[:6]
    stamp.dhh = stamp.dmm = 0


def _output_intent(document: Any) -> Any:  # noqa: ANN401 - reportlab has no types
    profile = pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({"N": 3}), srgb_profile(), [pdfdoc.PDFZCompress]
    )
    return pdfdoc.PDFArray(
        [
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("OutputIntent"),
                    "S": pdfdoc.PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
                    "Info": pdfdoc.PDFString("sRGB IEC61966-2.1"),
                    "DestOutputProfile": document.Reference(profile),
                }
            )
        ]
    )
