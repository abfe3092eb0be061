"""The lists of the real year: what the home page links to says the figures of the year's summary."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from partners.models import OrganizationKind
from projects.models import Category
from reports.figures.summary import summarize

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(year_2557):
    """How many rows a list has for what it is asked, and their total."""

    def ask(address):
        context = Client().get(address).context
        assert not any(context["notes"])
        return context["page"].paginator.count, context["totals"]

    return ask


@pytest.mark.parametrize(
    ("address", "count", "cash"),
    [
        ("/projects/?year=2557", 13, 1_189_260),
        ("/projects/?year=2557&evidence=yes", 9, 1_125_060),
        ("/projects/?year=2557&evidence=no", 4, 64_200),
        ("/projects/?year=2557&partner=O-003", 4, 278_500),
        ("/contributions/?year=2557", 16, 1_189_260),
        ("/contributions/?year=2557&form=cash", 11, 1_189_260),
        ("/contributions/?year=2557&kind=sao", 6, 925_060),
        ("/contributions/?year=2557&kind=subdistrict_municipality&form=cash", 5, 264_200),
        ("/contributions/?year=2557&giver=O-003", 4, 278_500),
    ],
)
def test_a_list_has_the_rows_and_the_total_of_its_figure(counted, address, count, cash):
    """The count and the baht of a figure are those of the list that its link opens."""
    found, totals = counted(address)
    assert (found, totals.cash) == (count, cash)


def test_things_are_five_givers_seven_buses(counted):
    """Seven buses of five givers stand behind the figure of the supporters."""
    response = Client().get("/contributions/?year=2557&form=thing")
    assert response.context["givers"] == response.context["page"].paginator.count == 5
    [buses] = response.context["totals"].things
    assert (buses.what, buses.quantity, buses.unit) == ("รถบัส", 7, "คัน")


def test_every_kind_has_the_cash_of_the_summary(counted):
    """The gifts of each kind of giver add up to the slice of that kind in the summary."""
    summary = summarize(2557, today=date(2014, 9, 30))
    found = {
        str(kind.label): counted(f"/contributions/?year=2557&kind={kind.value}")[1]
        for kind in OrganizationKind
    }
    with_cash = {label: totals.cash for label, totals in found.items() if totals.cash_known}
    assert with_cash == {part.label: part.totals.cash for part in summary.by_kind}
    assert sum(with_cash.values()) == Decimal(1_189_260)


def test_every_category_has_the_cash_of_the_summary(counted):
    """The projects and the gifts of each category add up to its slice in the summary."""
    slices = {part.label: part.totals.cash for part in summarize(2557, today=date(2014, 9, 30)).by_category}
    for address in ("/projects/", "/contributions/"):
        found = {c.name: counted(f"{address}?year=2557&category={c.pk}")[1] for c in Category.objects.all()}
        assert {name: totals.cash for name, totals in found.items() if totals.cash_known} == slices


def test_every_partner_has_the_projects_and_the_cash_of_the_summary(counted):
    """The links of each partner open its projects and its baht."""
    for partner in summarize(2557, today=date(2014, 9, 30)).partners:
        code = partner.organization.code
        assert counted(f"/projects/?year=2557&partner={code}")[0] == len(partner.projects)
        assert counted(f"/contributions/?year=2557&giver={code}")[1] == partner.totals


def test_the_clerk_recognises_her_projects_and_her_baht(counted):
    """The page of อบต.ควนขนุน names its four projects and its 278,500 baht."""
    [year] = Client().get("/partners/O-003/").context["years"]
    assert [str(project.code) for project, *_ in year["rows"]] == [f"P2557-00{n}" for n in (2, 3, 4, 5)]
    assert (year["own_projects"], year["totals"].cash) == (4, 278_500)


def test_documents_that_the_report_prints_are_in_the_register(year_2557):
    """All thirteen documents of the year are told, with no file to open."""
    page = Client().get("/documents/?year=2557").context["page"]
    assert page.paginator.count == 13
    assert not any(document.is_open for document in page)
