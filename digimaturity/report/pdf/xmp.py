"""The document's metadata as XMP, with the PDF/A and PDF/UA identification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself; `day` is its only date.

    `code` identifies the content, `keywords` name the versions it was made with. `archival` says
    that it is PDF/A: of a form it would be untrue once filled, and viewers open such files locked.
    """

    title: str
    author: str
    subject: str
    creator: str
    language: str
    day: date
    code: str = ""
    keywords: str = ""
    archival: bool = True


def xmp_packet(meta: Metadata, producer: str) -> bytes:
    """The XMP packet; PDF/A wants the PDF/UA property described by an extension schema."""
    archival = (_ARCHIVAL, _EXTENSION) if meta.archival else ("", "")
    moment = f"{meta.day.isoformat()}T00:00:00+00:00"
    return _PACKET.format(
        title=_alternative(meta.title),
        subject=_alternative(meta.subject),
        author=_plain(meta.author),
        creator=_plain(meta.creator),
        producer=_plain(producer),
        language=_plain(meta.language),
        moment=moment,
        identifier=_identifier(meta.code),
        keywords=_plain(meta.keywords),
        archival=archival[0],
        extension=archival[1],
    ).encode()


def _plain(text: str) -> str:
    return escape(text, quote=False)


def _identifier(code: str) -> str:
    return f"<dc:identifier>{_plain(code)}</dc:identifier>\n" if code else ""


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_plain(text)}</rdf:li></rdf:Alt>'


_ARCHIVAL = """\
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
"""

_EXTENSION = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title>{title}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description>{subject}</dc:description>
{identifier}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
{archival}<pdfuaid:part>1</pdfuaid:part>
{extension}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
