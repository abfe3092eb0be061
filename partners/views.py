"""Files of documents, for those who may read them."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partners.models import Document


@require_safe
@never_cache
@login_required(login_url="admin:login")
def document_file(request, code):
    """The file of a document under the name it was uploaded with, for staff who may view documents."""
    if not (request.user.is_staff and request.user.has_perm("partners.view_document")):
        raise PermissionDenied
    document = get_object_or_404(Document, code=code)
    if not document.file:
        raise Http404("เอกสารนี้ไม่มีไฟล์")
    try:
        content = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404("ไม่พบไฟล์ของเอกสารนี้ในคลัง ให้อัปโหลดใหม่") from error
    return FileResponse(content, as_attachment=True, filename=document.file_name)
