from django.urls import path

from reports.public.partners import agreements, documents, partner_list, partner_page

urlpatterns = [
    path("partners/", partner_list.partner_list, name="partner-list"),
    path("partners/<str:code>/", partner_page.partner_page, name="partner"),
    path("agreements/", agreements.agreement_list, name="agreement-list"),
    path("agreements/<str:code>/", agreements.agreement_page, name="agreement"),
    path("documents/", documents.document_list, name="document-list"),
    path("documents/<str:code>/", documents.document_page, name="document"),
    path("documents/<str:code>/file/", documents.document_file, {"field": "file"}, name="document-file"),
    path(
        "documents/<str:code>/picture/",
        documents.document_file,
        {"field": "picture"},
        name="document-picture",
    ),
]
