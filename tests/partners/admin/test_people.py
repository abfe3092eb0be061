"""Names and phones of people: seen in the admin by those who may, and by nobody else."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from partners.models import AgreementParty, OrganizationKind
from tests.admin_forms import inline_rows, seen
from tests.factories import make_agreement, make_contribution, make_organization, make_person, make_school
from tests.reading import page_at

pytestmark = pytest.mark.django_db

NAME, ROLE = "ถวิล ใจดี", "ผู้มีจิตศรัทธา"
ALLOWED = [("editor", True), ("approver", True), ("administrator", False)]
GIVER = {"app_label": "projects", "model_name": "contribution", "field_name": "giver"}


@pytest.fixture
def person(db):
    return make_person(NAME, ROLE, spellings="ตาหวิน", source_note="เล่าโดยลูกสาว")


@pytest.fixture
def read_as(as_who):
    """A page of the admin as somebody reads it."""

    def read(who, name, *args, **asked):
        return page_at(as_who(who), reverse(f"admin:{name}", args=args), **asked)

    return read


@pytest.fixture
def nearly_all(somebody):
    """An account that may do everything but see people."""
    user = somebody(username="เกือบทั้งหมด", is_staff=True)
    user.user_permissions.set(Permission.objects.exclude(codename="view_people"))
    return user


@pytest.mark.parametrize(("who", "seen"), ALLOWED)
@pytest.mark.parametrize("make", [make_organization, make_school])
def test_contacts_of_an_organization(read_as, make, who, seen):
    """The rows of contacts, with name and phone, are there or absent."""
    body = make()
    body.contacts.create(position="ปลัด", name=NAME, phone="081-000-1111")
    page = read_as(who, f"{body._meta.app_label}_{body._meta.model_name}_change", body.pk)
    assert (NAME in page) is ("081-000-1111" in page) is seen


@pytest.mark.parametrize(("who", "seen"), ALLOWED)
def test_signatories_of_an_agreement(read_as, who, seen):
    """The name of who signed is seen or absent; the position is there for everybody."""
    agreement = make_agreement()
    AgreementParty.objects.filter(agreement=agreement).update(
        signatory_name=NAME, signatory_position="นายก อบต."
    )
    page = read_as(who, "partners_agreement_change", agreement.pk)
    assert (NAME in page) is seen
    assert "นายก อบต." in page


@pytest.mark.parametrize(("who", "seen"), ALLOWED)
def test_a_private_person_in_the_list(read_as, person, who, seen):
    """The list tells the name with the public role, or the role alone."""
    page = read_as(who, "partners_organization_changelist")
    assert (NAME in page) is seen
    assert ROLE in page


@pytest.mark.parametrize(("who", "seen"), ALLOWED)
def test_a_private_person_on_its_own_screen(read_as, person, who, seen):
    """Name, earlier names, spellings and notes are seen or absent; the role is there for everybody."""
    person.former_names.create(kind=OrganizationKind.PERSON, name="ถวิล ใจงาม", until="2014-01-01")
    page = read_as(who, "partners_organization_change", person.pk)
    for told in (NAME, "ถวิล ใจงาม", "ตาหวิน", "เล่าโดยลูกสาว"):
        assert (told in page) is seen
    assert ROLE in page


@pytest.mark.parametrize(("who", "seen"), ALLOWED)
def test_a_private_person_in_a_box_of_suggestions(read_as, person, who, seen):
    """Typing the name suggests the person, or nobody."""
    body = make_organization(name="ถวิลพัฒนา")
    page = read_as(who, "autocomplete", term="ถวิล", **GIVER).encode().decode("unicode_escape")
    assert (NAME in page) is seen
    assert (ROLE in page) is seen
    assert str(body) in page


def test_all_suggestions_tell_no_name(read_as, person):
    """Before anything is typed a person stands in the box under the public role."""
    page = read_as("administrator", "autocomplete", term="", **GIVER).encode().decode("unicode_escape")
    assert f"{ROLE} ({person.code})" in page
    assert NAME not in page


@pytest.mark.parametrize(("who", "seen"), ALLOWED)
@pytest.mark.parametrize("term", ["ถวิล", "ตาหวิน"])
def test_a_private_person_in_the_search(read_as, person, who, seen, term):
    """A search for a name or another spelling finds the person, or nobody."""
    make_organization(name="ถวิลพัฒนา", spellings="ตาหวิน")
    page = read_as(who, "partners_organization_changelist", q=term)
    assert (ROLE in page) is seen
    assert "ถวิลพัฒนา" in page


@pytest.mark.parametrize("lookup", ["name__startswith", "search_key__contains", "spellings__contains"])
@pytest.mark.parametrize(("who", "found"), ALLOWED)
def test_a_name_is_not_guessed_through_the_address(as_who, person, lookup, who, found):
    """A filter on a telling field, written into the list's address, is refused to who may not see names."""
    response = as_who(who).get(reverse("admin:partners_organization_changelist"), {lookup: "ถ"})
    assert (response.status_code == 200) is found


@pytest.mark.parametrize("who", ["editor", "administrator"])
def test_a_giver_is_told_by_the_public_role(read_as, person, who):
    """Where others point at a private person, the role and the code stand for everybody."""
    contribution = make_contribution(giver=person)
    page = read_as(who, "projects_project_change", contribution.project.pk)
    assert f"{ROLE} ({person.code})" in page
    assert NAME not in page


def test_the_log_keeps_no_name(client_of, editor, person):
    """What is logged of a saved person is the role and the code."""
    sent = {"kind": "person", "name": "ถวิล ใจดีมาก", "public_role": ROLE} | seen(person)
    for prefix in ("former_names", "contacts"):
        sent |= inline_rows(prefix)
    client = client_of(editor)
    client.post(reverse("admin:partners_organization_change", args=[person.pk]), sent)
    assert LogEntry.objects.get().object_repr == f"{ROLE} ({person.code})"


def test_one_permission_alone_decides(read_as, nearly_all, person):
    """Who may change everything, but not see people, sees no name, and no contact."""
    body = make_organization()
    body.contacts.create(position="ปลัด", name=NAME)
    assert NAME not in read_as("nearly_all", "partners_organization_change", body.pk)
    assert NAME not in read_as("nearly_all", "partners_organization_change", person.pk)
    assert NAME not in read_as("nearly_all", "partners_organization_changelist")
