from django.contrib import admin
from django.contrib.auth.views import LogoutView, PasswordChangeDoneView
from django.urls import include, path

from portal import account_pages, feedback_pages

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/login/", account_pages.SignIn.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
    path("accounts/password/", account_pages.ChangePassword.as_view(), name="password-change"),
    path(
        "accounts/password/changed/",
        PasswordChangeDoneView.as_view(template_name="registration/password_changed.html"),
        name="password-changed",
    ),
    path("accounts/first-password/", account_pages.ChooseOwnPassword.as_view(), name="first-password"),
    path("accounts/forgotten/", feedback_pages.forgotten, name="forgotten"),
    path("feedback/", feedback_pages.feedback, name="feedback"),
    path("", include("partners.urls")),
    path("", include("networks.urls")),
    path("", include("projects.urls")),
    path("", include("reports.urls")),
]
