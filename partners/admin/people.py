"""Who sees people's names and phones in the admin."""

PEOPLE = {"person", "phone", "signatory_name"}


def sees_people(request):
    """Whether whoever asks may see people's names and phones."""
    return request.user.has_perm("partners.view_people")


def people_hidden(fieldsets, request):
    """The fieldsets, without the boxes of people's names and phones for those who may not see them."""
    if sees_people(request):
        return fieldsets
    return [
        (name, options | {"fields": [_without(row, PEOPLE) for row in options["fields"]]})
        for name, options in fieldsets
    ]


def _without(row, names):
    return tuple(name for name in ([row] if isinstance(row, str) else row) if name not in names)
