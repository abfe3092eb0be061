"""When the sample year is not loaded, and what is said then."""

import pytest
from django.core.management import CommandError, call_command

from partners.models import Organization
from portal.models import Office
from projects.models import Project
from reports.models import AnnualReport
from reports.sample import load as sample

pytestmark = pytest.mark.django_db


def test_a_year_with_one_draft_counts_as_used():
    """Even a draft of somebody's is a record of the year."""
    partner = Organization.objects.create(kind="sao", name="ก")
    Project.objects.create(title="ข", fiscal_year=2557, partner=partner)
    call_command("load_2557")
    assert Project.objects.get().title == "ข"
    assert not AnnualReport.objects.exists()


def test_the_portal_of_another_office_is_refused():
    """The sample belongs to one office only."""
    Office.objects.create(name="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 1", short_name="สพป.ตรัง เขต 1")
    with pytest.raises(CommandError, match="พอร์ทัลนี้ตั้งค่าเป็น"):
        call_command("load_2557")
    assert not Organization.objects.exists()


def test_the_same_office_set_up_before_is_kept():
    """Its own organization is not made twice."""
    call_command("setup_office", name="สพป.พัทลุง เขต 2", short_name="พท. 2", districts="กงหรา")
    call_command("load_2557")
    assert Office.objects.get().short_name == "พท. 2"
    assert Organization.objects.filter(kind="office").count() == 1


@pytest.mark.parametrize(
    ("file", "right", "wrong", "sentence"),
    [
        ("projects", "amount = 45500", "amount = -1", "projects.toml · .*จำนวนเงินต้องมากกว่าศูนย์"),
        ("projects", '"23 สิงหาคม 2557"', '"31/2/2557"', "P2557-002 · held: ไม่มีวันที่ 31"),
        ("agreements", '"O-022"', '"O-999"', "organization: ไม่พบหน่วยงาน “O-999”"),
        ("documents", "about_year = 2555", "about_yaer = 2555", "D-008 · .*about_yaer"),
        ("organizations", "[[organization]]", "[[organisation]]", r"ไม่มีตาราง \[\[organization\]\]"),
        ("report", 'title = "', "title = ", "report.toml · อ่านไฟล์ไม่ได้"),
    ],
)
def test_a_mistake_in_a_file_says_where_and_nothing_is_saved(
    tmp_path, monkeypatch, file, right, wrong, sentence
):
    """File, record and reason stand in one refusal."""
    (tmp_path / "2557").mkdir()
    for source in sorted((sample.FOLDER / "2557").glob("*.toml")):
        text = source.read_text()
        changed = text.replace(right, wrong) if source.stem == file else text
        (tmp_path / "2557" / source.name).write_text(changed)
    monkeypatch.setattr(sample, "FOLDER", tmp_path)
    with pytest.raises(CommandError, match=sentence):
        call_command("load_2557")
    assert not Office.objects.exists()
