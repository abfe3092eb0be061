"""Who may read which people of a group: its members, its chair's phone, the directors of its schools."""

_DIRECTOR = ("ผอ", "ผู้อำนวยการ")


def sees_people(user, group):
    """Whether the user may read the names and phones of the group's people."""
    return user.has_perm("partners.view_people")


def sees_members(user, group):
    """Whether the user may read which schools and people belong to the group."""
    return user.is_authenticated or not group.kind.members_hidden


def director(contacts):
    """The contact of a school who is its director, or nothing."""
    return next((contact for contact in contacts if contact.position.startswith(_DIRECTOR)), None)
