"""Who sees people's names and phones on the pages of groups and schools."""


def sees_people(user, group) -> bool:
    """Whether somebody may read the names and phones of those who sit in a group."""
    return user.has_perm("partners.view_people")


def sees_contacts(user, school) -> bool:
    """Whether somebody may read the names and phones of a school's contacts."""
    return user.has_perm("partners.view_people")
