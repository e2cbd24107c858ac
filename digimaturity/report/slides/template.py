"""The empty presentation: theme, master and two layouts that the user can restyle as a whole."""

from __future__ import annotations

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, XmlPart
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster

from digimaturity.report.model.slides import SlidesModel
from digimaturity.report.slides import look
from digimaturity.report.slides.look import Box
from digimaturity.report.slides.places import Style, bar, page_number, place, tag, words
from digimaturity.report.slides.theme import themed

#: The numbers of the places in our layouts.
FOOT, NUMBER, LEAD, SOURCE, MARK, SENDER = 11, 12, 13, 14, 15, 16

_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/extended-properties"><Application>digimaturity'
    b"</Application></Properties>"
)

_TITLE = Style(28, strong=True, anchor="b")
_COVER = Style(44, strong=True, anchor="b")
_MARK = Style(12, strong=True, colour="accent5", align="r")


def empty_deck(model: SlidesModel) -> Deck:
    """A presentation of no slides, 16:9, with two layouts: cover and statement."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = look.emu(look.WIDTH), look.emu(look.HEIGHT)
    for size in deck.element.iter("{*}sldSz"):
        size.attrib.pop("type", None)
    for style in deck.element.iter("{*}defPPr"):
        for run in style.iter("{*}defRPr"):
            run.set("lang", tag(model.language))
    _without_library(deck)
    master = deck.slide_masters[0]
    layouts = list(master.slide_layouts)
    for unused in layouts[2:]:
        master.slide_layouts.remove(unused)
    _own_theme(deck)
    _master(master, model)
    _cover(layouts[0], model)
    _statement(layouts[1], model)
    return deck


def _without_library(deck: Deck) -> None:
    """Take away what tells of the library's own sample: printer, thumbnail, application."""
    package = deck.part.package
    _drop(deck.part, RT.PRINTER_SETTINGS)
    was = package.part_related_by(RT.EXTENDED_PROPERTIES)
    for kind in (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES):
        package.drop_rel(next(rel.rId for rel in package.iter_rels() if rel.reltype == kind))
    told = Part(was.partname, was.content_type, package, _APPLICATION)
    package.relate_to(told, RT.EXTENDED_PROPERTIES)


def _drop(part: XmlPart, kind: str) -> None:
    for key in [key for key, rel in part.rels.items() if rel.reltype == kind]:
        part.drop_rel(key)


def _own_theme(deck: Deck) -> None:
    """Our theme in place of the library's, which presentation and master both point to."""
    was = deck.slide_masters[0].part.part_related_by(RT.THEME)
    own = Part(was.partname, was.content_type, deck.part.package, themed(was.blob))
    for part in (deck.part, deck.slide_masters[0].part):
        _drop(part, RT.THEME)
        part.relate_to(own, RT.THEME)


def _fill(page: SlideMaster | SlideLayout, shapes: list[BaseOxmlElement]) -> None:
    """Put these shapes in place of those that are there."""
    tree = page.shapes.element
    for old in list(tree)[2:]:
        tree.remove(old)
    for shape in shapes:
        tree.append(shape)


def _master(master: SlideMaster, model: SlidesModel) -> None:
    language, prompts = model.language, model.prompts
    title, body = words(prompts.title, language), words(prompts.lead, language)
    _fill(
        master,
        [
            place(2, 'type="title"', look.TITLE, _TITLE, title),
            place(3, 'type="body" idx="1"', look.CONTENT, Style(14), body),
            *_running(4, language),
        ],
    )
    for style in master.element.iter("{*}titleStyle", "{*}bodyStyle"):
        for level in style.iter("{*}lvl1pPr"):
            level.set("algn", "l")


def _running(first: int, language: str) -> list[BaseOxmlElement]:
    """Foot and page number, which are places of the master and of every layout."""
    return [
        place(
            first,
            f'type="ftr" sz="quarter" idx="{FOOT}"',
            look.FOOT,
            Style(look.SMALL, colour="tx2"),
            words("", language),
        ),
        place(
            first + 1,
            f'type="sldNum" sz="quarter" idx="{NUMBER}"',
            look.NUMBER,
            Style(look.SMALL, colour="tx2", align="r"),
            page_number("#", language),
        ),
    ]


def _text(number: int, index: int, box: Box, style: Style, paragraph: str) -> BaseOxmlElement:
    return place(number, f'type="body" sz="quarter" idx="{index}"', box, style, paragraph)


def _cover(layout: SlideLayout, model: SlidesModel) -> None:
    language, prompts = model.language, model.prompts
    grey = Style(look.SMALL, colour="tx2")
    _begin(layout, prompts.cover)
    _fill(
        layout,
        [
            bar(2, look.BAR, _line(model)),
            place(3, 'type="ctrTitle"', look.COVER_TITLE, _COVER, words(prompts.title, language)),
            _text(4, LEAD, look.COVER_LINE, Style(18, colour="tx2"), words(prompts.lead, language)),
            _text(5, SENDER, look.COVER_SENDER, Style(14, strong=True), words("–", language)),
            _text(6, MARK, look.MARK, _MARK, words(prompts.mark, language)),
            _text(7, SOURCE, look.COVER_NOTE, grey, words(prompts.source, language)),
        ],
    )


def _statement(layout: SlideLayout, model: SlidesModel) -> None:
    language, prompts = model.language, model.prompts
    lead, source = Style(15, colour="tx2"), Style(look.SMALL, colour="tx2", anchor="b")
    rule = Box(look.LEFT, look.RULE_TOP, look.MEASURE, 0.5)
    _begin(layout, prompts.statement)
    _fill(
        layout,
        [
            bar(2, look.BAR, _line(model)),
            bar(3, rule, look.palette().hairline),
            place(4, 'type="title"', look.TITLE, _TITLE, words(prompts.title, language)),
            _text(5, LEAD, look.LEAD, lead, words(prompts.lead, language)),
            _text(6, SOURCE, look.SOURCE, source, words(prompts.source, language)),
            _text(7, MARK, look.MARK, _MARK, words(prompts.mark, language)),
            *_running(8, language),
        ],
    )


def _begin(layout: SlideLayout, name: str) -> None:
    layout.element.attrib.pop("type", None)
    layout.element.set("userDrawn", "1")
    for page in layout.element.iter("{*}cSld"):
        page.set("name", name)


def _line(model: SlidesModel) -> str:
    return model.brand.line or look.palette().accent
