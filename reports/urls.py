from django.urls import path

from reports import views

urlpatterns = [
    path("", views.home, name="home"),
    path("reports/", views.report_list, name="report-list"),
    path("reports/<int:year>/", views.report_page, name="report"),
    path("reports/<int:year>/pdf/", views.report_pdf, name="report-pdf"),
]
