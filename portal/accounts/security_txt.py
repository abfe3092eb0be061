"""Where to tell of a weakness of the portal, as RFC 9116 asks."""

from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone

GOOD_FOR = timedelta(days=180)


def security_txt(request):
    expires = (timezone.now() + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    return render(
        request,
        "portal/accounts/security.txt",
        {"expires": expires.isoformat()},
        content_type="text/plain; charset=utf-8",
    )
