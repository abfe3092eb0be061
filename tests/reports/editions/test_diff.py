"""What differs between an edition and the records, and between two editions."""

import pytest
from django.utils import timezone

from partners.models import OrganizationKind
from projects.models import Contribution, Project
from reports.editions import signing
from reports.editions.diff import compare
from reports.editions.snapshot import edition_data
from reports.models import Paragraph
from reports.report import report_of
from tests.factories import YEAR, make_contribution, make_organization, make_project
from tests.signing import make_report, sign

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def data_now():
    return edition_data(report_of(YEAR, today=timezone.localdate(), public=False))


def changes_told(rows):
    return {(_where(row), row["what"]): (row["old"], row["new"]) for row in rows}


def _where(row):
    return f"{row['where']} ({row['code']})" if row["code"] else row["where"]


def test_nothing_changed():
    """The same records say the same."""
    make_report()
    assert compare(data_now(), data_now()) == []


def test_a_corrected_amount_is_told_everywhere_it_counts():
    """The total of the year, the partner's, the project's, and the gift itself, old and new."""
    make_report()
    before = data_now()
    Contribution.objects.update(amount=45_000)
    rows = changes_told(compare(before, data_now()))
    project = Project.objects.get()
    pair = ("30,000 บาท", "45,000 บาท")
    assert rows["ตัวเลขรวมของปี", "เงินสนับสนุนรวม"] == pair
    assert rows[f"โครงการ กีฬาตำบล ({project.code})", "เงินสนับสนุนรวม"] == pair
    assert rows[f"ภาคี {project.partner.full_name} ({project.partner.code})", "เงินสนับสนุนรวม"] == pair
    gift = rows[f"โครงการ กีฬาตำบล ({project.code})", "การสนับสนุน"]
    assert gift == tuple(f"{project.partner.full_name} {amount}" for amount in pair)


def test_a_part_of_the_cash_that_stayed_is_not_told():
    """Only the kind of giver whose sum changed is in the table."""
    make_report()
    navy = make_organization(kind=OrganizationKind.MILITARY)
    make_contribution(giver=navy, project=Project.objects.get())
    before = data_now()
    Contribution.objects.filter(giver=navy).update(amount=2_000)
    parts = [row["what"] for row in compare(before, data_now()) if row["what"].startswith("เงินสนับสนุนของ")]
    assert parts == [f"เงินสนับสนุนของ {OrganizationKind.MILITARY.label}"]


def test_a_paragraph_rewritten():
    """The prose is told with its place, as it was and as it is."""
    make_report()
    before = data_now()
    Paragraph.objects.update(text="ลงพื้นที่ทุกตำบล")
    rows = changes_told(compare(before, data_now()))
    assert rows == {("ประเด็นที่ 3 วิธีดำเนินการ ข้อ 1", "ข้อความ"): ("ประสานความร่วมมือ", "ลงพื้นที่ทุกตำบล")}


def test_a_project_added_and_one_taken_out():
    """Both are told by name, the one without a before and the other without an after."""
    make_report()
    before = data_now()
    Project.objects.update(status="cancelled")
    make_contribution(project=make_project(title="ค่ายภาษา"), amount=7_000)
    rows = compare(before, data_now())
    found = {row["what"]: (row["old"], row["new"]) for row in rows if row["section"] == "projects"}
    assert found == {"ตัดออก": ("กีฬาตำบล 30,000 บาท", ""), "เพิ่มใหม่": ("", "ค่ายภาษา 7,000 บาท")}


def test_a_record_with_a_reason_of_its_own(editor, approver):
    """Its reason stands beside it; the others bear the amendment's."""
    report = make_report()
    sign(report, editor, approver)
    project = Project.objects.get()
    project.venue, project._change_reason = "วัดหวัง", "แก้ตามคำสั่ง 12/2557"
    project.save()
    Paragraph.objects.update(text="ลงพื้นที่ทุกตำบล")
    second = sign(signing.amend(report, editor, "ตรวจทานใหม่"), editor, approver)
    reasons = {row["what"]: row["reason"] for row in second.copy_for(public=True).changes}
    assert reasons == {"สถานที่": "แก้ตามคำสั่ง 12/2557", "ข้อความ": "ตรวจทานใหม่"}
