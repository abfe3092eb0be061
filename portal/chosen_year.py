"""The fiscal year that a person last chose, kept in the session for lists and forms to open on."""

from django.utils import timezone

from portal.thai.dates import fiscal_year

KEY = "fiscal_year"


def chosen_year(request) -> int | None:
    """The fiscal year (พ.ศ.) this person last chose, if any."""
    return request.session.get(KEY)


def choose_year(request, year: int) -> None:
    """Keeps the fiscal year (พ.ศ.) that this person chose."""
    request.session[KEY] = year


def opening_year(request):
    """The fiscal year a new form begins with: the one last chosen, else today's."""
    return chosen_year(request) or fiscal_year(timezone.localdate())
