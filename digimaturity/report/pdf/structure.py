"""The structure tree of a tagged PDF: its elements, and how they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

if TYPE_CHECKING:
    from digimaturity.report.pdf.canvas import TaggedCanvas

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


class Written(PDFObject):  # type: ignore[misc]
    """A PDF object whose bytes are made when the file is written."""

    def __init__(self, make: Callable[[Any], bytes]) -> None:
        self.format = make


def element_bytes(canvas: TaggedCanvas, element: Element) -> bytes:
    """The dictionary of one structure element."""
    parent = element.parent.name if element.parent else Element.ROOT
    parts = [
        b"<</Type/StructElem/S/%s/P %d 0 R" % (element.kind.encode(), canvas.number_of(parent))
    ]
    if element.page is not None:
        parts.append(b"/Pg %d 0 R" % canvas.number_of_page(element.page))
    for key, value in element.attributes.items():
        data = PDFString(value).format(canvas._doc) if key in _TEXTS else value.encode()  # noqa: SLF001
        parts.append(b"/%s %s" % (key.encode(), data))
    kids = b" ".join(_kid_bytes(canvas, element, kid) for kid in element.kids)
    return b"".join(parts) + b"/K[" + kids + b"]>>"


def _kid_bytes(
    canvas: TaggedCanvas, element: Element, kid: Element | tuple[int, int | str]
) -> bytes:
    if isinstance(kid, Element):
        return b"%d 0 R" % canvas.number_of(kid.name)
    page, what = canvas.number_of_page(kid[0]), kid[1]
    if isinstance(what, str):
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (page, canvas.number_of(what))
    if kid[0] == element.page:
        return b"%d" % what
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (page, what)


def tree_bytes(
    canvas: TaggedCanvas, root: Element, parents: Sequence[Sequence[Element] | Element]
) -> bytes:
    """The root of the tree, with the way from each page's content back to its elements."""

    def reference(element: Element) -> bytes:
        return b"%d 0 R" % canvas.number_of(element.name)

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
