from django.urls import path

from reports.public.partners import agreements, documents, partner_list, partner_page
from reports.public.partners.document_files import document_file

urlpatterns = [
    path("partners/", partner_list.partner_list, name="partner-list"),
    path("partners/<str:code>/", partner_page.partner_page, name="partner"),
    path("agreements/", agreements.agreement_list, name="agreement-list"),
    path("agreements/<str:code>/", agreements.agreement_page, name="agreement"),
    path("documents/", documents.document_list, name="document-list"),
    path("documents/<str:code>/", documents.document_page, name="document"),
    path("documents/<str:code>/file/", document_file, {"field": "file"}, name="document-file"),
    path("documents/<str:code>/picture/", document_file, {"field": "picture"}, name="document-picture"),
]
