"""The screens of organizations, documents and agreements."""

import pytest
from django.urls import reverse

from partners.models import Agreement, Document, Organization, OrganizationKind
from tests.admin_forms import inline_rows, seen

pytestmark = pytest.mark.django_db


def organization_form(**changed):
    form = {"kind": "sao", "name": "ควนขนุน", "code": ""}
    return form | inline_rows("former_names") | inline_rows("contacts") | changed


def agreement_form(*parties, **changed):
    form = {"title": "ความร่วมมือ", "status": "draft", "end": "unknown", "code": ""}
    return form | inline_rows("parties", *[{"order": "", "words": words} for words in parties]) | changed


def test_school_codes_are_refused_on_another_kind(staff_client):
    """Only schools and child centres have school codes."""
    url = reverse("admin:partners_organization_add")
    response = staff_client.post(url, organization_form(smis_code="93010001"))
    assert "ใช้กับโรงเรียนและศูนย์พัฒนาเด็กเล็กเท่านั้น" in response.text
    assert not Organization.objects.exists()


def test_a_new_organization_gets_a_code(staff_client):
    """A code left empty is given by the portal."""
    assert (
        staff_client.post(reverse("admin:partners_organization_add"), organization_form()).status_code == 302
    )
    assert Organization.objects.get().code == "O-001"


def test_a_code_never_changes(staff_client):
    """A code sent for a stored record is not read."""
    stored = Organization.objects.create(kind=OrganizationKind.SAO, name="ควนขนุน")
    url = reverse("admin:partners_organization_change", args=[stored.pk])
    sent = organization_form(code="O-999", name="โตนดด้วน") | seen(stored)
    assert staff_client.post(url, sent).status_code == 302
    stored.refresh_from_db()
    assert (stored.code, stored.name) == ("O-001", "โตนดด้วน")


def test_a_former_name_finds_the_organization(staff_client):
    """A name it bore until a day is saved with it and found by the search."""
    former = inline_rows("former_names", {"kind": "sao", "name": "ปันแต", "until": "30/9/2555"})
    url = reverse("admin:partners_organization_add")
    assert (
        staff_client.post(url, organization_form(kind="subdistrict_municipality") | former).status_code == 302
    )
    found = staff_client.get(reverse("admin:partners_organization_changelist"), {"q": "อบต. ปันแต"})
    assert "ทต.ควนขนุน" in found.text


def test_an_agreement_of_one_party_is_refused(staff_client):
    """An agreement has two parties or more."""
    response = staff_client.post(reverse("admin:partners_agreement_add"), agreement_form("โรงเรียนในสังกัด"))
    assert "คู่ตกลงต้องมีอย่างน้อยสองฝ่าย" in response.text
    assert not Agreement.objects.exists()


def test_an_empty_row_is_no_party(staff_client):
    """The row left empty is neither counted nor complained of."""
    response = staff_client.post(reverse("admin:partners_agreement_add"), agreement_form("โรงเรียนในสังกัด", ""))
    page = response.text
    assert "คู่ตกลงต้องมีอย่างน้อยสองฝ่าย" in page
    assert "คู่ตกลง: เลือกหน่วยงาน" not in page


def test_taking_a_party_away_leaves_two(staff_client):
    """The second of two parties cannot be deleted."""
    agreement = Agreement.objects.create(title="ความร่วมมือ")
    first, second = (agreement.parties.create(words=words) for words in ("หนึ่ง", "สอง"))
    lines = [
        {"id": first.pk, "agreement": agreement.pk, "order": 0, "words": "หนึ่ง"},
        {"id": second.pk, "agreement": agreement.pk, "order": 0, "words": "สอง", "DELETE": "on"},
    ]
    url = reverse("admin:partners_agreement_change", args=[agreement.pk])
    response = staff_client.post(url, agreement_form() | inline_rows("parties", *lines, stored=2))
    assert "คู่ตกลงต้องมีอย่างน้อยสองฝ่าย" in response.text
    assert agreement.parties.count() == 2


def test_an_agreement_with_two_parties_is_saved(staff_client):
    """Dates are typed in the Buddhist era; one signing day is first and last."""
    form = agreement_form("โรงเรียนในสังกัด", "เครือข่าย", signed="22 ส.ค. 57")
    assert staff_client.post(reverse("admin:partners_agreement_add"), form).status_code == 302
    agreement = Agreement.objects.get()
    assert agreement.parties.count() == 2
    assert agreement.signed_last.isoformat() == "2014-08-22"


def test_an_agreement_that_ends_before_it_starts_is_refused(staff_client):
    """The sentence stands beside the end and names the remedy."""
    form = agreement_form("หนึ่ง", "สอง", starts_on="1/10/2557", end="dated", ends_on="30/9/2557")
    response = staff_client.post(reverse("admin:partners_agreement_add"), form)
    assert "ให้แก้วันใดวันหนึ่ง" in response.context["adminform"].form.errors["ends_on"][0]
    page = response.text
    assert 'value="1/10/2557"' in page
    assert 'value="30/9/2557"' in page
    assert not Agreement.objects.exists()


def test_the_change_page_shows_dates_in_the_buddhist_era(staff_client):
    """A stored day stands in its box as it is typed."""
    agreement = Agreement.objects.create(title="ความร่วมมือ", starts_on="2014-08-22")
    page = staff_client.get(reverse("admin:partners_agreement_change", args=[agreement.pk])).text
    assert 'value="22/8/2557"' in page


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [("2551", "2008-01-01", "2008-12-31"), ("พ.ค. 2557", "2014-05-01", "2014-05-31")],
)
def test_a_partly_known_signing_is_one_box(staff_client, typed, first, last):
    """Of an agreement whose year or month alone is known, the officer types that and no first and last day."""
    form = agreement_form("หนึ่ง", "สอง", signed=typed)
    assert staff_client.post(reverse("admin:partners_agreement_add"), form).status_code == 302
    agreement = Agreement.objects.get()
    assert (agreement.signed_first.isoformat(), agreement.signed_last.isoformat()) == (first, last)


def test_an_agreement_that_ends_before_it_was_signed_is_refused(staff_client):
    """The sentence stands beside the end; the signing stays as it was typed."""
    form = agreement_form("หนึ่ง", "สอง", signed="พ.ค. 2557", end="dated", ends_on="30/4/2557")
    response = staff_client.post(reverse("admin:partners_agreement_add"), form)
    assert list(response.context["adminform"].form.errors) == ["ends_on"]
    assert 'value="พ.ค. 2557"' in response.text


def test_an_unreadable_date_of_a_document_is_refused_beside_its_box(staff_client):
    """A day that does not exist is refused in Thai, and the whole form comes back."""
    form = {"kind": "order", "title": "คำสั่งที่พิมพ์ไว้", "code": "", "dated": "31/2/2557"}
    response = staff_client.post(reverse("admin:partners_document_add"), form)
    assert "ไม่มีวันที่ 31" in response.context["adminform"].form.errors["dated"][0]
    page = response.text
    assert 'value="31/2/2557"' in page
    assert 'value="คำสั่งที่พิมพ์ไว้"' in page
    assert not Document.objects.exists()
