from django.contrib.sitemaps.views import sitemap
from django.urls import path

from reports import place_pages, views
from reports.sitemaps import SITEMAPS

urlpatterns = [
    path("", views.home, name="home"),
    path("site-map/", views.site_map, name="site-map"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("search/", views.search, name="search"),
    path("open-data/", views.open_data, name="open-data"),
    path("districts/<str:code>/", place_pages.district_page, name="district"),
    path("subdistricts/<str:code>/", place_pages.subdistrict_page, name="subdistrict"),
    path("reports/", views.report_list, name="report-list"),
    path("reports/<int:year>/", views.report_page, name="report"),
    path("reports/<int:year>/pdf/", views.report_pdf, name="report-pdf"),
]
