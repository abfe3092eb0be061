"""The fiscal year that a person last chose, kept in the session for lists and forms to open on."""

KEY = "fiscal_year"


def chosen_year(request) -> int | None:
    """The fiscal year (พ.ศ.) this person last chose, if any."""
    return request.session.get(KEY)


def choose_year(request, year: int) -> None:
    """Keeps the fiscal year (พ.ศ.) that this person chose."""
    request.session[KEY] = year
