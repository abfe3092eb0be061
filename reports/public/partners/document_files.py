"""Files of documents and their small pictures, for those who may read them."""

from pathlib import PurePath

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partners.models import Document
from partners.models.documents import may_view
from partners.uploads import CONTENT_TYPES, PHOTOS, saved_name


@require_safe
@never_cache
def document_file(request, code, field):
    """The file of a document, or its small picture: a public one for all, others for staff who may view documents."""
    document = Document.objects.filter(code=code).first()
    if not ((document and document.is_public) or may_view(request.user)):
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.get_full_path())
    kept = document and getattr(document, field)
    if not kept:
        raise Http404("เอกสารนี้ไม่มีไฟล์")
    try:
        content = kept.open("rb")
    except FileNotFoundError as error:
        raise Http404("ไม่พบไฟล์ของเอกสารนี้ในคลัง ให้อัปโหลดใหม่") from error
    return _harmless(content, saved_name(document.file_name, PurePath(kept.name).suffix))


def _harmless(content, name):
    """A photo to look at, anything else to save; a browser takes it for nothing else and runs nothing in it."""
    suffix = PurePath(name).suffix.lower()
    response = FileResponse(
        content,
        as_attachment=suffix not in PHOTOS,
        filename=name,
        content_type=CONTENT_TYPES.get(suffix, "application/octet-stream"),
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
