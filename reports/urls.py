from django.contrib.sitemaps.views import sitemap
from django.urls import path

from reports.models import CopyAudience
from reports.public import home, open_data, places, sitemaps
from reports.public.comparison import pages
from reports.public.search.finding import search_page
from reports.public.years import downloads, editions, print_jobs, report_page, verification

EDITION = "reports/<int:year>/editions/<int:number>"
OFFICE = {"audience": CopyAudience.OFFICE}

urlpatterns = [
    path("", home.home, name="home"),
    path("site-map/", sitemaps.site_map, name="site-map"),
    path("sitemap.xml", sitemap, {"sitemaps": sitemaps.SITEMAPS}, name="sitemap"),
    path("search/", search_page, name="search"),
    path("open-data/", open_data.open_data_page, name="open-data"),
    path("open-data/<int:year>/datapackage.json", open_data.data_package, name="data-package"),
    path("open-data/<int:year>/<slug:name>.<slug:form>", open_data.open_data_file, name="open-data-file"),
    path("districts/", places.district_list, name="district-list"),
    path("districts/<str:code>/", places.district_page, name="district"),
    path("subdistricts/<str:code>/", places.subdistrict_page, name="subdistrict"),
    path("reports/", report_page.report_list, name="report-list"),
    path("reports/compare/", pages.compare_page, name="compare"),
    path("reports/compare/pdf/", pages.compare_pdf, name="compare-pdf"),
    path("reports/<int:year>/", report_page.report_page, name="report"),
    path("reports/<int:year>/pdf/", report_page.report_pdf, name="report-pdf"),
    path("reports/<int:year>/differences/", editions.differences_page, name="report-differences"),
    path("reports/<int:year>/live/", editions.live_page, name="report-live"),
    path(f"{EDITION}/", editions.edition_page, name="edition"),
    path(f"{EDITION}/pdf/", editions.edition_pdf, name="edition-pdf"),
    path(f"{EDITION}/data.json", editions.edition_json, name="edition-json"),
    path(f"{EDITION}/report.docx", downloads.edition_docx, name="edition-docx"),
    path(f"{EDITION}/internal/", editions.edition_page, OFFICE, name="edition-internal"),
    path(f"{EDITION}/internal/pdf/", editions.edition_pdf, OFFICE, name="edition-internal-pdf"),
    path(f"{EDITION}/internal/data.json", editions.edition_json, OFFICE, name="edition-internal-json"),
    path("check/", verification.check_page, name="check"),
    path("check/<str:code>/", verification.check_page, name="check-code"),
    path("print-jobs/<int:pk>/", print_jobs.print_job_page, name="print-job"),
    path("print-jobs/<int:pk>/file/", print_jobs.print_job_file, name="print-job-file"),
    path("print-jobs/<int:pk>/now/", print_jobs.print_here, name="print-job-now"),
    path("print-jobs/<int:pk>/again/", print_jobs.print_again, name="print-job-again"),
    path("reports/<int:year>/report.xlsx", downloads.report_xlsx, name="report-xlsx"),
    path("reports/<int:year>/report.docx", downloads.report_docx, name="report-docx"),
    path("reports/<int:year>/data.json", downloads.report_json, name="report-json"),
    path("reports/<int:year>/folder.zip", downloads.folder_zip, name="report-folder"),
    path("reports/<int:year>/proof/", downloads.proof_page, name="report-proof"),
]
