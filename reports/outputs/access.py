"""Access to the internal report of the office, which names people."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.roles import reads_people


def reads_internal(user) -> bool:
    """Return whether a user may read the internal report, which names people."""
    return user.is_staff and user.has_perm("reports.view_annualreport") and reads_people(user)


def name_for_reader(record, *, public: bool) -> str:
    """Return the full name for the office, and for the public the public name: of a private person, the role."""
    return record.public_name if public else record.full_name


def refuse(request):
    """Redirect an outsider to the sign-in page; raise PermissionDenied for a signed-in user."""
    if request.user.is_authenticated:
        raise PermissionDenied
    return redirect_to_login(request.get_full_path())


def internal_only(view):
    """Decorate a view so that only readers of the internal report may open it."""

    @never_cache
    @require_safe
    @wraps(view)
    def checked(request, *args, **kwargs):
        return view(request, *args, **kwargs) if reads_internal(request.user) else refuse(request)

    return checked
