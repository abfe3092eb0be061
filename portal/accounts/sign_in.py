"""Reading the signed-in account, forcing a new first password, and locking out after failed tries."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import Max
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone


class AccountBackend(ModelBackend):
    """Django's backend, which reads the relations of an account that every page needs in the same query."""

    def get_user(self, user_id):
        accounts = User.objects.select_related(*settings.READ_WITH_ACCOUNT)
        user = accounts.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


def first_password_first(get_response):
    """Redirect accounts with a first password to the page of the new one."""

    def middleware(request):
        must_choose = hasattr(request.user, "first_password")
        if must_choose and request.path not in (reverse("first-password"), reverse("logout")):
            return redirect("first-password")
        return get_response(request)

    return middleware


def too_many_tries(request, response, credentials):
    """Return the page that says when to try again, at a full minute."""
    tries = AccessAttempt.objects.filter(username=credentials["username"], ip_address=request.axes_ip_address)
    opens = tries.aggregate(last=Max("attempt_time"))["last"] + settings.AXES_COOLOFF_TIME
    again = timezone.localtime(opens + timedelta(minutes=1)).replace(second=0, microsecond=0)
    page = render(request, "portal/accounts/too_many_tries.html", {"again": again}, status=429)
    page["Retry-After"] = int((again - timezone.now()).total_seconds())
    return page
