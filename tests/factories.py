"""Records with sensible defaults; a test says only what it is about."""

from datetime import date
from itertools import count

from django.contrib.auth.models import User
from django.core.files.base import ContentFile

from networks.models import Formality, Group, GroupKind, Membership, School, Scope
from partners.models import Agreement, AgreementEnd, AgreementParty, Document, Organization, OrganizationKind
from portal.models import Office
from portal.records import Publication
from portal.tables.imported_files import Import
from projects.models import Contribution, GiftForm, Project

YEAR = 2557
numbers = count(1)


def make_office(**fields):
    name = {"name": "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง", "short_name": "สพป.ตัวอย่าง"}
    return Office.objects.create(**name | fields)


def make_organization(**fields):
    return Organization.objects.create(
        **{"kind": OrganizationKind.SAO, "name": f"ภาคี{next(numbers)}"} | fields
    )


def make_person(name, role, **fields):
    return make_organization(kind=OrganizationKind.PERSON, name=name, public_role=role, **fields)


def make_school(**fields):
    return School.objects.create(
        **{"kind": OrganizationKind.SCHOOL, "name": f"วัดตัวอย่าง{next(numbers)}"} | fields
    )


def make_project(**fields):
    defaults = {"title": f"โครงการ{next(numbers)}", "fiscal_year": YEAR, "status": Publication.CONFIRMED}
    partner = fields.pop("partner", None) or make_organization()
    return Project.objects.create(partner=partner, **defaults | fields)


def make_contribution(**fields):
    """Cash of 1,000 baht, from the project's partner unless said otherwise."""
    project = fields.pop("project", None) or make_project()
    cash = {"form": GiftForm.CASH, "amount": 1000} if "form" not in fields else {}
    return Contribution.objects.create(**{"project": project, "giver": project.partner} | cash | fields)


def make_things(**fields):
    """Two buses."""
    return make_contribution(**{"form": GiftForm.THING, "what": "รถบัส", "unit": "คัน", "quantity": 2} | fields)


def make_agreement(*parties, **fields):
    defaults = {
        "title": f"ข้อตกลง{next(numbers)}",
        "status": Publication.CONFIRMED,
        "starts_on": date(2014, 1, 1),
        "end": AgreementEnd.OPEN,
    }
    agreement = Agreement.objects.create(**defaults | fields)
    for order, party in enumerate(parties or (make_organization(), make_school())):
        AgreementParty.objects.create(agreement=agreement, order=order, organization=party)
    return agreement


def make_document(title="หนังสือ", **fields):
    return Document.objects.create(**{"kind": "other", "title": title} | fields)


def make_kind(**fields):
    defaults = {
        "name": f"ประเภท{next(numbers)}",
        "unit": "เครือข่าย",
        "scope": Scope.EXTERNAL,
        "formality": Formality.FORMAL,
    }
    return GroupKind.objects.create(**defaults | fields)


def make_group(**fields):
    kind = fields.pop("kind", None) or make_kind()
    return Group.objects.create(**{"kind": kind, "name": f"เครือข่าย{next(numbers)}"} | fields)


def make_member(**fields):
    group = fields.pop("group", None) or make_group()
    return Membership.objects.create(group=group, **fields)


def make_import(**fields):
    """A file of schools that somebody sent; `text` is what it says."""
    text = fields.pop("text", "ชื่อเฉพาะ\nวัดควน\n")
    sender = fields.pop("uploaded_by", None) or User.objects.create_user(f"ผู้ส่ง{next(numbers)}")
    content = ContentFile(text.encode(), name="โรงเรียน.csv")
    defaults = {
        "kind": "schools",
        "title": "โรงเรียน",
        "screen": "networks_school",
        "file_name": "โรงเรียน.csv",
    }
    return Import.objects.create(**defaults | {"file": content, "uploaded_by": sender} | fields)
