"""The figures of a year are those of its stories, from which the report is made."""

from datetime import date

import pytest

from partners.models import Document, FormerName, OrganizationKind
from projects.models import Category, Contribution
from reports.figures.facts import facts
from reports.figures.summary import summarize
from tests.factories import make_contribution, make_group, make_organization, make_project, make_things

pytestmark = [pytest.mark.django_db, pytest.mark.database]

TODAY = date(2014, 9, 30)


def describe_givers(givers):
    return {(giver.organization, giver.name, giver.short_name, giver.kind, giver.totals) for giver in givers}


def slices(parts):
    return [(part.label, part.totals) for part in parts]


def assert_alike(year):
    figures, summary = facts([year])[year], summarize(year, today=TODAY)
    assert figures.totals == summary.totals == Contribution.objects.confirmed().in_year(year).totals()
    assert figures.projects == len(summary.projects)
    assert figures.with_evidence == len(summary.with_evidence)
    assert figures.groups == sum(kind.counted for kind in summary.kinds)
    assert figures.agreements == len(summary.agreements)
    assert [giver.organization for giver in figures.partners] == [p.organization for p in summary.partners]
    assert describe_givers(figures.partners) == describe_givers(summary.partners)
    assert describe_givers(figures.supporters) == describe_givers(summary.supporters)
    assert slices(figures.cash_by_kind) == slices(summary.by_kind)
    assert slices(figures.cash_by_category) == slices(summary.by_category)
    assert (figures.first_day, figures.last_day) == (summary.first_day, summary.last_day)


def test_the_sample_year(year_2557):
    """2557 comes to what the office reported."""
    assert_alike(2557)
    figures = facts([2557])[2557]
    assert figures.totals.cash == 1_189_260
    assert (figures.projects, figures.with_evidence, len(figures.partners)) == (13, 9, 7)
    assert [(thing.what, thing.quantity) for thing in figures.by_form["thing"].things] == [("รถบัส", 7)]


def test_a_year_of_every_sort():
    """Unknown amounts, people and things, evidence of every way, renamed and private givers, drafts and plans."""
    renamed = make_organization(kind=OrganizationKind.SUBDISTRICT_MUNICIPALITY)
    FormerName.objects.create(organization=renamed, kind="sao", name="เก่า", until=date(2020, 1, 1))
    proof = Document.objects.create(kind="other", title="หนังสือ")
    sport = Category.objects.create(name="กีฬา", order=1)
    first = make_project(partner=renamed, category=sport)
    first.documents.add(proof, Document.objects.create(kind="other", title="อีกฉบับ"))
    make_contribution(project=first, amount=500)
    make_contribution(project=first, amount=None)
    make_contribution(project=first, giver=make_organization(kind="temple"), document=proof)
    make_things(project=make_project(partner=renamed), giver=make_organization())
    make_contribution(form="people", what="วิทยากร", unit="คน", quantity=None)
    make_contribution(receipt="planned", amount=9)
    make_contribution(project=make_project(status="draft"), amount=7)
    make_contribution(project=make_project(fiscal_year=2556), amount=3)
    make_group()
    make_group(established_on=date(2015, 1, 1))
    assert_alike(2557)
    years = facts([2557, 2556])
    assert [thing.what for thing in years[2557].by_form["thing"].things] == ["รถบัส"]
    assert [(year, each.totals.cash) for year, each in years.items()] == [(2556, 3), (2557, 1500)]
