"""The lists of organizations, documents and agreements: columns, filters, actions, export."""

from datetime import date, timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from partners.models import Agreement, AgreementEnd, AgreementState, Contact
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_organization,
    make_person,
    make_project,
)
from tests.lists import column, exported

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ORGANIZATIONS = reverse("admin:partners_organization_changelist")
DOCUMENTS = reverse("admin:partners_document_changelist")
AGREEMENTS = reverse("admin:partners_agreement_changelist")


def test_what_an_organization_gave_and_runs(staff_client):
    """Confirmed projects are counted and what was received for them added up; drafts and plans are not."""
    giver = make_organization()
    make_contribution(project=make_project(partner=giver), amount=1000)
    make_contribution(project=make_project(partner=giver, fiscal_year=2556), amount=500)
    make_contribution(project=make_project(partner=giver, status="draft"), amount=7)
    make_contribution(project=make_project(partner=giver), amount=9, receipt="planned")
    assert column(staff_client, ORGANIZATIONS, "projects") == ["3"]
    assert column(staff_client, ORGANIZATIONS, "given") == ["1,500"]


def test_an_organization_that_gave_nothing_shows_no_amount(staff_client):
    """Nothing given is neither zero nor unknown."""
    make_organization()
    assert column(staff_client, ORGANIZATIONS, "given") == ["-"]


def test_organizations_stand_in_dictionary_order(staff_client):
    """By proper name, a leading vowel after its consonant."""
    for name in ("ควน", "โพธิ์", "เกาะ", "ขาว"):
        make_organization(name=name)
    assert column(staff_client, ORGANIZATIONS, "shown_name") == ["อบต.เกาะ", "อบต.ขาว", "อบต.ควน", "อบต.โพธิ์"]


def test_kinds_sort_as_they_are_offered(staff_client):
    """The column of kinds begins with local governments, as its form does."""
    for kind in ("temple", "sao", "pao"):
        make_organization(kind=kind)
    kinds = column(staff_client, ORGANIZATIONS, "kind_words", o="2")
    assert kinds == ["องค์การบริหารส่วนจังหวัด", "องค์การบริหารส่วนตำบล", "วัด"]


@pytest.mark.parametrize(
    ("query", "shown"), [({"kind": "temple"}, ["วัดใหม่"]), ({"kind": "sao"}, ["อบต.ใหม่"])]
)
def test_organizations_by_kind(staff_client, query, shown):
    """A kind shows its own and hides the others."""
    make_organization(name="ใหม่")
    make_organization(kind="temple", name="ใหม่")
    assert column(staff_client, ORGANIZATIONS, "shown_name", **query) == shown


def test_the_name_and_the_contacts_of_a_person_are_for_those_who_may_read_them(client_of, administrator):
    """An administrator reads the role, in the list and in its export."""
    person = make_person("สมชาย ใจดี", "ปราชญ์ชาวบ้าน")
    Contact.objects.create(organization=person, position="ประธาน", name="สมหญิง", phone="0812345678")
    client = client_of(administrator)
    assert column(client, ORGANIZATIONS, "shown_name") == ["ปราชญ์ชาวบ้าน"]
    [row] = exported(client, ORGANIZATIONS)
    assert row["ชื่อเต็ม"] == row["ชื่อเฉพาะ"] == "ปราชญ์ชาวบ้าน"
    assert row["ผู้ติดต่อ"] is None


def test_who_may_read_people_reads_and_exports_them(staff_client):
    """With the permission, the name and whom to call."""
    person = make_person("สมชาย ใจดี", "ปราชญ์ชาวบ้าน")
    Contact.objects.create(organization=person, position="ประธาน", name="สมหญิง", phone="0812345678")
    assert column(staff_client, ORGANIZATIONS, "shown_name") == ["สมชาย ใจดี"]
    [row] = exported(staff_client, ORGANIZATIONS)
    assert (row["ชื่อเต็ม"], row["ผู้ติดต่อ"]) == ("สมชาย ใจดี", "ประธาน สมหญิง 0812345678")


def test_a_document_says_what_it_proves(staff_client):
    """Its projects by every way, each counted once; the one that proves nothing says so."""
    paper = make_document(title="ก")
    make_document(title="ข")
    agreement = make_agreement()
    agreement.documents.add(paper)
    project = make_project(agreement=agreement)
    project.documents.add(paper)
    make_contribution(document=paper)
    assert column(staff_client, DOCUMENTS, "proves") == ["2 โครงการ", "-"]


def test_documents_with_and_without_a_file(staff_client):
    """The filter and the column agree."""
    make_document(title="มีไฟล์", file="documents/x.pdf", file_name="x.pdf")
    make_document(title="ไม่มีไฟล์")
    assert column(staff_client, DOCUMENTS, "named", has_file="yes") == ["มีไฟล์"]
    assert column(staff_client, DOCUMENTS, "named", has_file="no") == ["ไม่มีไฟล์"]
    assert column(staff_client, DOCUMENTS, "has_file") == ["มี", "ไม่มี"]


