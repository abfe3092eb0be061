"""Signing in and changing one's own password; and the address for reports of weaknesses."""

from datetime import timedelta

from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.mixins import UserPassesTestMixin
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from portal.accounts.first_passwords import clear_first_password


class SignIn(LoginView):
    """The sign-in page; it leads staff to the admin and directors to the first page."""

    def get_default_redirect_url(self):
        return reverse("admin:index" if self.request.user.is_staff else "home")


class ChangePassword(PasswordChangeView):
    template_name = "portal/accounts/password.html"
    success_url = reverse_lazy("password-changed")


class OwnPasswordForm(SetPasswordForm):
    """A form for a new password that differs from the first one."""

    def clean_new_password1(self):
        password = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError("รหัสผ่านใหม่ต้องต่างจากรหัสผ่านแรกในใบแจ้ง")
        return password

    @transaction.atomic
    def save(self, commit=True):
        clear_first_password(self.user)
        return super().save(commit)


class ChooseOwnPassword(UserPassesTestMixin, PasswordChangeView):
    """The page to change a first password; the old one is not asked for, since it was just typed."""

    form_class = OwnPasswordForm
    template_name = "portal/accounts/first_password.html"
    success_url = reverse_lazy("password-changed")

    def test_func(self):
        return hasattr(self.request.user, "first_password")

    def handle_no_permission(self):
        return redirect("password-change" if self.request.user.is_authenticated else "login")


def security_txt(request):
    """Return the address for reports of weaknesses, as RFC 9116 specifies, valid for 180 days."""
    expires = (timezone.now() + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    context = {"expires": expires.isoformat()}
    return render(request, "portal/accounts/security.txt", context, content_type="text/plain; charset=utf-8")
