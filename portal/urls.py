from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from portal.security import security_txt

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("partners.urls")),
    path("", include("networks.urls")),
    path("", include("projects.urls")),
    path("", include("reports.urls")),
    path("about/", TemplateView.as_view(template_name="portal/about.html"), name="about"),
    path("contact/", TemplateView.as_view(template_name="portal/contact.html"), name="contact"),
    path("privacy/", TemplateView.as_view(template_name="portal/privacy.html"), name="privacy"),
    path("policy/", TemplateView.as_view(template_name="portal/policy.html"), name="policy"),
    path(
        "robots.txt",
        TemplateView.as_view(template_name="portal/robots.txt", content_type="text/plain"),
        name="robots",
    ),
    path(".well-known/security.txt", security_txt, name="security-txt"),
]
