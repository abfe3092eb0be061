"""Who reads documents that are not public."""

import pytest

from partners.access import reads_documents
from portal.roles import EDITOR

pytestmark = pytest.mark.django_db


def test_an_editor_reads_every_document(somebody):
    """The role may view documents."""
    assert reads_documents(somebody(EDITOR))


def test_a_member_of_the_staff_without_a_role_reads_no_document(somebody):
    """A staff account alone opens nothing."""
    assert not reads_documents(somebody(is_staff=True))


def test_a_permission_without_a_staff_account_reads_no_document(somebody):
    """The role of an editor opens nothing once the account is no longer one of the staff."""
    assert not reads_documents(somebody(EDITOR, is_staff=False))
