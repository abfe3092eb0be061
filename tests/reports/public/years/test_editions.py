"""Who reads which page and which file of an edition_of_many_gifts, and that they come from what was stored."""

import hashlib

import pytest
from django.urls import reverse

from projects.models import Contribution
from reports.editions import signing
from reports.models import AnnualReport
from tests.counting import queries_of
from tests.factories import YEAR, make_contribution, make_person, make_things
from tests.reading import as_shown
from tests.signing import make_report, printed, sign

pytestmark = pytest.mark.django_db

INTERNAL = ("edition-internal", "edition-internal-pdf", "edition-internal-json")


@pytest.fixture
def edition_of_many_gifts(editor, approver):
    """With a private giver in it, and things beside the cash."""
    report = make_report()
    make_things()
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"), amount=500)
    return sign(report, editor, approver)


def page_named(client, name, *args):
    """The page of a name in the addresses of the portal."""
    return client.get(reverse(name, args=args)).content.decode()


def test_outsiders_read_the_edition_and_not_what_changed_since(client, edition_of_many_gifts):
    """The body is what was stored; where a figure differs now, the page says so."""
    Contribution.objects.filter(amount=30_000).update(amount=45_000)
    page = page_named(client, "report", YEAR)
    assert as_shown(edition_of_many_gifts.copy_for(public=True).body) in page
    assert "ข้อมูลปัจจุบันต่างจากฉบับที่ 1: เงินสนับสนุนรวม 30,500 บาท → 45,500 บาท" in page


def test_while_nothing_differs_nothing_is_said(client, edition_of_many_gifts):
    """No note on the report or the home page of a year that stands as it was signed."""
    for page in (page_named(client, "report", YEAR), page_named(client, "home")):
        assert "ข้อมูลปัจจุบันต่าง" not in page


def test_the_home_page_says_where_the_year_differs(client, edition_of_many_gifts):
    """It calls the report by its edition and tells the figure old and new."""
    Contribution.objects.filter(amount=30_000).update(amount=45_000)
    page = page_named(client, "home")
    assert "เงินสนับสนุนรวม 30,500 บาท → 45,500 บาท" in page
    assert reverse("edition-pdf", args=[YEAR, 1]) in page


def test_pages_of_a_signed_year_take_at_most_ten_queries(client, edition_of_many_gifts):
    """The note of what differs included."""
    addresses = ["/", f"/reports/{YEAR}/", f"/reports/{YEAR}/editions/1/"]
    counted = {address: queries_of(client, address) for address in addresses}
    assert max(counted.values()) <= 10, counted


def test_a_year_without_an_edition_is_a_draft(client):
    """As long as nobody signed, the records themselves are shown, marked so."""
    make_report()
    page = page_named(client, "report", YEAR)
    assert "ฉบับร่าง" in page
    assert "การลงนามและการตรวจสอบ" not in page


def test_the_pdf_is_the_file_that_was_printed(client, edition_of_many_gifts):
    """Byte for byte; before it is printed the page of its printing is shown."""
    url = reverse("edition-pdf", args=[YEAR, 1])
    assert client.get(url).url == reverse(
        "print-job", args=[edition_of_many_gifts.copy_for(public=True).print_job_id]
    )
    digest = printed(edition_of_many_gifts.copy_for(public=True).print_job).sha256
    answer = client.get(url)
    assert answer["Content-Type"] == "application/pdf"
    assert hashlib.sha256(answer.content).hexdigest() == digest


def test_the_data_is_downloaded_with_its_edition(client, edition_of_many_gifts):
    """What was stored for the public, under its number and code."""
    data = client.get(reverse("edition-json", args=[YEAR, 1])).json()
    assert (data["schema"], data["edition"], data["code"]) == (1, 1, edition_of_many_gifts.code)
    assert data["figures"]["cash"] == "30500.00"
    assert "สมชาย" not in str(data)


def test_outsiders_are_asked_to_sign_in_for_the_internal_edition(client, edition_of_many_gifts):
    """Nothing of it is served to nobody."""
    for name in INTERNAL:
        answer = client.get(reverse(name, args=[YEAR, 1]))
        assert answer.status_code == 302, name
        assert "login" in answer.url, name


