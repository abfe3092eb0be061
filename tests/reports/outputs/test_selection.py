"""A report for one partner, school or network holds what concerns it and nothing else, with its own totals."""

import datetime

import pytest
from django.http import Http404
from django.utils import timezone

from networks.models import School
from partners.models import Organization
from portal.thai.dates import format_date
from projects.models import Contribution, Participation
from reports.outputs.book import report_body, title_of
from reports.outputs.selection import selected_report
from reports.report import report_of
from tests.factories import (
    YEAR,
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_organization,
    make_person,
    make_project,
    make_school,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2014, 9, 30)


def narrowed_to(**query):
    """The report of the year for what was asked for."""
    return selected_report(YEAR, query, today=TODAY)


def titles_told(report):
    """The projects that a report tells."""
    return {line.project.title for line in report.summary.projects}


def take_part(project, **who):
    return Participation.objects.create(project=project, **who)


def test_a_partner_of_2557_has_its_own_projects_and_total(year_2557):
    """อบต.ควนขนุน: 278,500 baht for its projects, in words and in the account, and no other partner."""
    partner = Organization.objects.get(name__contains="ควนขนุน", kind="sao")
    report = narrowed_to(partner=partner.code)
    assert report.summary.totals.cash == 278_500
    assert report.summary.totals == Contribution.objects.confirmed().filter(project__partner=partner).totals()
    assert [each.organization for each in report.summary.partners] == [partner]
    body = report_body(report)
    assert "278,500" in body
    assert "1,189,260" not in body
    assert "ไพรวัลย์เกมส์" not in body
    assert title_of(report) == (
        f"{report.narrative.report.title} เฉพาะองค์การบริหารส่วนตำบลควนขนุน ปีงบประมาณ พ.ศ. {YEAR}"
    )


def test_a_supporter_has_what_it_gave_to():
    """A project of another partner is told when the one asked for gave to it; a planned gift tells nothing."""
    giver = make_organization()
    make_contribution(project=make_project(title="ให้แล้ว"), giver=giver)
    make_contribution(project=make_project(title="ตั้งไว้"), giver=giver, receipt="planned")
    make_project(title="ของผู้อื่น")
    assert titles_told(narrowed_to(partner=giver.code)) == {"ให้แล้ว"}


def test_a_school_has_what_reached_it():
    """By itself, by its network of the year, by a gift to it; not what other schools or later years had."""
    school, other = make_school(), make_school()
    network = make_group(kind=make_kind(schools_belong=True))
    make_member(group=network, organization=school)
    left = make_group(kind=make_kind(schools_belong=True))
    make_member(group=left, organization=school, to_on=datetime.date(2013, 9, 30))
    take_part(make_project(title="เอง"), organization=school)
    take_part(make_project(title="เครือข่าย"), audience="group", group=network)
    take_part(make_project(title="เครือข่ายที่ออกแล้ว"), audience="group", group=left)
    take_part(make_project(title="โรงเรียนอื่น"), organization=other)
    take_part(make_project(title="ปีหน้า", fiscal_year=YEAR + 1), organization=school)
    take_part(make_project(title="ร่าง", status="draft"), organization=school)
    make_contribution(project=make_project(title="รับของ"), recipient=school)
    assert titles_told(narrowed_to(school=school.code)) == {"เอง", "เครือข่าย", "รับของ"}


def test_a_network_has_what_it_and_its_members_took_part_in():
    """As a whole and school by school."""
    network, member = make_group(kind=make_kind(schools_belong=True)), make_school()
    make_member(group=network, organization=member)
    take_part(make_project(title="ทั้งเครือข่าย"), audience="group", group=network)
    take_part(make_project(title="สมาชิก"), organization=member)
    take_part(make_project(title="ผู้อื่น"), organization=make_school())
    assert titles_told(narrowed_to(network=network.code)) == {"ทั้งเครือข่าย", "สมาชิก"}


def test_only_agreements_that_its_projects_rest_on_are_told():
    """Those of others, though in force, are not."""
    own = make_agreement()
    project = make_project(agreement=own)
    make_agreement()
    report = narrowed_to(partner=project.partner.code)
    assert [row.agreement for row in report.summary.agreements] == [own]


def test_annexes_can_be_left_out():
    """Without them there is neither account nor list of evidence, in the contents neither."""
    make_contribution()
    assert 'id="accounts"' in report_body(narrowed_to())
    body = report_body(narrowed_to(annexes="no"))
    assert 'id="accounts"' not in body
    assert "#accounts" not in body
    assert "control-totals" not in body


def test_nothing_asked_is_the_whole_report():
    """All projects of the year, under the title of the year."""
    make_project(title="หนึ่ง")
    make_project(title="สอง")
    assert titles_told(narrowed_to()) == {"หนึ่ง", "สอง"}
    assert "เฉพาะ" not in title_of(narrowed_to())


@pytest.mark.parametrize("kind", ["partner", "school", "network"])
def test_an_unknown_code_is_refused_in_words(kind):
    """The sentence names what was asked for."""
    make_project()
    with pytest.raises(Http404, match=r"ไม่มี.*รหัส “X-999”"):
        narrowed_to(**{kind: "X-999"})


def test_a_partner_is_no_school():
    """The code of an organization that is no school does not open a school's report."""
    partner = make_project().partner
    assert not School.objects.filter(code=partner.code).exists()
    with pytest.raises(Http404):
        narrowed_to(school=partner.code)


def test_a_narrowed_report_hides_names_as_the_whole_one_does():
    """What is taken out of the public report is taken out of each part of it."""
    make_person("นายสมชาย ใจดี", "ผู้ปกครอง")
    project = make_project(title="ค่ายของนายสมชาย ใจดี")
    make_contribution(project=project)
    assert "สมชาย" not in report_body(narrowed_to(partner=project.partner.code))


def test_a_narrowed_report_keeps_the_numbers_of_the_evidence(year_2557):
    """A document bears the number that it has in the whole report."""
    whole = report_of(YEAR, today=TODAY)
    partner = whole.summary.with_evidence[-1].project.partner
    numbers = narrowed_to(partner=partner.code).narrative.evidence_numbers
    assert numbers == whole.narrative.evidence_numbers
    assert numbers


def test_a_part_of_a_year_says_that_it_is_no_edition():
    """It is read from the records of the day on which it is asked for; the whole report says nothing of it."""
    partner = make_organization()
    make_project(partner=partner)
    day = format_date(timezone.localdate())
    told = f"จากข้อมูล ณ วันที่ {day} ไม่ใช่ฉบับที่ลงนาม"
    assert told in report_body(narrowed_to(partner=partner.code))
    assert "ไม่ใช่ฉบับที่ลงนาม" not in report_body(narrowed_to())
