"""A project's own page."""

from datetime import date

import pytest

from partners.models import FormerName, OrganizationKind
from portal.records import Publication
from projects.models import Activity, Participation, ProjectResult
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_group,
    make_organization,
    make_person,
    make_project,
    make_school,
    make_things,
)
from tests.files import pdf, picture, upload
from tests.reading import page_of

pytestmark = pytest.mark.django_db


def test_tells_what_it_was(client):
    """Title, day, place, partner, objective, activities, subjects, results, stages and its place in the report."""
    project = make_project(
        title="เปิดโลกการศึกษา",
        partner=make_organization(name="หนอง"),
        starts_on=date(2014, 8, 23),
        ends_on=date(2014, 8, 23),
        venue="สนามโรงเรียน",
        objective="ให้เด็กสุขภาพดี",
        subjects="คณิตศาสตร์\nวิทยาศาสตร์",
        story="เล่าเรื่อง",
        partner_plans=True,
        source_note="จดจากคำบอก",
    )
    Activity.objects.create(project=project, name="นิทรรศการ")
    ProjectResult.objects.create(project=project, what="เปิดสอน", low=3, unit="วิชา")
    page = page_of(client, project)
    for words in (
        "เปิดโลกการศึกษา",
        "องค์การบริหารส่วนตำบลหนอง",
        "วันเสาร์ที่ 23 สิงหาคม 2557",
        "สนามโรงเรียน",
        "ให้เด็กสุขภาพดี",
        "วิทยาศาสตร์",
        "เล่าเรื่อง",
        "นิทรรศการ",
        "3 วิชา",
        "วางแผน (P)",
        f"/reports/2557/#project-{project.code}",
    ):
        assert words in page
    assert "ดำเนินการ (D)" not in page
    assert "จดจากคำบอก" not in page


def test_what_is_unknown_is_said(client):
    """A project of which little is known says so."""
    page = page_of(client, make_project())
    for words in ("ไม่ระบุวันที่", "ไม่ระบุสถานที่", "ไม่ระบุจำนวนเงิน", "ไม่ระบุผู้เข้าร่วม", "ยังไม่มีหลักฐาน"):
        assert words in page


@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
def test_not_confirmed_is_unknown_to_outsiders(client, status):
    """An outsider finds no page of a draft or of a cancelled project."""
    assert client.get(make_project(status=status).get_absolute_url()).status_code == 404


def test_draft_is_marked_for_staff(client_of, editor):
    """Staff read a draft, marked as one, with the way to mend it and no link into the report."""
    project = make_project(status=Publication.DRAFT)
    page = page_of(client_of(editor), project)
    assert '<span class="tag warn">ร่าง</span>' in page
    assert f"/admin/projects/project/{project.pk}/change/" in page
    assert "#project-" not in page


def test_outsider_sees_no_edit_link(client):
    """Nobody else is shown the way to the records."""
    assert "/change/" not in page_of(client, make_project())


def test_who_gave_what_with_the_total(client):
    """Every gift received, with unknown amounts and things apart from the total; nothing that is planned."""
    project = make_project()
    make_contribution(project=project, amount=45_500)
    make_contribution(project=project, amount=None)
    make_contribution(project=project, amount=9_999, receipt="planned")
    make_things(project=project, quantity=1200, recipient_words="นักเรียนทุกคน")
    response = client.get(project.get_absolute_url())
    page = response.text
    assert response.context["totals"].cash == 45_500
    assert "ไม่นับอีก 1 รายการที่ไม่ระบุจำนวนเงิน" in page
    assert "รถบัส 1,200 คัน ไม่นำมารวมกับเงิน" in page
    assert "ให้แก่ นักเรียนทุกคน" in page
    assert "9,999" not in page


def test_givers_bear_the_name_of_the_year(client):
    """A giver that was renamed stands under the name of the project's year."""
    giver = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY, name="ใหม่")
    FormerName.objects.create(organization=giver, kind="sao", name="เก่า", until=date(2014, 9, 30))
    page = page_of(client, make_contribution(project=make_project(partner=giver)).project)
    assert "องค์การบริหารส่วนตำบลเก่า" in page
    assert "เทศบาลตำบลใหม่" not in page


def test_private_giver_is_the_role_to_outsiders(client, client_of, editor):
    """An outsider reads the role, staff who may read people the name."""
    gift = make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    page = page_of(client, gift.project)
    assert "ผู้มีจิตศรัทธา" in page
    assert "สมชาย" not in page
    assert "นายสมชาย ใจดี" in page_of(client_of(editor), gift.project)