def test_who_may_not_read_people_is_refused_the_internal_edition(as_who, edition_of_many_gifts):
    """Neither a director nor the keeper of accounts reads names."""
    addresses = [reverse(name, args=[YEAR, 1]) for name in INTERNAL] + [reverse("report-live", args=[YEAR])]
    for who in ("outsider", "director", "administrator"):
        client = as_who(who)
        assert [client.get(address).status_code for address in addresses] == [403] * 4, who


def test_staff_read_the_internal_edition(as_who, edition_of_many_gifts):
    """The name of the private giver is in its data."""
    client = as_who("editor")
    assert "สมชาย" in page_named(client, "edition-internal-json", YEAR, 1)
    assert as_shown(edition_of_many_gifts.copy_for(public=False).body) in page_named(
        client, "edition-internal", YEAR, 1
    )


def test_names_of_the_signers_are_for_staff(client, as_who, edition_of_many_gifts, approver):
    """Outsiders read the post."""
    type(approver).objects.filter(pk=approver.pk).update(first_name="วิชัย")
    assert "วิชัย" not in page_named(client, "edition", YEAR, 1)
    assert "วิชัย" in page_named(as_who("editor"), "edition", YEAR, 1)


def test_the_first_edition_stays_when_a_second_is_out(client, edition_of_many_gifts, editor, approver):
    """Its page says by which it was superseded; the year's page is the second."""
    Contribution.objects.filter(amount=30_000).update(amount=45_000)
    second = sign(signing.amend(edition_of_many_gifts.report, editor, "แก้ยอด"), editor, approver)
    first_page = page_named(client, "edition", YEAR, 1)
    assert as_shown(edition_of_many_gifts.copy_for(public=True).body) in first_page
    assert f'ถูกแทนด้วย<a href="{second.get_absolute_url()}">' in first_page
    page = page_named(client, "report", YEAR)
    assert as_shown(second.copy_for(public=True).body) in page
    assert "สิ่งที่เปลี่ยนจากฉบับก่อน" in page


def test_an_amendment_not_yet_signed_changes_nothing_for_outsiders(client, edition_of_many_gifts, editor):
    """They read the edition until the next one is out."""
    signing.amend(edition_of_many_gifts.report, editor, "แก้ยอด")
    assert as_shown(edition_of_many_gifts.copy_for(public=True).body) in page_named(client, "report", YEAR)


def test_staff_read_the_year_as_it_stands(as_who, edition_of_many_gifts):
    """With each place where it differs from the edition."""
    Contribution.objects.filter(amount=30_000).update(amount=45_000)
    page = page_named(as_who("editor"), "report-live", YEAR)
    assert "ข้อมูลปัจจุบันต่างจากฉบับที่ 1" in page
    assert "45,000 บาท" in page


@pytest.mark.parametrize("number", [0, 2])
def test_an_edition_that_is_not(client, edition_of_many_gifts, number):
    """A number without an edition is not found."""
    assert client.get(reverse("edition", args=[YEAR, number])).status_code == 404


def test_the_list_says_which_years_are_signed(client, edition_of_many_gifts):
    """Others are drafts."""
    AnnualReport.objects.create(
        fiscal_year=2558, standard=edition_of_many_gifts.report.standard, title="รายงาน"
    )
    page = page_named(client, "report-list")
    assert "ฉบับที่ 1" in page
    assert page.count("ฉบับร่าง") == 1


def test_outsiders_print_the_edition_and_staff_the_year_as_it_stands(client, as_who, edition_of_many_gifts):
    """The address of the draft's PDF leads them to what was signed."""
    url = reverse("report-pdf", args=[YEAR])
    assert client.get(url).url == reverse("edition-pdf", args=[YEAR, 1])
    assert reverse("print-job", args=[0])[:-2] in as_who("editor").get(url).url


def test_staff_are_told_where_other_layouts_are_printed(client, as_who, edition_of_many_gifts):
    """The live report has the form that prints them; outsiders, who may not open it, are not sent there."""
    sentence = "พิมพ์ได้จาก"
    assert sentence in as_who("staff").get(edition_of_many_gifts.get_absolute_url()).text
    assert sentence not in client.get(edition_of_many_gifts.get_absolute_url()).text
