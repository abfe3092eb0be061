from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import LogoutView, PasswordChangeDoneView
from django.urls import include, path
from django.views.generic import TemplateView

from portal.accounts import feedback_pages, pages

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/login/", pages.SignIn.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
    path("accounts/password/", pages.ChangePassword.as_view(), name="password-change"),
    path(
        "accounts/password/changed/",
        PasswordChangeDoneView.as_view(template_name="portal/accounts/password_changed.html"),
        name="password-changed",
    ),
    path("accounts/first-password/", pages.ChooseOwnPassword.as_view(), name="first-password"),
    path("accounts/forgotten/", feedback_pages.forgotten, name="forgotten"),
    path("feedback/", feedback_pages.feedback, name="feedback"),
    path("", include("reports.public.partners.urls")),
    path("", include("reports.public.networks.urls")),
    path("", include("reports.public.projects.urls")),
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
    path(".well-known/security.txt", pages.security_txt, name="security-txt"),
]
if settings.DEBUG_TOOLBAR:
    from debug_toolbar.toolbar import debug_toolbar_urls

    urlpatterns += debug_toolbar_urls()
