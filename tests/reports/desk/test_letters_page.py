"""The page that prints letters of thanks and certificates: for whom, by whom, and what it refuses."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from reports.models import AnnualReport, Standard
from tests.factories import YEAR, make_office, make_organization, make_project
from tests.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def thanks_page(db):
    """The address at which the thanks of 2557 are printed."""
    make_office()
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    report = AnnualReport.objects.create(fiscal_year=YEAR, standard=standard, title="รายงาน")
    return reverse("admin:reports_annualreport_thanks", args=[report.pk])


def test_the_page_prints_only_those_that_are_ticked(staff_client, thanks_page):
    """One PDF, with a head as it was typed; those not ticked have no sheet."""
    one, other = make_organization(name="หนึ่ง"), make_organization(name="สอง")
    for partner in (one, other):
        make_project(partner=partner)
    assert "นายกองค์การบริหารส่วนตำบลหนึ่ง" in staff_client.get(thanks_page).text
    sent = {"paper": "letter", "first_number": "๑๒", "chosen": [one.code], f"head_{one.code}": "ปลัด อบต.หนึ่ง"}
    response = staff_client.post(thanks_page, sent)
    assert response["Content-Type"] == "application/pdf"
    (text,) = text_of(response.content)
    assert "ปลัด อบต.หนึ่ง" in text
    assert "ที่ 12" in text


def test_one_alone_by_its_own_button(staff_client, thanks_page):
    """Whoever else is ticked, one press prints one sheet."""
    one, other = make_organization(name="หนึ่ง"), make_organization(name="สอง")
    for partner in (one, other):
        make_project(partner=partner)
    sent = {"paper": "certificate", "chosen": [one.code, other.code], "only": other.code}
    (text,) = text_of(staff_client.post(thanks_page, sent).content)
    assert "องค์การบริหารส่วนตำบลสอง" in text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"chosen": []}, "ยังไม่ได้เลือกผู้รับ"),
        ({"chosen": ["O-99999"]}, "ยังไม่ได้เลือกผู้รับ"),
        ({"first_number": "สิบ"}, "อ่านจำนวน"),
        ({"day": "31/2/2557"}, "31/2/2557"),
        ({"paper": "poem"}, "poem"),
        ({"head": ""}, "เรียน: ใส่ผู้รับ"),
    ],
)
def test_wrong_input_comes_back_with_what_was_typed(staff_client, thanks_page, wrong, said):
    """The page says what to mend, and keeps the rest."""
    partner = make_organization()
    make_project(partner=partner)
    head = wrong.pop("head", "นายก")
    sent = {"paper": "letter", "prefix": "ศธ 1/", "chosen": [partner.code], f"head_{partner.code}": head}
    response = staff_client.post(thanks_page, sent | wrong)
    assert response.status_code == 200
    assert said in response.text
    assert 'value="ศธ 1/"' in response.text


def test_a_year_without_partners(staff_client, thanks_page):
    """The page says that there is nobody to thank."""
    assert "ยังไม่มีภาคี" in staff_client.get(thanks_page).text
    assert staff_client.post(thanks_page, {"paper": "letter"}).status_code == 200


@pytest.mark.parametrize(
    ("who", "status"), [("editor", 200), ("approver", 200), ("director", 302), (None, 302)]
)
def test_who_may_print(as_who, thanks_page, who, status):
    """Those who keep the records; others are sent to sign in."""
    assert as_who(who).get(thanks_page).status_code == status


def test_staff_who_may_not_see_organizations(client_of, somebody, thanks_page):
    """Reports alone are not enough."""
    user = somebody()
    user.is_staff = True
    user.save()
    user.user_permissions.set(Permission.objects.filter(codename="view_annualreport"))
    assert client_of(user).get(thanks_page).status_code == 403
