"""One's own account, outside the admin: signing in and out, and choosing a password."""

from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.mixins import UserPassesTestMixin
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy

from portal.accounts.first_passwords import own_chosen


class SignIn(LoginView):
    """Staff come to their desk and directors to the first page, unless they were on the way to another."""

    def get_default_redirect_url(self):
        return reverse("admin:index" if self.request.user.is_staff else "home")


class ChangePassword(PasswordChangeView):
    template_name = "portal/accounts/password.html"
    success_url = reverse_lazy("password-changed")


class OwnPasswordForm(SetPasswordForm):
    """A password that only its owner knows, in place of the one that the office made."""

    def clean_new_password1(self):
        password = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError("รหัสผ่านใหม่ต้องต่างจากรหัสผ่านแรกในใบแจ้ง")
        return password

    @transaction.atomic
    def save(self, commit=True):
        own_chosen(self.user)
        return super().save(commit)


class ChooseOwnPassword(UserPassesTestMixin, PasswordChangeView):
    """The first thing after the first sign-in; the old password was typed a moment ago and is not asked again."""

    form_class = OwnPasswordForm
    template_name = "portal/accounts/first_password.html"
    success_url = reverse_lazy("password-changed")

    def test_func(self):
        return hasattr(self.request.user, "first_password")

    def handle_no_permission(self):
        return redirect("password-change" if self.request.user.is_authenticated else "login")
