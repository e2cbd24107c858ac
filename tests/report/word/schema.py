"""The order in which WordprocessingML wants children (ISO/IEC 29500-1, wml.xsd).

Word calls a file damaged whose elements stand in another order; other programs do not care.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_BORDERS = "top left start bottom right end between insideH insideV bar"
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
)

#: For each element all children it may have, in their order; ``|`` before those without an order.
ORDER = {
    "document": "background body",
    "pPr": _PARAGRAPH,
    "rPr": _RUN,
    "pBdr": _BORDERS,
    "tblBorders": _BORDERS,
    "tcBorders": _BORDERS,
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "numPr": "ilvl numId ins",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "trPr": "| cantSplit tblHeader cnfStyle",
    "tc": "tcPr | p tbl",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "p": "pPr | r hyperlink bookmarkStart bookmarkEnd",
    "r": "rPr | t br tab drawing fldChar instrText pict",
    "hyperlink": "| r",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": (
        "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex "
        "docPartObj"
    ),
    "docPartObj": "docPartGallery docPartCategory docPartUnique",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "settings": "writeProtection view zoom embedTrueTypeFonts embedSystemFonts saveSubsetFonts "
    "mirrorMargins proofState defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps evenAndOddHeaders characterSpacingControl footnotePr "
    "endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold",
}
_LANGUAGE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def faults(root: Any) -> Iterator[str]:  # noqa: ANN401 - an element of lxml
    """Every child that its parent may not have, or not at that place."""
    for parent in root.iter():
        if not isinstance(parent.tag, str) or not parent.tag.startswith(_LANGUAGE):
            continue
        name = parent.tag.removeprefix(_LANGUAGE)
        children = [child.tag.removeprefix(_LANGUAGE) for child in parent]
        if name not in ORDER:
            continue
        fixed, _, free = ORDER[name].partition("|")
        order = fixed.split()
        places = {word: place for place, word in enumerate(order)}
        places |= dict.fromkeys(free.split(), len(order))
        yield from (f"{child} in {name}" for child in children if child not in places)
        known = [places[child] for child in children if child in places]
        if known != sorted(known):
            yield f"order of {children} in {name}"
        if name == "tc" and children[-1:] != ["p"]:
            yield "a cell must end with a paragraph"
