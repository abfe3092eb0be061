from django.urls import path

from partners import pages
from partners.views import document_file

urlpatterns = [
    path("partners/", pages.partner_list, name="partner-list"),
    path("partners/<str:code>/", pages.partner_page, name="partner"),
    path("agreements/", pages.agreement_list, name="agreement-list"),
    path("agreements/<str:code>/", pages.agreement_page, name="agreement"),
    path("documents/", pages.document_list, name="document-list"),
    path("documents/<str:code>/", pages.document_page, name="document"),
    path("documents/<str:code>/file/", document_file, {"field": "file"}, name="document-file"),
    path("documents/<str:code>/picture/", document_file, {"field": "picture"}, name="document-picture"),
]