@pytest.mark.parametrize("term", ["295/2557", "๒๙๕/๒๕๕๗", "๒๙๕ / ๒๕๕๗"])
def test_a_document_is_found_by_its_number(staff_client, term):
    """In either script, with or without spaces."""
    make_document(title="คำสั่งแต่งตั้ง", number="295/2557")
    make_document(number="296/2557")
    assert column(staff_client, DOCUMENTS, "named", q=term) == ["คำสั่งแต่งตั้ง"]


@pytest.mark.parametrize(("action", "is_public"), [("publish", True), ("withdraw", False)])
def test_documents_are_published_in_bulk(staff_client, action, is_public):
    """The chosen ones change, with a line in their history; the others stay."""
    chosen, other = make_document(is_public=not is_public), make_document(is_public=not is_public)
    staff_client.post(DOCUMENTS, {"action": action, "_selected_action": [chosen.pk]})
    chosen.refresh_from_db()
    other.refresh_from_db()
    assert (chosen.is_public, other.is_public) == (is_public, not is_public)
    assert [entry.object_id for entry in LogEntry.objects.all()] == [str(chosen.pk)]


def test_who_may_only_view_documents_cannot_publish_them(client, django_user_model):
    """The action is for those who may change a document."""
    user = django_user_model.objects.create_user("ผู้ดู", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_document"))
    client.force_login(user)
    paper = make_document()
    client.post(DOCUMENTS, {"action": "publish", "_selected_action": [paper.pk]})
    paper.refresh_from_db()
    assert not paper.is_public


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        (-1, "สิ้นสุดแล้ว", "red"),
        (0, "สิ้นสุดวันนี้", "orange"),
        (90, "เหลือ 90 วัน", "orange"),
        (91, "มีผลอยู่", "green"),
    ],
)
def test_the_state_of_an_agreement_by_the_days_left(staff_client, days, words, tone):
    """In words beside the colour."""
    today = timezone.localdate()
    make_agreement(end="dated", starts_on=today - timedelta(400), ends_on=today + timedelta(days))
    assert column(staff_client, AGREEMENTS, "standing") == [words]
    assert f'<span class="tone {tone}">{words}' in staff_client.get(AGREEMENTS).text


def test_an_agreement_of_unknown_term_is_grey(staff_client):
    """What cannot be known is said, not guessed."""
    make_agreement(starts_on=None, end="unknown")
    assert '<span class="tone grey">ไม่ทราบ' in staff_client.get(AGREEMENTS).text


def test_an_agreement_names_its_parties(staff_client, client_of, administrator):
    """Organizations, words, and of a person the role unless the name may be read."""
    person = make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา")
    make_agreement(make_organization(name="ก"), person).parties.create(order=9, words="โรงเรียนในสังกัด")
    sides = column(client_of(administrator), AGREEMENTS, "sides")
    assert sides == ["อบต.ก, ผู้มีจิตศรัทธา, โรงเรียนในสังกัด"]
    assert column(staff_client, AGREEMENTS, "sides") == ["อบต.ก, สมชาย ใจดี, โรงเรียนในสังกัด"]


def test_agreements_that_end_soon(staff_client):
    """Those that end in 90 days from today, the 90th included, and not those that ended."""
    today = timezone.localdate()
    for days in (-1, 0, 90, 91):
        make_agreement(
            title=str(days), end="dated", starts_on=date(2014, 1, 1), ends_on=today + timedelta(days)
        )
    assert set(column(staff_client, AGREEMENTS, "named", state="soon")) == {"0", "90"}


dates = st.none() | st.dates(date(2014, 1, 1), date(2014, 1, 6))


class StatesTest(TestCase):
    """The filter asks the database what the model says of one agreement."""

    @given(starts_on=dates, ends_on=dates, end=st.sampled_from(AgreementEnd), day=dates.filter(bool))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def test_a_state_filters_what_the_model_says(self, starts_on, ends_on, end, day):
        """Each agreement is found in its own state and in no other."""
        latest = max(filter(None, [starts_on, ends_on, day]))
        ends_on = latest if end == AgreementEnd.DATED else None
        agreement = Agreement.objects.create(title="ก", starts_on=starts_on, end=end, ends_on=ends_on)
        for on in (day, day + timedelta(9)):
            found = [s for s in AgreementState if Agreement.objects.in_state(s, on).exists()]
            assert found == [agreement.state(on)]


def test_agreements_are_exported_in_words(staff_client):
    """Partial dates as they are typed, the state of today, the codes of the parties."""
    first, second = make_organization(name="ก"), make_organization(name="ข")
    make_agreement(first, second, signed_first=date(2008, 1, 1), signed_last=date(2008, 12, 31))
    [row] = exported(staff_client, AGREEMENTS)
    assert (row["ลงนามวันที่"], row["เริ่มมีผล"], row["สถานะวันนี้"]) == ("พ.ศ. 2551", "1/1/2557", "มีผลอยู่")
    assert row["รหัสคู่ตกลง"] == f"{first.code}, {second.code}"
