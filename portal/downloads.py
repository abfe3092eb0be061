"""Files that a page hands out."""

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
BYTES = "application/octet-stream"


def attachment(content, name: str, *, save: bool = True) -> HttpResponse | StreamingHttpResponse:
    """Return a file to save under a name, or with `save=False` to look at; its type follows from its suffix.

    The content is bytes, text, or an iterator of bytes, which is sent while it is made.
    """
    response = HttpResponse if isinstance(content, bytes | str) else StreamingHttpResponse
    headers = {"Content-Disposition": content_disposition_header(save, name)}
    return response(content, content_type=_type_of(name), headers=headers)


def sandboxed_file(file, name: str) -> FileResponse:
    """Return a stored file that somebody uploaded: a photo to look at, anything else to save.

    A browser takes it for nothing else and runs nothing in it. Raises Http404 when the file is lost.
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
    return CONTENT_TYPES.get(PurePath(name).suffix.lower(), BYTES)
