"""Who reads the report of the office, in which people bear their names, and how others are turned away."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

INSIDE = ("reports.view_annualreport", "partners.view_people")


def reads_inside(user) -> bool:
    return user.is_staff and user.has_perms(INSIDE)


def refused(request):
    """Outsiders are asked to sign in; whoever did may not read it."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.get_full_path())


def inside_only(view):
    @never_cache
    @require_safe
    @wraps(view)
    def checked(request, *args, **kwargs):
        return view(request, *args, **kwargs) if reads_inside(request.user) else refused(request)

    return checked
