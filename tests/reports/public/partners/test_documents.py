"""The public register of documents, and the page of each: who may know of what."""

from datetime import date

import pytest

from portal.records import Publication
from reports.models import AnnualReport, EvidenceLine, ReportItem, Standard, StandardItem
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_group,
    make_organization,
    make_person,
    make_project,
)
from tests.files import pdf, upload
from tests.lists import titles_in
from tests.spreadsheets import rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def in_report(document, year=2557):
    """The document in an evidence list of a year's report."""
    standard = Standard.objects.create(name=f"มาตรฐาน {year}")
    item = StandardItem.objects.create(standard=standard, number="3", title="ประเด็น")
    report = AnnualReport.objects.create(fiscal_year=year, standard=standard)
    EvidenceLine.objects.create(
        item=ReportItem.objects.create(report=report, standard_item=item), document=document
    )


def of_project(document, **fields):
    make_project(**fields).documents.add(document)


def of_gift(document, receipt="received", **fields):
    make_contribution(project=make_project(**fields), document=document, receipt=receipt)


def of_agreement(document, **fields):
    make_agreement(**fields).documents.add(document)


def of_projects_agreement(document, **fields):
    agreement = make_agreement(status=Publication.DRAFT)
    agreement.documents.add(document)
    make_project(agreement=agreement, **fields)


def order(document):
    make_group(order_document=document)


@pytest.mark.parametrize("tie", [of_project, of_gift, of_agreement, of_projects_agreement, order, in_report])
def test_what_proves_something_told_is_known_to_all(client, tie):
    """A document that the report names is in the register and has a page, though its file is not open."""
    document = make_document()
    tie(document)
    assert titles_in(client.get("/documents/")) == ["หนังสือ"]
    page = client.get(document.get_absolute_url()).text
    assert "เก็บที่สำนักงาน" in page
    assert "/file/" not in page


@pytest.mark.parametrize("tie", [of_project, of_gift, of_agreement, of_projects_agreement])
@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
def test_what_proves_a_draft_is_not_known(client, client_of, editor, tie, status):
    """A document of what is not confirmed is unknown to outsiders, and known to staff."""
    document = make_document("ของร่าง")
    tie(document, status=status)
    assert titles_in(client.get("/documents/")) == []
    assert client.get(document.get_absolute_url()).status_code == 404
    assert "ของร่าง" not in client.get("/documents/?download=csv").text
    assert titles_in(client_of(editor).get("/documents/")) == ["ของร่าง"]


def test_what_proves_nothing_or_only_a_plan_is_not_known(client):
    """Neither a loose document nor that of a gift not yet received is told."""
    make_document()
    of_gift(make_document(), receipt="planned")
    assert titles_in(client.get("/documents/")) == []


def test_a_public_document_is_known_whatever_it_proves(client):
    """What is marked public is told and opened."""
    document = make_document(is_public=True, file=upload("สรุป.pdf", pdf()))
    assert titles_in(client.get("/documents/")) == ["หนังสือ"]
    assert f"/documents/{document.code}/file/" in client.get(document.get_absolute_url()).text


def test_a_closed_file_opens_for_staff(client_of, editor):
    """Staff who may view documents are given the file that nobody else is."""
    document = make_document(file=upload("สรุป.pdf", pdf()))
    page = client_of(editor).get(document.get_absolute_url()).text
    assert f"/documents/{document.code}/file/" in page
    assert "เก็บที่สำนักงาน" in page


