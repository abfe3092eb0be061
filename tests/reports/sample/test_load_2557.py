"""The sample year 2557 as it is loaded: what the report of that year says, record by record."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse

from networks.models import Group, GroupKind, GroupYear, KindYear, LearningStrand
from partners.models import Agreement, Document, Organization
from portal.models import Office, Province, Subdistrict
from projects.models import Contribution, Participation, Project
from reports.figures.summary import summarize
from reports.models import Paragraph, ReportItem
from reports.sample import load as sample

SOURCES = sorted((Path(sample.__file__).parent / "2557").glob("*.toml"))


def amounts(code):
    return [c.amount for c in Contribution.objects.filter(giver__code=code, form="cash")]


def counted(results):
    return [(r.what, r.low, r.high, r.unit) for r in results.all()]


def kind_year(name):
    return KindYear.objects.get(kind__name=name, fiscal_year=2557)


def evidence(number):
    item = ReportItem.objects.get(standard_item__number=number)
    return [line.document.code for line in item.evidence_lines.all()]


def test_the_year_adds_up(year_2557):
    """1,189,260 baht in 11 cash contributions and 7 buses."""
    totals = Contribution.objects.confirmed().in_year(2557).totals()
    assert (totals.cash, totals.cash_known, totals.cash_unknown) == (Decimal(1_189_260), 11, 0)
    assert [(t.what, t.unit, t.quantity) for t in totals.things] == [("รถบัส", "คัน", 7)]


def test_thirteen_projects_of_seven_partners(year_2557):
    """Each told once, all confirmed, in the order of the report."""
    projects = Project.objects.confirmed().in_year(2557)
    assert projects.count() == Project.objects.count() == 13
    assert projects.values("partner").distinct().count() == 7


def test_a_partner_gave_what_the_report_says(year_2557):
    """อบต.ควนขนุน gave four times; เทศบาลตำบลสมหวัง twice for three projects."""
    assert sum(amounts("O-003")) == 278_500
    assert sum(amounts("O-004")) == 64_200
    assert Project.objects.filter(partner__code="O-004").count() == 3


def test_no_cash_row_where_no_cash_is_spoken_of(year_2557):
    """Neither the fair nor the class of good local children has one."""
    assert not Contribution.objects.filter(form="cash", project__code__in=["P2557-001", "P2557-007"]).exists()


def test_five_supporters_gave_the_buses(year_2557):
    """None of them is a partner of the year."""
    givers = Organization.objects.filter(contributions__form="thing").distinct()
    assert givers.count() == 5
    assert not givers.filter(projects__isnull=False).exists()


def test_thirteen_documents_prove_what_they_prove(year_2557):
    """One proves two projects, one none, one speaks of another year, two hang on agreements."""
    assert Document.objects.count() == 13
    assert Document.objects.get(code="D-009").projects.count() == 2
    assert not Document.objects.get(code="D-005").projects.exists()
    assert Document.objects.get(about_year=2555).projects.get().code == "P2557-011"
    assert [a.code for a in Agreement.objects.filter(documents__isnull=False).order_by("code")] == [
        "A-002",
        "A-003",
    ]


def test_the_contract_hangs_on_the_contribution(year_2557):
    """The contract 23/2557 proves what อบต.วังใหม่ paid."""
    contract = Document.objects.get(number="23/2557")
    assert (contract.kind, contract.contributions.get().amount) == ("contract", 36_560)
    assert contract.reference == "เลขที่ 23/2557 ลงวันที่ 30 พฤษภาคม 2557"


def test_item_three_lists_its_eleven_documents_in_order(year_2557):
    """Item 4 lists none."""
    assert evidence("3") == [f"D-{number:03d}" for number in range(1, 12)]
    assert evidence("4") == []


def test_nine_projects_have_evidence(year_2557):
    """Their own, their contributions' or their agreement's."""
    proven = [
        project.code
        for project in Project.objects.all()
        if project.documents.exists()
        or project.contributions.filter(document__isnull=False).exists()
        or (project.agreement and project.agreement.documents.exists())
    ]
    assert len(proven) == 9


def test_three_agreements_with_two_parties_each(year_2557):
    """One knows only its year, and names one party in words."""
    assert [a.parties.count() for a in Agreement.objects.confirmed()] == [2, 2, 2]
    oldest = Agreement.objects.get(code="A-001")
    assert (oldest.signed_first.isoformat(), oldest.signed_last.isoformat()) == ("2008-01-01", "2008-12-31")
    assert oldest.parties.filter(words="องค์กรปกครองส่วนท้องถิ่นต่าง ๆ").exists()


@pytest.mark.parametrize(
    ("kind", "claimed", "named"),
    [
        ("กลุ่มสีคุณภาพ", 5, 0),
        ("กลุ่มดอกไม้", 4, 4),
        ("ชมรมครู", 11, 8),
        ("ศูนย์เครือข่ายโรงเรียน", 11, 11),
        ("ศูนย์เครือข่ายโรงเรียนเอกชน", 2, 2),
        ("องค์คณะบุคคล", 3, 3),
        ("เครือข่ายพัฒนาโครงการทางการศึกษาระดับตำบล", 6, 6),
    ],
)
def test_the_claimed_number_stands_beside_the_named_groups(year_2557, kind, claimed, named):
    """Groups that the report does not name are not invented."""
    assert (kind_year(kind).claimed, Group.objects.filter(kind__name=kind).count()) == (claimed, named)


def test_the_clubs_cover_eight_of_eleven_strands(year_2557):
    """Each club has its own strand."""
    assert LearningStrand.objects.count() == 11
    assert LearningStrand.objects.filter(groups__isnull=False).distinct().count() == 8


def test_the_teams_did_what_was_counted(year_2557):
    """Known numbers are numbers; the blank ones stay unknown, and a range is a range."""
    caravan, inspection = GroupYear.objects.order_by("group__code")
    assert caravan.people == 48
    assert counted(caravan.results) == [
        ("นักเรียนที่ออกเยี่ยม", 122, None, "คน"),
        ("บ้านที่ออกเยี่ยม", 44, None, "ครัวเรือน"),
    ]
    assert inspection.people is None
    assert counted(inspection.results) == [("รับผิดชอบชุดละ", 4, 5, "โรงเรียน")]


def test_a_committee_has_its_order_and_its_seats(year_2557):
    """The order 295/2557 appoints roles, one to two officers of each group among them."""
    committee = Group.objects.get(order_document__number="295/2557")
    assert [m.seats for m in committee.memberships.all()] == ["", "", "", "กลุ่มละ 1–2 คน"]


def test_the_staff_of_the_flower_groups(year_2557):
    """71 people in all."""
    assert kind_year("กลุ่มดอกไม้").staff == 71


def test_every_district_has_its_subdistrict_network(year_2557):
    """One in each of the six districts of the office."""
    networks = Group.objects.exclude(kind__usual_seats="")
    assert {g.subdistrict.district for g in networks} == set(Office.objects.get().districts.all())


def test_the_office_has_its_28_subdistricts(year_2557):
    """Of six districts, among all places of Thailand."""
    assert Subdistrict.objects.own().count() == 28
    assert Province.objects.count() == 77


def test_doubtful_numbers_stand_with_a_note(year_2557):
    """The 2,000 people are neither corrected nor left without a word."""
    doubtful = Participation.objects.get(pupils=2000)
    assert doubtful.source_note


def test_the_unwritten_section_waits(year_2557):
    """Small schools: nothing was written, so nothing prints."""
    waiting = Paragraph.objects.get(is_waiting=True)
    assert (waiting.text, waiting.section) == ("", "results")


def test_the_narrative_of_both_items(year_2557):
    """Methods 1–5 with six sub-points, three recommendations; eight results that cite their kinds."""
    three, four = ReportItem.objects.all()
    methods = three.paragraphs.filter(section="methods", is_lead=False)
    assert (methods.filter(parent=None).count(), methods.exclude(parent=None).count()) == (5, 6)
    assert three.paragraphs.filter(section="recommendations").count() == 3
    results = four.paragraphs.filter(section="results")
    assert results.count() == results.filter(group_kinds__isnull=False).distinct().count() == 8
    told = GroupKind.objects.filter(paragraphs__in=results).distinct()
    assert set(GroupKind.objects.exclude(pk__in=told).values_list("name", flat=True)) == {"ทีมเฉพาะกิจ"}


def test_a_record_is_found_by_the_spelling_of_the_report(year_2557):
    """Corrected names keep the old ones for searching."""
    assert Organization.objects.search("อบต.ควนขนุนหานโพธิ์").get().code == "O-003"
    assert Organization.objects.search("ชะรัดธนูปถัมภ์").get().code == "O-016"
    assert Group.objects.search("ควนขนุนหาญโพธิ์").get().name == "เครือข่ายควนขนุนหานโพธิ์"


@pytest.mark.parametrize("app", ["partners", "networks", "projects", "reports"])
def test_every_record_passes_its_own_checks(year_2557, app):
    """As it would in a form; a line of history is no record."""
    for model in (m for m in apps.get_app_config(app).get_models() if not hasattr(m, "history_user")):
        for record in model.objects.all():
            record.full_clean()


def test_a_second_load_touches_nothing(year_2557, capsys):
    """What a person changed or deleted meanwhile stays so."""
    Project.objects.filter(code="P2557-002").update(venue="ที่ใหม่")
    Document.objects.get(code="D-013").appointed_groups.update(order_document=None)
    Document.objects.get(code="D-013").delete()
    call_command("load_2557")
    assert "มีข้อมูลอยู่แล้ว" in capsys.readouterr().out
    assert Project.objects.get(code="P2557-002").venue == "ที่ใหม่"
    assert Document.objects.count() == 12


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_no_private_person_is_named(source):
    """The hired teacher is a post, and the drafter's note is gone."""
    assert not re.search(r"นางสาว|น\.ส\.|ป้าสี|นาย\s|นาง\s", source.read_text())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_source_file_has_no_dotted_blank_and_no_key(source):
    """People review these files: no row of dots, no primary key."""
    assert not re.search(r"\.{3}|…|^(id|pk) *=", source.read_text(), re.MULTILINE)


def test_the_list_of_projects_agrees_with_the_report(year_2557, staff_client):
    """Under the confirmed projects of 2557 stand 1,189,260 baht and seven buses, as in the report."""
    query = {"fiscal_year": "2557", "status__exact": "confirmed"}
    changelist = staff_client.get(reverse("admin:projects_project_changelist"), query).context["cl"]
    assert changelist.totals == summarize(2557, today=date(2014, 9, 30)).totals
    assert changelist.totals.cash == Decimal(1_189_260)
    assert [(t.what, t.quantity, t.unit) for t in changelist.totals.things] == [("รถบัส", 7, "คัน")]
    proven = staff_client.get(reverse("admin:projects_project_changelist"), {"evidence": "yes"})
    assert len(proven.context["cl"].result_list) == 9
