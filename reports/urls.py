from django.urls import path

from reports import place_pages, views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("open-data/", views.open_data, name="open-data"),
    path("districts/<str:code>/", place_pages.district_page, name="district"),
    path("subdistricts/<str:code>/", place_pages.subdistrict_page, name="subdistrict"),
    path("reports/", views.report_list, name="report-list"),
    path("reports/<int:year>/", views.report_page, name="report"),
    path("reports/<int:year>/pdf/", views.report_pdf, name="report-pdf"),
]