def test_the_page_says_what_it_proves_and_nothing_of_drafts(client, client_of, editor):
    """Projects, agreements, groups and reports are a link each; a draft is told to staff only, and marked."""
    document = make_document(number="23/2557", about_year=2555, issuer=make_organization(name="หนอง"))
    of_project(document, title="โครงการจริง")
    of_project(document, title="โครงการร่าง", status=Publication.DRAFT)
    of_agreement(document, title="ข้อตกลงจริง")
    of_agreement(document, title="ข้อตกลงร่าง", status=Publication.DRAFT)
    make_group(name="เครือข่ายประชาสัมพันธ์", order_document=document)
    in_report(document)
    page = client.get(document.get_absolute_url()).text
    for words in (
        "โครงการจริง",
        "ข้อตกลงจริง",
        "เครือข่ายประชาสัมพันธ์",
        "/reports/2557/#evidence-3",
        "23/2557",
        "2555",
        "องค์การบริหารส่วนตำบลหนอง",
    ):
        assert words in page
    assert "โครงการร่าง" not in page
    assert "ข้อตกลงร่าง" not in page
    page = client_of(editor).get(document.get_absolute_url()).text
    assert "โครงการร่าง" in page
    assert '<span class="tag warn">ร่าง</span>' in page


def test_a_private_issuer_is_the_role(client, client_of, editor):
    """An outsider reads the role of a person who issued it, staff the name."""
    document = make_document(is_public=True, issuer=make_person("นายสมชาย ใจดี", "ปราชญ์ชาวบ้าน"))
    page = client.get(document.get_absolute_url()).text
    assert "ปราชญ์ชาวบ้าน" in page
    assert "สมชาย" not in page
    assert "สมชาย" in client_of(editor).get(document.get_absolute_url()).text


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2013, 9, 30), False),
        (date(2013, 10, 1), True),
        (date(2014, 9, 30), True),
        (date(2014, 10, 1), False),
    ],
)
def test_a_document_belongs_to_the_year_of_its_date(client, day, found):
    """From the first to the last day of the fiscal year."""
    make_project()
    make_document(is_public=True, dated_first=day, dated_last=day)
    assert len(titles_in(client.get("/documents/?year=2557"))) == found


@pytest.mark.parametrize("tie", [of_project, of_gift])
def test_a_document_belongs_to_the_years_of_what_it_proves(client, tie):
    """An undated document is found under the year of its project and under no other."""
    make_project(fiscal_year=2556)
    tie(make_document(), fiscal_year=2557)
    assert titles_in(client.get("/documents/?year=2557")) == ["หนังสือ"]
    assert titles_in(client.get("/documents/?year=2556")) == []


def test_words_kind_and_open_file(client):
    """By title or number, by kind, by whether everybody may open the file."""
    make_document("คำสั่งแต่งตั้ง", kind="order", number="295/2557", is_public=True)
    make_document("สรุปผล", is_public=True, file=upload("a.pdf", pdf()))
    assert titles_in(client.get("/documents/?q=295/2557")) == ["คำสั่งแต่งตั้ง"]
    assert titles_in(client.get("/documents/?kind=order")) == ["คำสั่งแต่งตั้ง"]
    assert titles_in(client.get("/documents/?file=yes")) == ["สรุปผล"]
    assert titles_in(client.get("/documents/?file=no")) == ["คำสั่งแต่งตั้ง"]


def test_download_tells_neither_closed_file_names_nor_drafts(client, client_of, editor):
    """The file names the file of a public document only, and only confirmed projects."""
    document = make_document(file=upload("สัญญา นางสาวลับ.pdf", pdf()))
    of_project(document)
    of_project(document, status=Publication.DRAFT, code="P2557-999")
    [row] = rows_of(client, "/documents/?download=xlsx")
    assert row["ชื่อเอกสาร"] == "หนังสือ"
    assert not row["ไฟล์"]
    assert "P2557-999" not in row["รหัสโครงการที่ใช้เป็นหลักฐาน"]
    [row] = rows_of(client_of(editor), "/documents/?download=xlsx")
    assert row["ไฟล์"] == "สัญญา นางสาวลับ.pdf"
    assert "P2557-999" in row["รหัสโครงการที่ใช้เป็นหลักฐาน"]


def test_empty_register_says_so_and_tells_staff_where_to_begin(client, staff):
    """Without documents the page says so; staff are shown where to add one."""
    begin = "/admin/partners/document/add/"
    page = client.get("/documents/").text
    assert "ยังไม่มีเอกสารหลักฐานที่เผยแพร่" in page
    assert begin not in page
    client.force_login(staff)
    assert begin in client.get("/documents/").text
