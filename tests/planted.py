"""Records beside which secrets of each kind are planted, for walks that must not find them."""

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from partners.models import Contact, Document
from portal.records import Publication
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_office,
    make_person,
    make_project,
    make_school,
)
from tests.files import picture, upload
from tests.print_jobs import print_all
from tests.signing import make_report, sign

SECRETS = {
    "a private giver": "นายปกปิด ให้เงียบ",
    "a contact's name": "นางซ่อนชื่อ ติดต่อลับ",
    "a contact's phone": "08 1111 2222",
    "a member's name": "นายสมาชิก ไม่เผยแพร่",
    "a member's phone": "08 3333 4444",
    "a signatory's name": "นางลงนาม มิเปิดเผย",
    "a source note of a project": "หมายเหตุลับโครงการ",
    "a source note of an organization": "หมายเหตุลับหน่วยงาน",
    "a draft": "โครงการร่างยังไม่เปิด",
    "a cancelled project": "โครงการยกเลิกไปแล้ว",
    "a draft agreement": "ข้อตกลงร่างยังไม่เปิด",
    "a paper of a draft": "เอกสารของร่าง",
    "a hidden member": "โรงเรียนกลุ่มสีแดงลับ",
}


def plant():
    """Make, beside what is public, something of each kind that is not."""
    office = make_office()
    office.districts.set(["9302"])
    school = make_school(
        name="บ้านเปิดเผย", subdistrict_id="930201", source_note=SECRETS["a source note of an organization"]
    )
    Contact.objects.create(
        organization=school,
        position="ผู้อำนวยการ",
        name=SECRETS["a contact's name"],
        phone=SECRETS["a contact's phone"],
    )
    giver = make_person(SECRETS["a private giver"], "ผู้มีจิตศรัทธา")
    agreement = make_agreement(title="ข้อตกลงเปิดเผย")
    agreement.parties.update(signatory_name=SECRETS["a signatory's name"])
    paper = Document.objects.create(kind="summary", title="สรุปผลเปิดเผย", file=upload("สรุป.jpg", picture()))
    project = make_project(
        title="โครงการเปิดเผย", agreement=agreement, source_note=SECRETS["a source note of a project"]
    )
    make_contribution(project=project, giver=giver, amount=500, document=paper)
    draft = make_project(title=SECRETS["a draft"], status=Publication.DRAFT)
    draft.documents.add(Document.objects.create(kind="project", title=SECRETS["a paper of a draft"]))
    make_project(title=SECRETS["a cancelled project"], status=Publication.CANCELLED)
    make_agreement(title=SECRETS["a draft agreement"], status=Publication.DRAFT)
    network = make_group(kind=make_kind(schools_belong=True))
    make_member(group=network, organization=school)
    make_member(
        group=network, person=SECRETS["a member's name"], phone=SECRETS["a member's phone"], position="chair"
    )
    colour = make_group(kind=make_kind(members_hidden=True, schools_belong=True), name="กลุ่มสีแดง")
    make_member(group=colour, role=SECRETS["a hidden member"])
    sign_the_year()
    Client().get(reverse("report-pdf", args=[2557]))
    print_all()


def sign_the_year():
    """Freeze all of it in an edition."""
    two = [User.objects.create_superuser(name) for name in ("ผู้จัดทำ", "ผู้ลงนาม")]
    sign(make_report(), *two)
