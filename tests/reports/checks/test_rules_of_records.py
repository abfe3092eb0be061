"""Each rule finds what is planted in the records of a clean year, and leads to the record it is about."""

import datetime

import pytest

from networks.models import GroupYear, KindYear, Membership, SchoolYear
from partners.models import Agreement, Document
from projects.models import Contribution, Participation, Project
from reports import checks
from reports.checks.records import (
    agreements,
    evidence,
    groups,
    money,
    names,
    projects,
    report_items,
)
from reports.figures.summary import summarize
from reports.models import EvidenceLine, Paragraph, ReportItem, Standard
from reports.text.narrative import narrate
from tests.factories import make_contribution, make_organization, make_school, make_things
from tests.reports.checks.finding import findings_of

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def set_all(records, **values):
    """As an import or an old record might have it, past every form."""
    records.update(**values)


def one_project(year, **values):
    project = year.projects[0]
    set_all(Project.objects.filter(pk=project.pk), **values)
    return project


def no_evidence(year):
    year.projects[1].documents.clear()
    return year.projects[1]


def evidence_says(**values):
    def plant(year):
        paper = year.projects[0].documents.get()
        set_all(Document.objects.filter(pk=paper.pk), **values)
        return paper

    return plant


def evidence_misspells_the_project(year):
    project = one_project(year, title="โครงการควนขนุนหานโพธิ์รวมใจ")
    paper = project.documents.get()
    set_all(Document.objects.filter(pk=paper.pk), title="โครงการควนขนุนหาญโพธิ์รวมใ")
    return paper


def unknown_amount(year):
    set_all(Contribution.objects.filter(project=year.projects[0], form="cash"), amount=None)
    return year.projects[0]


def unknown_quantity(year):
    make_things(project=year.projects[0], quantity=None)
    return year.projects[0]


def one_gives_most(year):
    make_contribution(project=year.projects[0], amount=90_000_000)
    return year.projects[0].partner


def a_crowd(year):
    school = Participation.objects.filter(project=year.projects[0], part="host").get().organization
    set_all(Participation.objects.filter(project=year.projects[0]), pupils=5)
    Participation.objects.filter(project=year.projects[0]).exclude(organization=school).delete()
    Participation.objects.create(project=year.projects[0], audience="words", words="นักเรียนทั้งหมด", pupils=2000)
    return year.projects[0]


def a_crowd_of_a_school_of_unknown_size(year):
    SchoolYear.objects.all().delete()
    return a_crowd(year)


def agreement_is(**values):
    def plant(year):
        set_all(Agreement.objects.filter(pk=year.agreement.pk), **values)
        return year.agreement

    return plant


def ended_agreement(year):
    past = {"signed_first": None, "signed_last": None, "starts_on": None, "ends_on": year.first - DAY}
    return agreement_is(**past)(year)


def claimed(year):
    set_all(KindYear.objects.filter(kind=year.clubs), claimed=11)
    return year.clubs


def no_club_of_a_strand(year):
    year.clubs.groups.last().delete()
    set_all(KindYear.objects.filter(kind=year.clubs), claimed=7)
    return year.clubs


def private_network_without_schools(year):
    Membership.objects.filter(group=year.private.groups.get()).delete()
    return year.private


def school_outside(year):
    Membership.objects.filter(organization=year.schools[1]).delete()
    return year.network


def board_of_nobody(year):
    Membership.objects.filter(group=year.board.groups.first()).delete()
    return year.board


def teams_are(**values):
    def plant(year):
        set_all(GroupYear.objects.all(), **values)
        return year.teams.groups.get()

    return plant


def the_same_project(year):
    one = year.projects[0]
    return Project.objects.create(
        title=one.title,
        fiscal_year=one.fiscal_year,
        status="confirmed",
        partner=one.partner,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        venue="ที่อื่น",
    )


def the_same_organization(year):
    one = year.projects[0].partner
    twin = make_organization(kind=one.kind, name=f"{one.name}ๆ"[:-1] + "น")
    return make_contribution(project=year.projects[0], giver=twin, amount=50_000).giver


def the_same_club(year):
    one = year.places.groups.first()
    return year.places.groups.create(name=f"{one.name}น", subdistrict=one.subdistrict)


def item_is(**values):
    def plant(year):
        item = year.report.items.first()
        set_all(ReportItem.objects.filter(pk=item.pk), **values)
        return item

    return plant


def no_list_of_evidence(year):
    item = year.report.items.last()
    EvidenceLine.objects.filter(item=item).delete()
    return item


def nothing_written(year):
    item = year.report.items.first()
    Paragraph.objects.filter(item=item, section="problems").delete()
    return item


def no_preface(year):
    Paragraph.objects.filter(section="preface").delete()
    return year.report


def a_point_left_out(year):
    year.report.standard.items.create(number="5", title="ประเด็นที่ห้า")
    return year.report


def no_indicator(year):
    set_all(Standard.objects.all(), indicator="")
    return year.report.standard


