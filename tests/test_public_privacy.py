"""An outsider walks every public address, and every download, and finds nothing that is not meant for him."""

from io import BytesIO
from urllib.parse import urlencode
from zipfile import ZipFile

import pypdfium2
import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from factories import (
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
from openpyxl import load_workbook

from partners.models import Contact, Document
from portal.places import load_places
from portal.records import Publication
from tests.files import picture, upload
from tests.printings import print_all
from tests.public_pages import addresses, names, rows
from tests.signing import make_report, sign

LISTS = [
    "partner-list",
    "agreement-list",
    "document-list",
    "network-list",
    "school-list",
    "project-list",
    "contribution-list",
]
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


@pytest.fixture(scope="module")
def walked(django_db_setup, django_db_blocker, tmp_path_factory):
    media = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=media), django_db_blocker.unblock(), transaction.atomic():
        plant()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def planted(walked, db):
    """Beside what is public, something of each kind that is not; planted once, for these tests only read."""


def plant():
    load_places()
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
    """All of it frozen in an edition."""
    two = [User.objects.create_superuser(name) for name in ("ผู้จัดทำ", "ผู้ลงนาม")]
    sign(make_report(), *two)


def read(response):
    """All the words that an answer holds, whatever its form."""
    content = response.getvalue() if response.streaming else response.content
    kind = response.get("Content-Type", "")
    if "spreadsheet" in kind:
        book = load_workbook(BytesIO(content))
        return " ".join(str(cell.value) for sheet in book for row in sheet.rows for cell in row)
    if "wordprocessing" in kind:
        return ZipFile(BytesIO(content)).read("word/document.xml").decode()
    if kind == "application/pdf":
        pdf = pypdfium2.PdfDocument(content)
        pages = "".join(page.get_textpage().get_text_range() for page in pdf)
        return pages + str(pdf.get_metadata_dict())
    return content.decode(errors="replace")


def leaks(text):
    return {what for what, secret in SECRETS.items() if secret in text}


def found(client, paths):
    """What leaks, and where."""
    leaking = {path: leaks(read(client.get(path))) for path in paths}
    return {path: what for path, what in leaking.items() if what}


def downloads():
    return [
        f"{path}?download={form}" for name in LISTS for path in [reverse(name)] for form in ("xlsx", "csv")
    ]


def test_every_public_address_has_its_row(db):
    """A new page cannot be forgotten here."""
    assert names() == set(rows())


def test_no_page_tells_an_outsider_a_secret(client, planted):
    """Neither a list, nor a page, nor the report and its PDF."""
    assert found(client, addresses()) == {}


def test_no_download_tells_an_outsider_a_secret(client, planted):
    """A spreadsheet holds what the page shows and no more."""
    assert found(client, downloads()) == {}


@pytest.mark.parametrize("what", SECRETS)
def test_no_search_finds_a_secret(client, planted, what):
    """Half of it is typed; the other half must not come back."""
    half = SECRETS[what][: len(SECRETS[what]) // 2]
    assert found(client, [f"{reverse('search')}?{urlencode({'q': half})}"]) == {}


def test_the_files_are_closed(client, planted):
    """The file of an unpublished document is not given, nor is its picture."""
    closed = [
        reverse(name, args=args) for name in ("document-file", "document-picture") for args in rows()[name]
    ]
    assert closed
    assert all(client.get(path).status_code == 302 for path in closed)


def test_the_walk_would_find_a_secret(staff_client, planted):
    """Staff, who may read people and drafts, meet secrets on the same walk."""
    met = set().union(*found(staff_client, addresses()).values())
    assert {"a draft", "a draft agreement"} <= met
