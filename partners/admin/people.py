"""The boxes of the admin that hold people's names and phones."""

from partners.access import reads_people

PEOPLE = {"person", "phone", "signatory_name"}


def people_hidden(fieldsets, request):
    """The fieldsets, without the boxes of people's names and phones for those who may not see them."""
    if reads_people(request.user):
        return fieldsets
    return [
        (name, options | {"fields": [_without(row, PEOPLE) for row in options["fields"]]})
        for name, options in fieldsets
    ]


def _without(row, names):
    return tuple(name for name in ([row] if isinstance(row, str) else row) if name not in names)
