"""The answer to somebody who failed to sign in too often: when to try again."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.shortcuts import render
from django.utils import timezone


def too_many_tries(request, response, credentials):
    """A page of its own in place of the sign-in form; the time it names is the next full minute."""
    tries = AccessAttempt.objects.filter(username=credentials["username"], ip_address=request.axes_ip_address)
    opens = tries.aggregate(last=Max("attempt_time"))["last"] + settings.AXES_COOLOFF_TIME
    again = timezone.localtime(opens + timedelta(minutes=1)).replace(second=0, microsecond=0)
    page = render(request, "admin/too_many_tries.html", {"again": again}, status=429)
    page["Retry-After"] = int((again - timezone.now()).total_seconds())
    return page
