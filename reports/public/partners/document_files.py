"""Files of documents and their small pictures, for those who may read them."""

from pathlib import PurePath

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partners.access import reads_documents
from partners.models import Document
from partners.uploads import download_name
from portal.downloads import sandboxed_file


@require_safe
@never_cache
def document_file(request, code, field):
    """The file of a document, or its small picture: a public one for all, others for staff who may view documents."""
    document = Document.objects.filter(code=code).first()
    if not ((document and document.is_public) or reads_documents(request.user)):
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.get_full_path())
    kept = document and getattr(document, field)
    if not kept:
        raise Http404("เอกสารนี้ไม่มีไฟล์")
    return sandboxed_file(kept, download_name(document.file_name, PurePath(kept.name).suffix))
