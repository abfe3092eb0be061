"""Each rule finds what is planted, and nothing where all is well."""

import datetime

import pytest

from networks.models import Group, GroupKind, KindYear
from partners.models import Document, Organization
from projects.models import Contribution, Project
from reports import checks
from reports.checks.records import evidence, groups, money, projects
from reports.figures.summary import summarize
from reports.text.narrative import narrate

pytestmark = pytest.mark.django_db
DAY = datetime.date(2014, 8, 23)


@pytest.fixture
def partner(db):
    """Whose projects are checked."""
    return Organization.objects.create(kind="sao", name="ควนขนุน")


def complete_project(partner, *, amount=45_500, evidence_of=None, with_evidence=True, **changes):
    """A project of 2557 of which everything is known, but for the changes."""
    facts = {"starts_on": DAY, "ends_on": DAY, "venue": "ที่ทำการ อบต.", "academic_year": 2557} | changes
    found = Project.objects.create(
        title="มหกรรมสุขภาพ", fiscal_year=2557, status="confirmed", partner=partner, **facts
    )
    if amount != "none":
        Contribution.objects.create(project=found, giver=partner, amount=amount)
    if with_evidence:
        found.documents.add(Document.objects.create(kind="project", title="โครงการ", about_year=evidence_of))
    return found


def records_found(rule):
    """The records about which a rule complains."""
    summary = summarize(2557, today=datetime.date(2014, 9, 30))
    return [finding.record for finding in rule(summary, narrate(2557))]


def test_a_project_of_which_all_is_known_gives_no_finding(partner):
    """No rule complains about a complete project."""
    complete_project(partner)
    assert [rule.__name__ for rule in checks.RULES if records_found(rule)] == []


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (evidence.without_evidence, {"with_evidence": False}),
        (money.amount_unknown, {"amount": None}),
        (money.amount_unknown, {"amount": "none"}),
        (projects.date_unknown, {"starts_on": None, "ends_on": None}),
        (projects.venue_unknown, {"venue": ""}),
        (projects.label_year_is_not_the_dates, {"academic_year": 2556}),
    ],
)
def test_each_rule_finds_the_project_it_is_made_for(rule, changes, partner):
    """What is planted in a project is found, and the finding leads to that project."""
    planted = complete_project(partner, **changes)
    assert records_found(rule) == [planted]


def test_evidence_of_another_year_is_found(partner):
    """A document that speaks of 2555 is no evidence of 2557 without a word."""
    planted = complete_project(partner, evidence_of=2555)
    assert records_found(evidence.evidence_of_another_year) == list(planted.documents.all())


def test_evidence_that_names_its_own_year_is_no_finding(partner):
    """A document that says it speaks of 2557 is evidence of 2557."""
    complete_project(partner, evidence_of=2557)
    assert records_found(evidence.evidence_of_another_year) == []


@pytest.mark.parametrize(("claimed", "expected"), [(11, 1), (2, 0), (None, 0)])
def test_a_claimed_number_is_held_against_the_counted(claimed, expected):
    """Eleven clubs claimed beside two recorded is a finding; two or no claim is none."""
    kind = GroupKind.objects.create(name="ชมรมครู", unit="ชมรม", scope="external", formality="informal")
    KindYear.objects.create(kind=kind, fiscal_year=2557, claimed=claimed)
    for name in ("ชมรมภาษาไทย", "ชมรมคณิตศาสตร์"):
        Group.objects.create(kind=kind, name=name)
    assert len(records_found(groups.claimed_is_not_counted)) == expected


def test_a_draft_is_not_checked(partner):
    """Only what the year tells is checked."""
    Project.objects.create(title="ร่าง", fiscal_year=2557, partner=partner)
    assert records_found(projects.venue_unknown) == []
