"""The forms of a year for download: who is given which."""

import io
import json
import zipfile

import openpyxl
import pytest
from django.urls import reverse

from portal.roles import ADMINISTRATOR, EDITOR
from projects.models import Contribution
from tests.factories import YEAR, make_contribution, make_person
from tests.reading import words_of_word

pytestmark = pytest.mark.django_db
FORMS = ("report-xlsx", "report-docx", "report-json")


def test_everybody_is_given_workbook_word_file_and_data(client):
    """Each opens as what it says it is."""
    make_contribution(amount=278_500)
    xlsx, docx, data = (client.get(reverse(name, args=[YEAR])).content for name in FORMS)
    assert openpyxl.load_workbook(io.BytesIO(xlsx))["เงินสนับสนุน"]["F2"].value == 278_500
    assert "บัญชีการสนับสนุน" in words_of_word(docx)
    assert json.loads(data)["contributions"][0]["amount_baht"] == 278_500


def test_the_word_file_has_the_digits_asked_for(client):
    """Thai digits unless Arabic ones are asked for; anything else is Thai."""
    make_contribution()
    address = reverse("report-docx", args=[YEAR])

    for asked, digits in (({}, "๒๕๕๗"), ({"digits": "x"}, "๒๕๕๗"), ({"digits": "arabic"}, "2557")):
        assert digits in words_of_word(client.get(address, asked).content)


@pytest.mark.parametrize("name", [*FORMS, "report-proof"])
def test_an_unknown_year_is_not_found(client, name):
    """A year without records has no forms."""
    assert client.get(reverse(name, args=[2590])).status_code == 404


def test_the_folder_is_for_the_office(client, client_of, somebody, outsider):
    """It names people and holds private evidence: who may read both is given the zip, all others are not."""
    make_contribution()
    address = reverse("report-folder", args=[YEAR])
    assert client.get(address).status_code == 302
    for user in (outsider, somebody(ADMINISTRATOR)):
        assert client_of(user).get(address).status_code == 403
    answer = client_of(somebody(EDITOR)).get(address)
    folder = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert f"รายงาน-{YEAR}.pdf" in folder.namelist()
    assert answer.headers["Content-Type"] == "application/zip"


def test_the_report_page_leads_to_all_forms_and_staff_to_the_folder(client, staff):
    """Readers find every form on the page; the folder only who may have it."""
    make_contribution()
    page = client.get(reverse("report", args=[YEAR])).content.decode()
    for name in (*FORMS, "report-proof"):
        assert reverse(name, args=[YEAR]) in page
    assert reverse("report-folder", args=[YEAR]) not in page
    client.force_login(staff)
    assert (
        reverse("report-folder", args=[YEAR]) in client.get(reverse("report", args=[YEAR])).content.decode()
    )


def test_asking_for_the_office_form_gives_a_stranger_the_public_one(client):
    """The word ?internal opens nothing to who may not read names."""
    make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้ปกครอง"))
    for name in FORMS:
        content = client.get(reverse(name, args=[YEAR]), {"internal": "yes"}).content
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                content = b"".join(parts.read(part) for part in parts.namelist())
        assert "สมชาย" not in content.decode(errors="ignore")


@pytest.fixture
def changed_since_signed(edition):
    """A year that was signed with 30,000 baht, of which the records say 45,000 now."""
    Contribution.objects.update(amount=45_000)
    return edition


def test_outsiders_are_given_the_word_file_of_the_edition(client, changed_since_signed):
    """Made of what was stored, in the digits asked for."""
    answer = client.get(reverse("report-docx", args=[YEAR]), {"digits": "arabic"}, follow=True)
    assert answer.redirect_chain[0][0].startswith(reverse("edition-docx", args=[YEAR, 1]))
    assert "30,000" in words_of_word(answer.content)
    assert "45,000" not in words_of_word(answer.content)
    thai = words_of_word(client.get(reverse("edition-docx", args=[YEAR, 1])).content)
    assert "๓๐,๐๐๐" in thai


def test_outsiders_are_given_the_data_of_the_edition(client, changed_since_signed):
    """Under its code, as it was signed."""
    data = client.get(reverse("report-json", args=[YEAR]), follow=True).json()
    assert (data["code"], data["figures"]["cash"]) == (changed_since_signed.code, "30000.00")


def test_readers_inside_are_given_the_year_as_it_stands(client_of, editor, changed_since_signed):
    """They work on it."""
    client = client_of(editor)
    asked = {"digits": "arabic"}
    assert "45,000" in words_of_word(client.get(reverse("report-docx", args=[YEAR]), asked).content)
    assert client.get(reverse("report-json", args=[YEAR])).json()["contributions"][0]["amount_baht"] == 45_000


def test_the_workbook_says_where_it_differs_from_the_edition(client, changed_since_signed):
    """On its first sheet: the edition's number, and the figures of both."""
    book = openpyxl.load_workbook(io.BytesIO(client.get(reverse("report-xlsx", args=[YEAR])).content))
    told = " ".join(cell.value for row in book.worksheets[0].rows for cell in row)
    assert "ต่างจากรายงานฉบับที่ 1" in told
    assert "30,000 บาท → ไฟล์นี้ 45,000 บาท" in told


def test_the_workbook_of_an_unchanged_year_says_nothing(client, edition):
    """As long as the records stand as signed there is no such sheet."""
    book = openpyxl.load_workbook(io.BytesIO(client.get(reverse("report-xlsx", args=[YEAR])).content))
    assert "โปรดอ่าน" not in book.sheetnames


def test_the_page_of_an_edition_leads_to_its_own_forms(client, changed_since_signed):
    """Not to those of the records, which may say otherwise; the workbook is named as of today."""
    page = client.get(reverse("report", args=[YEAR])).content.decode()
    for name in ("edition-pdf", "edition-docx", "edition-json"):
        assert reverse(name, args=[YEAR, 1]) in page
    for name in ("report-docx", "report-json"):
        assert reverse(name, args=[YEAR]) not in page
    assert "ข้อมูลปัจจุบัน <a" in page
    assert reverse("report-proof", args=[YEAR]) in page
