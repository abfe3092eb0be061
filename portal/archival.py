"""A PDF made for keeping: PDF/A-3a with its data attached, marked as PDF/UA-1 too.

One PDF is made in one variant: `pdf_of(html, *styles, variant=VARIANT)` makes the tagged PDF/A, this adds the rest.
"""

import mimetypes
from io import BytesIO

import pikepdf
from pikepdf import AttachedFileSpec, Name

VARIANT = "pdf/a-3a"
MADE = "D:20000101000000Z"
UA = "{http://www.aiim.org/pdfua/ns/id/}part"


def archival_pdf(pdf: bytes, data: dict[str, bytes]) -> bytes:
    """The tagged PDF/A with the files that hold its data, by their names; the same input gives the same bytes."""
    kept = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for name, content in data.items():
            _attach(document, name, content)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata[UA] = "1"
        document.save(kept, deterministic_id=True)
    return kept.getvalue()


def _attach(document, name, content):
    """As an associated file, which PDF/A asks of every attachment; its days are fixed."""
    kind, _ = mimetypes.guess_type(name)
    specification = AttachedFileSpec(
        document,
        content,
        filename=name,
        mime_type=kind or "application/octet-stream",
        creation_date=MADE,
        mod_date=MADE,
        relationship=Name.Data,
    )
    document.attachments[name] = specification
    files = document.Root.get(Name.AF, pikepdf.Array())
    files.append(document.attachments[name].obj)
    document.Root[Name.AF] = files
