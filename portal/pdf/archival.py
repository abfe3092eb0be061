"""Turn a tagged PDF/UA-1 into PDF/A-3a as well, with data attached."""

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
    """Return the PDF with data files attached under their names; equal input gives equal bytes."""
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        _fix_colours(document)
        for page in document.pages:
            for link in page.get(Name.Annots, Array()):
                link.F = PRINTED  # PDF/A requires the print flag of every annotation.
        for name, content in data.items():
            _attach(document, name, content)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata[f"{PDFA}part"], metadata[f"{PDFA}conformance"] = "3", "A"
            metadata[f"{UA}part"] = "1"
        document.save(output, deterministic_id=True)
    return output.getvalue()


def _fix_colours(document):
    """Embed the sRGB profile of WeasyPrint as the output intent."""
    profile = document.make_stream(colour_profile(COLOURS), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(COLOURS),
        Info=String(COLOURS),
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


def _attach(document, name, content):
    """Attach a file associated with the document, as PDF/A requires, with fixed dates."""
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
