"""Access to documents that are not public."""


def reads_documents(user) -> bool:
    """Return whether a user may read every document and its file, public or not."""
    return user.is_staff and user.has_perm("partners.view_document")
