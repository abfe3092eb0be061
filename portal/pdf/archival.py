"""A PDF made for keeping: the tagged PDF/UA-1 turned into PDF/A-3a as well, with its data attached."""

import mimetypes
from io import BytesIO

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String

from portal.pdf.weasy import colour_profile

COLOURS = "sRGB2014.icc"
MADE = "D:20000101000000Z"
PRINTED = 4
PDFA, UA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"


def archival_pdf(pdf: bytes, data: dict[str, bytes]) -> bytes:
    """The PDF with the files that hold its data, by their names; the same input gives the same bytes."""
    kept = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        _fix_colours(document)
        _print_links(document)
        for name, content in data.items():
            _attach(document, name, content)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata[f"{PDFA}part"], metadata[f"{PDFA}conformance"] = "3", "A"
            metadata[f"{UA}part"] = "1"
        document.save(kept, deterministic_id=True)
    return kept.getvalue()


def _fix_colours(document):
    """Says which red, green and blue are meant, by the profile that comes with WeasyPrint."""
    profile = document.make_stream(colour_profile(COLOURS), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(COLOURS),
        Info=String(COLOURS),
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


def _print_links(document):
    """Links are part of what is printed, as PDF/A asks of every annotation."""
    for page in document.pages:
        for annotation in page.get(Name.Annots, Array()):
            annotation.F = PRINTED


def _attach(document, name, content):
    """As a file associated with the document, which PDF/A asks of every attachment; its days are fixed."""
    kind, _ = mimetypes.guess_type(name)
    document.attachments[name] = AttachedFileSpec(
        document,
        content,
        filename=name,
        description=f"data of this document: {name}",
        mime_type=kind or "application/octet-stream",
        creation_date=MADE,
        mod_date=MADE,
        relationship=Name.Data,
    )
