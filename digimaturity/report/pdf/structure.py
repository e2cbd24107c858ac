"""The structure tree of a tagged PDF: its elements, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import ClassVar

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFString

#: Attributes whose value is a text; others are written as they stand.
_TEXTS = frozenset({"Alt", "T", "Lang", "ActualText", "E"})


class Element:
    """A structure element such as ``P`` or ``Table``.

    Its kids are elements, or (page index, marked-content number), or (page index, annotation).
    """

    ROOT: ClassVar[str] = "StructTreeRoot"

    __slots__ = ("attributes", "kids", "kind", "name", "page", "parent")

    def __init__(
        self,
        kind: str,
        parent: Element | None = None,
        attributes: Mapping[str, str] | None = None,
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.attributes = attributes or {}
        self.kids: list[Element | tuple[int, int | str]] = []
        self.page: int | None = None
        self.name = ""
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator[Element]:
        """This element and all below it that have content, in reading order."""
        self._prune()
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def _prune(self) -> None:
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.filled()]

    def filled(self) -> bool:
        """Whether anything was painted in it or below."""
        return any(not isinstance(kid, Element) or kid.filled() for kid in self.kids)


class Written(PDFObject):  # type: ignore[misc]  # reportlab has no types
    """A PDF object whose bytes are made when the file is written and objects have numbers."""

    def __init__(self, make: Callable[[PDFDocument], bytes]) -> None:
        self.format = make


def element_bytes(element: Element, document: PDFDocument) -> bytes:
    """The dictionary of one structure element."""
    parent = element.parent.name if element.parent else Element.ROOT
    parts = [
        b"<</Type/StructElem/S/%s/P %d 0 R" % (element.kind.encode(), number_of(document, parent))
    ]
    if element.page is not None:
        parts.append(b"/Pg %d 0 R" % page_number_of(document, element.page))
    for key, value in element.attributes.items():
        data = PDFString(value).format(document) if key in _TEXTS else value.encode()
        parts.append(b"/%s %s" % (key.encode(), data))
    kids = b" ".join(_kid_bytes(element, kid, document) for kid in element.kids)
    return b"".join(parts) + b"/K[" + kids + b"]>>"


def _kid_bytes(
    element: Element, kid: Element | tuple[int, int | str], document: PDFDocument
) -> bytes:
    if isinstance(kid, Element):
        return b"%d 0 R" % number_of(document, kid.name)
    page, what = page_number_of(document, kid[0]), kid[1]
    if isinstance(what, str):
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (page, number_of(document, what))
    if kid[0] == element.page:
        return b"%d" % what
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, what)


def tree_bytes(
    root: Element, parents: Sequence[Sequence[Element] | Element], document: PDFDocument
) -> bytes:
    """The root of the tree, with the way from each page's content back to its elements."""

    def reference(element: Element) -> bytes:
        return b"%d 0 R" % number_of(document, element.name)

    numbers = b" ".join(
        b"%d %s"
        % (
            index,
            reference(entry)
            if isinstance(entry, Element)
            else b"[" + b" ".join(map(reference, entry)) + b"]",
        )
        for index, entry in enumerate(parents)
    )
    return b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
        reference(root),
        numbers,
        len(parents),
    )


def number_of(document: PDFDocument, name: str) -> int:
    """The number of a named object, known while the file is written."""
    return int(document.idToObjectNumberAndVersion[name][0])


def page_number_of(document: PDFDocument, index: int) -> int:
    """The object number of a page."""
    return number_of(document, document.Pages.pages[index].__InternalName__)
