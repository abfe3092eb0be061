"""Responses with files."""

from pathlib import PurePath

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

CONTENT_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
PHOTOS = (".jpg", ".png", ".webp")


def attachment(content, name: str, *, save: bool = True) -> HttpResponse | StreamingHttpResponse:
    """Return a file to save, or with `save=False` to look at; an iterator of bytes is streamed."""
    response = HttpResponse if isinstance(content, bytes | str) else StreamingHttpResponse
    headers = {"Content-Disposition": content_disposition_header(save, name)}
    return response(content, content_type=_type_of(name), headers=headers)


def sandboxed_file(file, name: str) -> FileResponse:
    """Return an uploaded file in which a browser runs nothing: a photo to look at, anything else to save.

    Raise Http404 if the file is lost.
    """
    try:
        content = file.open("rb")
    except FileNotFoundError as error:
        raise Http404(f"ไม่พบไฟล์ “{name}” ในคลัง ให้อัปโหลดใหม่") from error
    response = FileResponse(
        content,
        as_attachment=PurePath(name).suffix.lower() not in PHOTOS,
        filename=name,
        content_type=_type_of(name),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _type_of(name):
    return CONTENT_TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream")