def test_who_took_part(client):
    """Schools with their numbers, a whole network, every school in words."""
    project, school = make_project(), make_school(name="วัดหวัง")
    group = make_group(name="เครือข่ายควนขนุน")
    Participation.objects.create(project=project, organization=school, pupils=51, detail="ชั้น ป.6")
    Participation.objects.create(project=project, audience="group", group=group)
    Participation.objects.create(project=project, audience="every_school", source_note="เดาเอา")
    page = page_of(client, project)
    assert f'<a href="/schools/{school.code}/">โรงเรียนวัดหวัง</a>' in page
    assert f'<a href="/networks/{group.code}/">โรงเรียนในเครือข่ายควนขนุน</a>' in page
    for words in ("นักเรียน 51 คน", "ชั้น ป.6", "ทุกโรงเรียนในสังกัด"):
        assert words in page
    assert "เดาเอา" not in page


def test_evidence_is_its_own_its_gifts_and_its_agreements(client):
    """All three are told once; a gift that is only planned proves nothing."""
    own, of_gift, of_plan, of_deal = map(make_document, ("ของโครงการ", "ของเงิน", "ของแผน", "ของข้อตกลง"))
    deal = make_agreement()
    deal.documents.add(of_deal, own)
    project = make_project(agreement=deal)
    project.documents.add(own)
    make_contribution(project=project, document=of_gift)
    make_contribution(project=project, document=of_plan, receipt="planned")
    papers = client.get(project.get_absolute_url()).context["papers"]
    assert {document.title for document in papers} == {"ของโครงการ", "ของเงิน", "ของข้อตกลง"}
    assert len(papers) == 3


def test_public_evidence_opens_and_the_rest_is_kept_at_the_office(client):
    """As in the report every title is named; only a public file has a link."""
    project = make_project()
    opened = make_document("เปิดได้", is_public=True, file=upload("a.pdf", pdf()))
    kept = make_document("เก็บไว้", file=upload("ชื่อลับ.pdf", pdf()), number="23/2557")
    project.documents.add(opened, kept)
    page = page_of(client, project)
    assert f"/documents/{opened.code}/file/" in page
    assert f"/documents/{kept.code}/file/" not in page
    assert "เก็บไว้" in page
    assert "เลขที่ 23/2557" in page
    assert page.count("เก็บที่สำนักงาน") == 1
    assert "ชื่อลับ" not in page


def test_only_public_photos_are_shown(client):
    """A public photo is a picture with words; another is only named."""
    project = make_project()
    shown = make_document("เด็กบนเวที", kind="photo", is_public=True, file=upload("a.jpg", picture()))
    kept = make_document("ภาพในห้อง", kind="photo", file=upload("b.jpg", picture()))
    project.documents.add(shown, kept)
    page = page_of(client, project)
    assert f'src="/documents/{shown.code}/picture/" alt="เด็กบนเวที"' in page
    assert f"/documents/{kept.code}/picture/" not in page
    assert page.count("ภาพในห้อง") == 1


def test_agreement_is_told_once_it_is_confirmed(client, client_of, editor):
    """An outsider reads of a confirmed agreement and not of a draft; staff read of both."""
    draft = make_agreement(title="ข้อตกลงร่าง", status=Publication.DRAFT)
    project = make_project(agreement=make_agreement(title="ข้อตกลงจริง"))
    resting = make_project(agreement=draft)
    assert "ข้อตกลงจริง" in page_of(client, project)
    assert "ข้อตกลงร่าง" not in page_of(client, resting)
    assert "ข้อตกลงร่าง" in page_of(client_of(editor), resting)


def test_twins_of_the_years_beside(client):
    """Last year's project and next year's are a link away; a draft is not."""
    before = make_project(title="ก่อน", fiscal_year=2556)
    project = make_project(last_year=before)
    after = make_project(title="หลัง", fiscal_year=2558, last_year=project)
    make_project(title="ร่างปีหน้า", fiscal_year=2558, last_year=project, status=Publication.DRAFT)
    page = page_of(client, project)
    assert f'<dt>ปีก่อน</dt><dd><a href="{before.get_absolute_url()}">' in page
    assert f'<dt>ปีถัดไป</dt><dd><a href="{after.get_absolute_url()}">' in page
    assert "ร่างปีหน้า" not in page