PLANTED = [
    (evidence.without_evidence, no_evidence),
    (evidence.evidence_of_another_year, evidence_says(about_year=2563)),
    (evidence.evidence_of_another_year, evidence_says(title="สรุปผลโครงการ ประจำปี 2563")),
    (evidence.evidence_title_nearly_the_projects, evidence_misspells_the_project),
    (evidence.number_year_is_not_the_dates, evidence_says(number="23/2560")),
    (money.amount_unknown, unknown_amount),
    (money.quantity_unknown, unknown_quantity),
    (money.one_giver_above_half, one_gives_most),
    (projects.date_unknown, lambda year: one_project(year, starts_on=None, ends_on=None)),
    (projects.venue_unknown, lambda year: one_project(year, venue="")),
    (projects.label_year_is_not_the_dates, lambda year: one_project(year, academic_year=2560)),
    (
        projects.label_year_is_not_the_dates,
        lambda year: one_project(year, title="งาน ปีการศึกษา ๒๕๖๐", academic_year=None),
    ),
    (projects.title_year_is_another, lambda year: one_project(year, title="กีฬาประจำปี 2563")),
    (projects.pupils_beyond_the_schools, a_crowd),
    (projects.pupils_beyond_the_schools, a_crowd_of_a_school_of_unknown_size),
    (agreements.agreement_ended_before_the_project, ended_agreement),
    (agreements.agreement_end_unknown, agreement_is(end="unknown", ends_on=None)),
    (agreements.agreement_undated, agreement_is(signed_first=None, signed_last=None, starts_on=None)),
    (groups.claimed_is_not_counted, claimed),
    (groups.strands_without_group, no_club_of_a_strand),
    (groups.network_without_schools, private_network_without_schools),
    (groups.schools_without_network, school_outside),
    (groups.committee_without_members, board_of_nobody),
    (groups.teams_unknown, teams_are(teams=None)),
    (groups.teams_beyond_staff, teams_are(teams=40)),
    (names.projects_nearly_alike, the_same_project),
    (names.organizations_nearly_alike, the_same_organization),
    (names.groups_nearly_alike, the_same_club),
    (report_items.level_unknown, item_is(level=None)),
    (report_items.item_without_evidence, no_list_of_evidence),
    (report_items.section_empty, nothing_written),
    (report_items.section_empty, no_preface),
    (report_items.point_left_out, a_point_left_out),
    (report_items.indicator_unknown, no_indicator),
]


@pytest.mark.parametrize(("rule", "plant"), PLANTED)
def test_a_rule_finds_what_is_planted(rule, plant, clean_year, staff_client):
    """One finding, about the record that is wrong, with a link that opens where it is mended."""
    record = plant(clean_year)
    (finding,) = findings_of(rule, clean_year)
    assert (finding.record._meta.concrete_model, finding.record.pk) == (
        record._meta.concrete_model,
        record.pk,
    )
    assert "ให้" in finding.sentence
    page = staff_client.get(finding.url.partition("#")[0])
    assert page.status_code == 200
    if finding.field:
        assert f'id="id_{finding.field}' in page.content.decode()


def test_two_schools_of_known_size_hold_their_pupils(clean_year):
    """As many as the school has are no finding, one more is."""
    part = Participation.objects.filter(project=clean_year.projects[0]).get(part="host")
    Participation.objects.filter(project=clean_year.projects[0]).exclude(pk=part.pk).delete()
    most = max(SchoolYear.objects.filter(school=part.organization_id).values_list("pupils", flat=True))
    Participation.objects.filter(pk=part.pk).update(pupils=most)
    assert not findings_of(projects.pupils_beyond_the_schools, clean_year)
    Participation.objects.filter(pk=part.pk).update(pupils=most + 1)
    assert findings_of(projects.pupils_beyond_the_schools, clean_year)


def test_what_is_done_every_month_is_not_done_twice(clean_year):
    """The same title under the same partner on another day is another project."""
    one = clean_year.projects[0]
    twin = the_same_project(clean_year)
    Project.objects.filter(pk=twin.pk).update(starts_on=one.starts_on - 30 * DAY, ends_on=one.starts_on)
    assert not findings_of(names.projects_nearly_alike, clean_year)


def test_childrens_day_is_one_day_everywhere(clean_year):
    """The same title on the same day by another partner elsewhere is another project."""
    twin = the_same_project(clean_year)
    Project.objects.filter(pk=twin.pk).update(partner=clean_year.partners[-1])
    assert not findings_of(names.projects_nearly_alike, clean_year)


def test_schools_told_apart_by_number_or_place_are_two(clean_year):
    """Nearly one name with two official numbers, or in two subdistricts, is no finding."""
    one = clean_year.schools[0]
    for fields in ({"smis_code": "99111111"}, {"subdistrict": clean_year.subdistricts[-1]}):
        school = make_school(name=f"{one.name}น", **fields)
        Participation.objects.create(project=clean_year.projects[0], organization=one)
        Participation.objects.create(project=clean_year.projects[0], organization=school)
        assert not findings_of(names.organizations_nearly_alike, clean_year)
        Participation.objects.filter(organization=school).delete()


def test_a_year_without_a_report_is_checked_too(clean_year):
    """The records are held against each other before anybody writes; nothing asks for paragraphs."""
    clean_year.report.delete()
    no_evidence(clean_year)
    findings = checks.check(summarize(clean_year.year, today=clean_year.last), narrate(clean_year.year))
    assert [finding.rule for finding in findings] == ["ยังไม่มีหลักฐาน"]
