from django.urls import path

from partners import agreement_pages, document_pages, pages, partner_pages
from partners.views import document_file

urlpatterns = [
    path("partners/", pages.partner_list, name="partner-list"),
    path("partners/<str:code>/", partner_pages.partner_page, name="partner"),
    path("agreements/", agreement_pages.agreement_list, name="agreement-list"),
    path("agreements/<str:code>/", agreement_pages.agreement_page, name="agreement"),
    path("documents/", document_pages.document_list, name="document-list"),
    path("documents/<str:code>/", document_pages.document_page, name="document"),
    path("documents/<str:code>/file/", document_file, {"field": "file"}, name="document-file"),
    path("documents/<str:code>/picture/", document_file, {"field": "picture"}, name="document-picture"),
]
