from django.urls import path

from reports import open_data, place_pages, views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search_page, name="search"),
    path("open-data/", open_data.open_data_page, name="open-data"),
    path("open-data/<int:year>/datapackage.json", open_data.data_package, name="data-package"),
    path("open-data/<int:year>/<slug:name>.<slug:form>", open_data.open_data_file, name="open-data-file"),
    path("feedback/", views.feedback, name="feedback"),
    path("districts/", place_pages.district_list, name="district-list"),
    path("districts/<str:code>/", place_pages.district_page, name="district"),
    path("subdistricts/<str:code>/", place_pages.subdistrict_page, name="subdistrict"),
    path("reports/", views.report_list, name="report-list"),
    path("reports/<int:year>/", views.report_page, name="report"),
    path("reports/<int:year>/pdf/", views.report_pdf, name="report-pdf"),
]
