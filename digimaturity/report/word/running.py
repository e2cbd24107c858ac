"""What stands on every page: head, foot, and the mark of a draft."""

from __future__ import annotations

import re
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from digimaturity.report.model.paper import Running
from digimaturity.report.word.elements import Element, element, field, paragraph, runs, strong
from digimaturity.report.xml_text import xml_text

_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
#: As Word itself makes a watermark, by whose name its own command finds it to take it away.
_WATERMARK = """
<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
               path="m@7,l@8,m@5,21600l@6,21600e">
    <v:formulas>
      <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
      <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
      <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
      <v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
      <v:f eqn="sum @6 0 @5"/>
    </v:formulas>
    <v:path textpathok="t" o:connecttype="custom"
            o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
    <v:textpath on="t" fitshape="t"/>
    <o:lock v:ext="edit" text="t" shapetype="t"/>
  </v:shapetype>
  <v:shape type="#_x0000_t136" alt="" o:allowincell="f" fillcolor="#eceff1" stroked="f"
           style="position:absolute;margin-left:0;margin-top:0;width:380pt;height:127pt;\
rotation:315;z-index:-251658752;mso-position-horizontal:center;\
mso-position-horizontal-relative:margin;mso-position-vertical:center;\
mso-position-vertical-relative:margin">
    <v:textpath style="font-family:&quot;IBM Plex Sans&quot;;font-size:1pt"/>
  </v:shape>
</w:pict>
"""
_TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_SHAPE_ID = "{urn:schemas-microsoft-com:office:office}spid"


def add_running(document: Document, running: Running) -> None:
    """Foot and mark of a draft on every page of a document that has a head of its own."""
    section = document.sections[0]
    _fill(section.header.part.element, [paragraph("Header")], running.draft, 1)
    _fill(section.footer.part.element, _foot(running), "", 0)


def add_report_running(document: Document, running: Running, *, last: Element) -> None:
    """Head and foot of a report; the cover has neither, but it has the mark of a draft.

    Up to its paragraph `last` the head names no chapter: Word would name the next one.
    """
    first_part = deepcopy(document.element.body.sectPr)
    last.find(qn("w:pPr")).append(first_part)
    document.element.body.sectPr.remove(document.element.body.sectPr.find(qn("w:titlePg")))
    front, chapters = document.sections
    _fill(front.header.part.element, [_head(running)], running.draft, 1)
    if running.draft:
        _fill(front.first_page_header.part.element, [paragraph("Header")], running.draft, 2)
    _fill(front.footer.part.element, _foot(running), "", 0)
    chapter = field("STYLEREF 1", "")
    chapters.header.is_linked_to_previous = False
    _fill(chapters.header.part.element, [_head(running, *chapter)], running.draft, 3)


def _head(running: Running, *chapter: Element) -> Element:
    """The company at the left; chapter and mark at the right."""
    mark = runs("  " + running.mark, "Mark") if running.mark else []
    return paragraph("Header", strong(running.company), "\t", chapter, mark)


def _foot(running: Running) -> list[Element]:
    foot = [paragraph("Footer", running.foot, "\t", *_page(running.page))]
    if running.confidential:
        foot.append(paragraph("Footer", running.confidential))
    return foot


def _page(words: str) -> list[list[Element]]:
    """``3 of 27``, worked out by Word."""
    parts = re.split(r"(\{pages?\})", words)
    return [field(_FIELDS[part], "1") if part in _FIELDS else runs(part) for part in parts]


def _fill(part: Element, blocks: list[Element], draft: str, number: int) -> None:
    for child in part.findall(qn("w:p")):
        part.remove(child)
    if draft:
        blocks[0].append(element("r", _watermark(draft, number)))
    part.extend(blocks)


def _watermark(words: str, number: int) -> Element:
    made = parse_xml(_WATERMARK)
    shape = made.find(_SHAPE)
    shape.set("id", f"PowerPlusWaterMarkObject{number}")
    shape.set(_SHAPE_ID, f"_x0000_s{2048 + number}")
    shape.find(_TEXT_PATH).set("string", xml_text(words))
    return made
