"""How a list becomes a file: inert cells, numbers that stay numbers, a name that says what it holds."""

from decimal import Decimal
from io import BytesIO
from urllib.parse import quote

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from portal.tables.csv_text import inert
from portal.thai.dates import file_date
from tests.factories import make_contribution, make_organization, make_project, make_school
from tests.lists import exported

pytestmark = pytest.mark.django_db

PROJECTS = reverse("admin:projects_project_changelist")
EXPORTS = [
    "partners_organization",
    "partners_document",
    "partners_agreement",
    "networks_school",
    "networks_group",
    "projects_project",
    "projects_contribution",
]


def book(response):
    return load_workbook(BytesIO(response.content)).active


@pytest.mark.parametrize("text", ["=1+1", "+66", "-2", "@SUM(A1)", "\tx", " =1+1", "\n=1", "＝1+1"])
def test_what_begins_a_formula_is_made_inert(text):
    """A cell that a spreadsheet would compute begins with an apostrophe."""
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "โครงการ", "3-4 คน", "a=b", "22/8/2557"])
def test_other_text_is_left_as_it_is(text):
    """A sign within a text begins no formula."""
    assert inert(text) == text


def test_a_control_character_does_not_break_the_file():
    """What a spreadsheet cannot hold becomes a space."""
    assert inert("บรรทัด\x0bใหม่") == "บรรทัด ใหม่"


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_formula_in_a_title_is_inert_in_the_file(staff_client, form):
    """Neither format carries a formula."""
    make_project(title="=HYPERLINK(1)")
    response = staff_client.get(f"{PROJECTS}export/{form}/")
    if form == "csv":
        assert ",'=HYPERLINK(1)," in response.content.decode()
    else:
        cell = next(c for row in book(response) for c in row if "HYPERLINK" in str(c.value))
        assert (cell.value, cell.data_type) == ("'=HYPERLINK(1)", "s")


def test_numbers_are_numbers_and_text_is_text(staff_client):
    """Money, quantities and years can be added up; codes keep their zeros."""
    project = make_project()
    make_contribution(project=project, amount=Decimal("45500.50"))
    [row] = exported(staff_client, PROJECTS)
    assert (row["จำนวนเงิน (บาท)"], row["ปีงบประมาณ"]) == (45500.5, 2557)
    make_school(smis_code="01010063")
    schools = reverse("admin:networks_school_changelist")
    assert exported(staff_client, schools)[0]["รหัสสถานศึกษา 8 หลัก"] == "01010063"


def test_an_unknown_amount_is_an_empty_cell(staff_client):
    """Unknown is not zero."""
    make_contribution(amount=None)
    assert exported(staff_client, PROJECTS)[0]["จำนวนเงิน (บาท)"] is None


def test_the_head_is_bold_and_stays(staff_client):
    """The names of the columns stand out and do not scroll away; no column is endlessly wide."""
    make_project(title="ย" * 300)
    sheet = book(staff_client.get(f"{PROJECTS}export/xlsx/"))
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert all(10 <= column.width <= 60 for column in sheet.column_dimensions.values())


def test_csv_begins_with_the_mark_of_utf8(staff_client):
    """Excel reads the Thai of a CSV file by its mark."""
    content = staff_client.get(f"{PROJECTS}export/csv/").content
    assert content.startswith("\ufeffรหัส,".encode())


@pytest.mark.parametrize(
    ("year", "name"), [("2557", "โครงการ-2557.xlsx"), ("all", "โครงการ-ทุกปี.xlsx"), ("", "โครงการ-2557.xlsx")]
)
def test_the_file_is_named_after_its_list_and_year(staff_client, year, name):
    """The name of the file is Thai and says of which year it is."""
    make_project()
    query = {"fiscal_year": year} if year else {}
    disposition = staff_client.get(f"{PROJECTS}export/xlsx/", query)["Content-Disposition"]
    assert disposition == f"attachment; filename*=utf-8''{quote(name)}"


def test_a_list_without_years_is_named_after_the_day(staff_client):
    """A list that has no year bears the day of its export in the Buddhist era."""
    response = staff_client.get(reverse("admin:partners_organization_export", args=["csv"]))
    today = file_date(timezone.localdate())
    assert response["Content-Disposition"].endswith(f"-{today}.csv")


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_every_list_is_exported_even_empty(staff_client, name, form):
    """A list without rows is a file with the names of its columns."""
    response = staff_client.get(reverse(f"admin:{name}_export", args=[form]))
    assert response.status_code == 200
    assert response.content


@pytest.mark.parametrize("name", EXPORTS)
def test_every_list_offers_its_export(staff_client, name):
    """The list leads to both files with what it is filtered by."""
    page = staff_client.get(reverse(f"admin:{name}_changelist"), {"q": "ก"}).text
    for form in ("xlsx", "csv"):
        address = reverse(f"admin:{name}_export", args=[form])
        assert f'href="{address}?' in page
    assert "q=%E0%B8%81" in page


def test_another_format_is_not_found(staff_client):
    """Only the two formats are offered."""
    assert staff_client.get(f"{PROJECTS}export/pdf/").status_code == 404


def test_an_unreadable_filter_leads_back_to_the_list(staff_client):
    """A filter that means nothing exports nothing."""
    response = staff_client.get(f"{PROJECTS}export/xlsx/?fiscal_year=x")
    assert (response.status_code, response.url) == (302, "../../?e=1")


def test_an_outsider_exports_nothing(client):
    """Who has not signed in is led to the login."""
    response = client.get(f"{PROJECTS}export/xlsx/")
    assert response.status_code == 302
    assert response.url.startswith(reverse("admin:login"))


@pytest.mark.parametrize(("codename", "status"), [("view_project", 200), ("view_document", 403)])
def test_an_export_needs_the_right_to_view(client, django_user_model, codename, status):
    """Who may see the list may take it away, and nobody else."""
    user = django_user_model.objects.create_user("ผู้ใช้", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename=codename))
    client.force_login(user)
    assert client.get(f"{PROJECTS}export/xlsx/").status_code == status


def test_the_kind_is_a_word(staff_client):
    """Choices are exported in Thai words."""
    make_organization()
    [row] = exported(staff_client, reverse("admin:partners_organization_changelist"))
    assert row["ประเภท"] == "องค์การบริหารส่วนตำบล"
