"""The page of compared years, for whoever opens it: what it shows, where its figures lead, what it answers to nonsense."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from partners.models import Document
from projects.models import Category
from reports.models import PrintJob
from tests.factories import (
    make_agreement,
    make_contribution,
    make_office,
    make_organization,
    make_person,
    make_project,
    make_school,
    make_things,
)
from tests.print_jobs import print_all

pytestmark = pytest.mark.django_db
PAGE, PDF = reverse("compare"), reverse("compare-pdf")


@pytest.fixture
def two_years():
    """One partner with proven, dated projects of every stage in 2556 and 2557."""
    make_office()
    partner, category = make_organization(name="ควนขนุน"), Category.objects.create(name="กีฬา")
    for year, day in ((2556, "2013-01-05"), (2557, "2014-05-05")):
        stages = {"partner_plans": True, "partner_does": True}
        project = make_project(
            partner=partner, fiscal_year=year, category=category, starts_on=day, ends_on=day, **stages
        )
        project.documents.add(Document.objects.create(kind="other", title="หนังสือ"))
        make_contribution(project=project, amount=year)
        make_things(project=project, giver=make_organization())
        make_agreement(partner, make_school(), starts_on=day)


def cells(page):
    """The figures of the tables that lead to a list: the number and its address."""
    found = re.findall(r'<td class="num"><a href="([^"#]+)">([\d,]+)', page)
    return [(unescape(address), int(number.replace(",", ""))) for address, number in found]


def length_of_list(client, address):
    """How many rows the list has, or how many baht for a list of cash."""
    context = client.get(address).context
    assert not any(context["notes"]), address
    return context["totals"].cash if "form=cash" in address else context["page"].paginator.count


def test_every_figure_is_that_of_the_list_it_opens(client, two_years):
    """The number in a table is the number of rows, or of baht, behind its link."""
    found = [
        cell for cell in cells(client.get(PAGE, {"years": "2556,2557"}).text) if "form=thing" not in cell[0]
    ]
    assert len(found) > 20
    wrong = [(address, number) for address, number in found if length_of_list(client, address) != number]
    assert not wrong


def test_things_lead_to_the_list_of_things(client, two_years):
    """How many sorts of things there are, with the list of them."""
    page = client.get(PAGE, {"years": "2556,2557"}).text
    (row,) = re.findall(r"สิ่งของที่ได้รับ</th>(.*?)</tr>", page, re.DOTALL)
    assert "1 อย่าง" in row
    assert "รถบัส 2 คัน" in row
    assert "form=thing" in row


@pytest.mark.parametrize("asked", ["years=2556,2557", "years=2556&years=2557", "years=2557,2556,2557"])
def test_years_are_asked_by_a_list_or_by_ticks(client, two_years, asked):
    """Both ways give the years in their order, and no note."""
    context = client.get(f"{PAGE}?{asked}").context
    assert context["years"] == [2556, 2557]
    assert not context["note"]


def test_unasked_it_shows_the_newest(client):
    """Three years at most, without a note."""
    for year in range(2553, 2559):
        make_project(fiscal_year=year)
    context = client.get(PAGE).context
    assert context["years"] == [2556, 2557, 2558]
    assert not context["note"]


@pytest.mark.parametrize(
    ("asked", "years", "said"),
    [
        ("2555,2599", [2556, 2557, 2558], "ไม่มีข้อมูลของปี “2599” ต้องเลือกอย่างน้อย 2 ปี"),
        ("2557,abc,2556", [2556, 2557], "ไม่มีข้อมูลของปี “abc”"),
        ("2557", [2556, 2557, 2558], "ต้องเลือกอย่างน้อย 2 ปี"),
        ("2553,2554,2555,2556,2557,2558", [2554, 2555, 2556, 2557, 2558], "ไม่เกิน 5 ปี"),
        ("<b>\0", [2556, 2557, 2558], "ไม่มีข้อมูล"),
    ],
)
def test_wrong_years_give_the_page_with_a_note(client, asked, years, said):
    """What was asked for wrongly is said, and years are shown all the same."""
    for year in range(2553, 2559):
        make_project(fiscal_year=year)
    response = client.get(PAGE, {"years": asked})
    assert response.status_code == 200
    assert response.context["years"] == years
    assert said in response.context["note"]
    assert "<b>\0" not in response.text


@pytest.mark.parametrize("told", [0, 1])
def test_fewer_than_two_years(client, told):
    """There is nothing to compare, and the page says so; its PDF leads back."""
    for _ in range(told):
        make_project()
    assert "อย่างน้อยสองปี" in client.get(PAGE).text
    assert client.get(PDF).url == PAGE


def test_schools_are_named(client, two_years):
    """The school that nobody reached stands by name, the one that was reached is folded away under its number."""
    make_school(name="ไกลสุด")
    page = client.get(PAGE).text
    alone = re.findall(r'<div class="by-nobody">.*?</div>', page, re.DOTALL)
    assert len(alone) == 2
    assert all("ร.ร.ไกลสุด" in names for names in alone)


def test_a_private_person_stands_by_the_role(client, staff_client):
    """No name of a private partner, for anybody."""
    person = make_person("นายลับ มาก", "ผู้มีจิตศรัทธา")
    make_project(partner=person, fiscal_year=2556)
    make_project(fiscal_year=2557)
    for browser in (client, staff_client):
        page = browser.get(PAGE).text
        assert "ผู้มีจิตศรัทธา" in page
        assert "นายลับ" not in page


@pytest.mark.parametrize("who", [None, "staff"])
def test_queries_are_few_and_do_not_grow(as_who, who):
    """As many are read for twenty projects as for ten: ten at most, with the session and the user of staff."""
    make_office()
    browser, counted = as_who(who), []
    for _ in range(2):
        for place in range(10):
            project = make_project(fiscal_year=2555 + place % 3)
            make_contribution(project=project)
            project.participations.create(organization=make_school())
        with CaptureQueriesContext(connection) as queries:
            browser.get(PAGE, {"years": "2555,2556,2557"})
        counted.append(sum(query["sql"].startswith("SELECT") for query in queries))
    assert counted[0] == counted[1] <= 10


def test_the_pdf_is_whole_and_printed_once(client, two_years):
    """A worker prints it, its figures stand in the text with their vowels, and whoever asks again is given the file."""
    import pypdfium2

    asked = {"years": "2556,2557", "digits": "arabic"}
    print_job = PrintJob.objects.get(pk=resolve(client.get(PDF, asked).url).kwargs["pk"])
    assert print_job.file_name == "compare-2556-2557-arabic.pdf"
    assert print_all() == 1
    document = pypdfium2.PdfDocument(client.get(PDF, asked).content)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "เปรียบเทียบการมีส่วนร่วมในการจัดการศึกษา" in text
    assert "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง" in text
    assert "2,556" in text
    assert "ยังไม่ลงนาม" not in text
    assert PrintJob.objects.count() == 1


@pytest.mark.parametrize(("who", "public"), [(None, True), ("staff", False)])
def test_what_the_office_prints_is_not_handed_to_the_public(as_who, two_years, who, public):
    """Of groups kept in the office, only the office's own print may tell whom they reach."""
    as_who(who).get(PDF)
    assert PrintJob.objects.get().is_public == public
