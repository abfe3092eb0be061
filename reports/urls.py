from django.contrib.sitemaps.views import sitemap
from django.urls import path

from reports import form_pages, open_data, place_pages, views
from reports.sitemaps import SITEMAPS

urlpatterns = [
    path("", views.home, name="home"),
    path("site-map/", views.site_map, name="site-map"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("search/", views.search_page, name="search"),
    path("open-data/", open_data.open_data_page, name="open-data"),
    path("open-data/<int:year>/datapackage.json", open_data.data_package, name="data-package"),
    path("open-data/<int:year>/<slug:name>.<slug:form>", open_data.open_data_file, name="open-data-file"),
    path("districts/", place_pages.district_list, name="district-list"),
    path("districts/<str:code>/", place_pages.district_page, name="district"),
    path("subdistricts/<str:code>/", place_pages.subdistrict_page, name="subdistrict"),
    path("reports/", views.report_list, name="report-list"),
    path("reports/<int:year>/", views.report_page, name="report"),
    path("reports/<int:year>/pdf/", views.report_pdf, name="report-pdf"),
    path("reports/<int:year>/report.xlsx", form_pages.report_xlsx, name="report-xlsx"),
    path("reports/<int:year>/report.docx", form_pages.report_docx, name="report-docx"),
    path("reports/<int:year>/data.json", form_pages.report_json, name="report-json"),
    path("reports/<int:year>/folder.zip", form_pages.folder_zip, name="report-folder"),
    path("reports/<int:year>/proof/", form_pages.proof_page, name="report-proof"),
    path("reports/<int:year>/proof/measure/", form_pages.measure_now, name="report-measure"),
]
