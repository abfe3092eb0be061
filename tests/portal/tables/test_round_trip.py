"""What is exported comes in again and changes nothing, for every kind, on the real year."""

import pytest

from networks.imports import MembershipImport, SchoolImport
from partners.imports import AgreementImport, ContactImport, OrganizationImport
from partners.models import Contact, Organization
from portal.tables.export import WRITERS
from projects.imports import ProjectImport
from tests.spreadsheets import checked

pytestmark = [pytest.mark.django_db, pytest.mark.database]

KINDS = [OrganizationImport, SchoolImport, ContactImport, AgreementImport, MembershipImport, ProjectImport]


@pytest.fixture
def year_with_contact(year_2557):
    """The year 2557, with a contact, which it has none of."""
    body = Organization.objects.get(name="ควนขนุน", kind="sao")
    Contact.objects.create(organization=body, position="ปลัด", name="นางสาวตัวอย่าง", phone="+66 74 000 000")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_export_and_import_change_nothing(year_with_contact, staff, kind, form):
    """Every row is as it stands, and nothing is asked or refused."""
    rows = kind.sheet.rows(kind.exported_records(), staff)
    content = WRITERS[form](kind.sheet.heads, rows, "ข้อมูล")
    plan = checked(kind, content, f"ข้อมูล.{form}", user=staff)
    assert len(rows) > 0
    assert dict(plan.counts) == {"same": len(rows)}
    assert (plan.problems, plan.questions) == ([], {})
