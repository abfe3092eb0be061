"""Access to people's names and phones, and to documents that are not public."""

from portal.roles import READS_PEOPLE


def reads_people(user) -> bool:
    """Return whether a user may read the names and phones of private people (roles: เจ้าหน้าที่ and ผู้บริหาร)."""
    return user.has_perm(READS_PEOPLE)


def reads_documents(user) -> bool:
    """Return whether a user may read every document and its file, public or not."""
    return user.is_staff and user.has_perm("partners.view_document")
