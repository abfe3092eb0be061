"""Live figures say what the summary of the year says, and a wrong name is answered with the right one."""

import datetime

import lxml.html
import pytest
from django.core.exceptions import ValidationError

from networks.models import GroupKind
from reports.checks.words.blanks import unknown_figure
from reports.desk.writing_forms import check_figures
from reports.figures.summary import summarize
from reports.text.narrative import narrate
from reports.text.placeholders import placeholders, unknown_figures, values_of
from tests.factories import make_contribution, make_group, make_kind, make_project, make_things
from tests.reading import page_at
from tests.reports.desk.writing import make_draft, write

pytestmark = pytest.mark.django_db
DAY = datetime.date(2014, 9, 30)


def values():
    return values_of(summarize(2557, today=DAY))


def test_the_figures_of_2557(year_2557):
    """The sample year says its own numbers."""
    said = values()
    assert said["ปีงบประมาณ"] == "2557"
    assert said["จำนวนชมรม"] == said["จำนวนชมรมครู"] == "8"
    assert said["จำนวนชมรมครูที่แจ้ง"] == "11"
    assert said["เงินสนับสนุนรวม"] == "1,189,260"
    assert said["เงินสนับสนุนจากอบต."] == said["เงินสนับสนุนจากองค์การบริหารส่วนตำบล"] == "925,060"
    assert (said["จำนวนโครงการ"], said["จำนวนภาคี"], said["จำนวนรถบัส"]) == ("13", "7", "7")
    assert (said["จำนวนโครงการที่มีหลักฐาน"], said["จำนวน MOU"]) == ("9", "3")


def test_a_year_without_money_says_so_and_no_zero():
    """What is unknown is ไม่ระบุ."""
    assert values()["เงินสนับสนุนรวม"] == "ไม่ระบุ"


def test_the_short_name_of_a_unit_stands_for_one_kind_only():
    """Two kinds counted in ศูนย์ have no figure {จำนวนศูนย์}; each has its own."""
    for name in ("ศูนย์รัฐ", "ศูนย์เอกชน"):
        make_group(kind=make_kind(name=name, unit="ศูนย์"))
    said = values()
    assert "จำนวนศูนย์" not in said
    assert (said["จำนวนศูนย์รัฐ"], said["จำนวนศูนย์เอกชน"]) == ("1", "1")


def test_things_of_one_name_in_two_units_stand_apart():
    """Water in bottles and in tanks is two figures."""
    make_things(what="น้ำดื่ม", unit="ขวด", quantity=10)
    make_things(what="น้ำดื่ม", unit="ถัง", quantity=2)
    said = values()
    assert (said["จำนวนน้ำดื่ม (ขวด)"], said["จำนวนน้ำดื่ม (ถัง)"]) == ("10", "2")


def test_the_same_text_says_what_the_records_say_now(client):
    """A gift that is recorded later is in the page without a word being typed."""
    write(make_draft(), "รวม {เงินสนับสนุนรวม} บาท จาก **{จำนวนภาคี}** แห่ง")
    project = make_project()
    make_contribution(project=project, amount=1_500)
    assert "รวม 1,500 บาท จาก 1 แห่ง" in words_without_marks(client)
    make_contribution(project=project, amount=500)
    assert "รวม 2,000 บาท" in words_without_marks(client)


def words_without_marks(client):
    """The words of the page without the marks of its notes."""
    page = lxml.html.fromstring(page_at(client, "/reports/2557/"))
    for mark in page.findall(".//sup"):
        mark.drop_tree()
    return page.text_content()


def test_a_live_figure_opens_what_it_counts(client):
    """The value in a paragraph leads to its list and to the note that says how it is counted."""
    write(make_draft(), "จาก {จำนวนภาคี} แห่ง ในปี {ปีงบประมาณ}")
    make_project()
    page = page_at(client, "/reports/2557/")
    assert 'จาก <a class="opens" href="/partners/?year=2557&amp;part=1">1</a><sup' in page
    assert "ในปี 2557" in page


def test_a_wrong_name_is_answered_with_the_nearest_right_one():
    """One letter wrong, and a name cut short."""
    make_group(kind=make_kind(name="ชมรมครู", unit="ชมรม"))
    figures = placeholders(summarize(2557, today=DAY))
    found = unknown_figures("{จำนวนชมลม} {เงินรวม} {จำนวนชมลม} {จำนวนชมรม}", figures)
    assert [(each.name, each.nearest) for each in found] == [
        ("จำนวนชมลม", "จำนวนชมรม"),
        ("เงินรวม", "เงินสนับสนุนรวม"),
    ]


def test_a_paragraph_with_an_unknown_figure_is_refused():
    """The sentence names the figure and the right one; the right one is taken."""
    report = make_draft()
    with pytest.raises(ValidationError) as refused:
        check_figures("มี {จำนวนโครงกาน} โครงการ", report)
    assert refused.value.messages == ["ไม่มีตัวเลขชื่อ {จำนวนโครงกาน} หมายถึง {จำนวนโครงการ} หรือไม่"]
    assert check_figures("มี {จำนวนโครงการ} โครงการ", report)


def test_a_figure_that_is_gone_with_its_kind_is_found():
    """A kind that is renamed leaves its old name in the prose, and the check says where."""
    group = make_group(kind=make_kind(name="ชมรมครู", unit="ชมรม"))
    (paragraph,) = write(make_draft(), "มี {จำนวนชมรมครู} ชมรม")
    summary = summarize(2557, today=DAY)
    assert list(unknown_figure(summary, narrate(2557))) == []
    GroupKind.objects.filter(pk=group.kind_id).update(name="สโมสรครู", unit="สโมสร")
    (finding,) = unknown_figure(summarize(2557, today=DAY), narrate(2557))
    assert finding.record == paragraph
    assert "{จำนวนชมรมครู}" in finding.sentence
