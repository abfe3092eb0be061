from django.contrib.sitemaps.views import sitemap
from django.urls import path

from reports import check_pages, compare_pages, edition_pages, form_pages, printing_pages
from reports.public import open_data, places, views
from reports.public.sitemaps import SITEMAPS

INTERNAL = "reports/<int:year>/editions/<int:number>/internal"

urlpatterns = [
    path("", views.home, name="home"),
    path("site-map/", views.site_map, name="site-map"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("search/", views.search_page, name="search"),
    path("open-data/", open_data.open_data_page, name="open-data"),
    path("open-data/<int:year>/datapackage.json", open_data.data_package, name="data-package"),
    path("open-data/<int:year>/<slug:name>.<slug:form>", open_data.open_data_file, name="open-data-file"),
    path("districts/", places.district_list, name="district-list"),
    path("districts/<str:code>/", places.district_page, name="district"),
    path("subdistricts/<str:code>/", places.subdistrict_page, name="subdistrict"),
    path("reports/", views.report_list, name="report-list"),
    path("reports/compare/", compare_pages.compare_page, name="compare"),
    path("reports/compare/pdf/", compare_pages.compare_pdf, name="compare-pdf"),
    path("reports/<int:year>/", views.report_page, name="report"),
    path("reports/<int:year>/pdf/", views.report_pdf, name="report-pdf"),
    path("reports/<int:year>/differences/", edition_pages.differences_page, name="report-differences"),
    path("reports/<int:year>/live/", edition_pages.live_page, name="report-live"),
    path("reports/<int:year>/editions/<int:number>/", edition_pages.edition_page, name="edition"),
    path("reports/<int:year>/editions/<int:number>/pdf/", edition_pages.edition_pdf, name="edition-pdf"),
    path(
        "reports/<int:year>/editions/<int:number>/data.json", edition_pages.edition_json, name="edition-json"
    ),
    path(
        "reports/<int:year>/editions/<int:number>/report.docx", form_pages.edition_docx, name="edition-docx"
    ),
    path(f"{INTERNAL}/", edition_pages.internal_page, name="edition-internal"),
    path(f"{INTERNAL}/pdf/", edition_pages.internal_pdf, name="edition-internal-pdf"),
    path(f"{INTERNAL}/data.json", edition_pages.internal_json, name="edition-internal-json"),
    path("check/", check_pages.check_page, name="check"),
    path("check/<str:code>/", check_pages.check_page, name="check-code"),
    path("printings/<int:pk>/", printing_pages.printing_page, name="printing"),
    path("printings/<int:pk>/file/", printing_pages.printing_file, name="printing-file"),
    path("printings/<int:pk>/now/", printing_pages.print_here, name="printing-now"),
    path("printings/<int:pk>/again/", printing_pages.print_again, name="printing-again"),
    path("reports/<int:year>/report.xlsx", form_pages.report_xlsx, name="report-xlsx"),
    path("reports/<int:year>/report.docx", form_pages.report_docx, name="report-docx"),
    path("reports/<int:year>/data.json", form_pages.report_json, name="report-json"),
    path("reports/<int:year>/folder.zip", form_pages.folder_zip, name="report-folder"),
    path("reports/<int:year>/proof/", form_pages.proof_page, name="report-proof"),
]
