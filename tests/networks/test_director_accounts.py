"""The accounts of directors: made for all schools at once, made anew, handed over, closed; told once, on paper."""

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from networks.director_accounts import (
    StaleSlipsError,
    accounts_state,
    close,
    make_slips,
    slips_html,
    slips_pdf,
)
from networks.models import SchoolAccount
from partners.models import Organization
from portal.accounts.first_passwords import FirstPassword
from portal.admin.merging.merger import merge
from portal.roles import DIRECTOR
from tests.factories import make_group, make_kind, make_member, make_office, make_organization, make_school
from tests.reading import text_of

pytestmark = pytest.mark.django_db

ACCOUNTS = reverse("admin:networks_school_accounts")
LIST = reverse("admin:networks_school_changelist")


def slips_of(*schools, **options):
    return make_slips(list(schools), state=accounts_state(schools), **options)


def as_pressed(response):
    """What the page of the accounts sends when its button is pressed."""
    context = response.context
    schools = [school.pk for school in context["schools"]]
    return {
        "school": schools,
        "state": context["state"],
        "act": context["act"] or "",
        "address": context["address"],
    }


def test_a_school_gets_an_account_under_its_code(school):
    """The role of a director and nothing more, and a password that must be changed."""
    (slip,) = slips_of(school)
    user = User.objects.get(username="93020001")
    assert (slip.username, user.check_password(slip.password)) == ("93020001", True)
    assert (user.is_staff, user.is_superuser, user.groups.get().name) == (False, False, DIRECTOR)
    assert user.school_account.school == school
    assert user.school_account.since == timezone.localdate()
    assert FirstPassword.objects.get().user == user


def test_a_school_without_a_code_signs_in_by_its_records_code(db):
    """In small letters."""
    school = make_school(smis_code=None)
    assert slips_of(school)[0].username == school.code.lower()


def test_a_name_that_somebody_else_bears_is_not_taken(school, somebody):
    """The next number is put behind it."""
    somebody(username="93020001")
    assert slips_of(school)[0].username == "93020001-2"


def test_made_again_the_account_stays_and_the_old_password_is_void(school, client):
    """Who is signed in with the old one is signed out, and the new one must be changed again."""
    (old,) = slips_of(school)
    user = User.objects.get()
    FirstPassword.objects.all().delete()
    client.force_login(user)
    (new,) = slips_of(school)
    user.refresh_from_db()
    assert (user.check_password(old.password), user.check_password(new.password)) == (False, True)
    assert SchoolAccount.objects.get().history.count() == 2
    assert FirstPassword.objects.get().user == user
    assert "ออกจากระบบ" not in client.get("/schools/").text


def test_handed_over_the_school_has_a_new_account_and_the_old_one_ends(school, client):
    """The former director is signed out and stays out; the tie is kept for the history."""
    slips_of(school)
    former = User.objects.get()
    FirstPassword.objects.all().delete()
    client.force_login(former)
    assert "โรงเรียนของฉัน" in client.get("/schools/").text
    (slip,) = slips_of(school, to_successors=True)
    former.refresh_from_db()
    assert slip.username == "93020001-2"
    assert (former.is_active, former.has_usable_password()) == (False, False)
    assert former.school_account.until == timezone.localdate()
    assert "โรงเรียนของฉัน" not in client.get("/schools/").text
    assert [account.is_present for account in school.director_accounts.order_by("pk")] == [False, True]


def test_a_former_director_who_is_let_in_again_is_no_director_of_the_school(school, client):
    """An account opened by its tick alone is tied to no school of today."""
    slips_of(school)
    former = User.objects.get()
    FirstPassword.objects.all().delete()
    close(former.school_account)
    User.objects.update(is_active=True)
    client.force_login(User.objects.get())
    assert "โรงเรียนของฉัน" not in client.get("/").text


def test_a_slip_made_meanwhile_is_not_voided_unseen(school):
    """A button pressed twice makes slips once."""
    seen = accounts_state([school])
    (slip,) = make_slips([school], state=seen)
    with pytest.raises(StaleSlipsError):
        make_slips([school], state=seen)
    assert User.objects.get().check_password(slip.password)


@pytest.mark.parametrize("to_successors", [True, False])
def test_the_account_of_a_colleague_is_not_taken_over(school, to_successors):
    """Whoever makes slips cannot set the password of one who works in the admin."""
    slips_of(school)
    User.objects.update(is_staff=True)
    before = User.objects.get().password
    with pytest.raises(PermissionDenied):
        slips_of(school, to_successors=to_successors)
    assert (User.objects.get().password, User.objects.get().is_active) == (before, True)


def test_two_schools_with_accounts_are_not_merged(school, editor):
    """One of them is closed first; then its past goes along."""
    other = make_school()
    slips_of(school, other)
    one, two = Organization.objects.get(pk=school.pk), Organization.objects.get(pk=other.pk)
    assert "ปิดบัญชี" in one.merge_refusal(two)
    close(other.director_accounts.get())
    assert one.merge_refusal(two) == ""
    merge(one, two, user=editor)
    assert school.director_accounts.count() == 2


def test_a_school_has_one_account_at_a_time(school):
    """A second one that is in use is refused."""
    slips_of(school)
    account = SchoolAccount.objects.get()
    account.pk, account.user = None, User.objects.create_user("อีกคน")
    with pytest.raises(ValidationError, match="มีบัญชีผู้อำนวยการที่ใช้อยู่แล้ว"):
        account.full_clean()


def test_slips_stand_on_a_sheet_for_each_network(school, staff):
    """A school of none comes last; each slip says where, who, and the password, which is typed without spaces."""
    make_office()
    kind = make_kind(schools_belong=True)
    second, alone = make_school(name="บ้านสวน"), make_school(name="วัดโดด")
    make_member(group=make_group(kind=kind, name="ขอนแก่น"), organization=school)
    make_member(group=make_group(kind=kind, name="กาญจนา"), organization=second)
    slips = slips_of(second, school, alone)
    html = slips_html(slips, "http://portal.example/", staff)
    assert re.findall(r"<h1>(.+?) <small>", html) == ["กาญจนา", "ขอนแก่น", "ไม่อยู่ในเครือข่ายใด"]
    sheets = text_of(slips_pdf(slips, "http://portal.example/", staff))
    for slip, sheet in zip(slips, sheets, strict=True):
        for said in ("http://portal.example/", slip.username, slip.password):
            assert said in re.sub(r"\s", "", sheet)


def test_ten_slips_go_on_a_sheet(staff):
    """A network of ten is one sheet of paper, long names among them."""
    schools = [make_school(name=f"ชุมชนบ้านควนขนุนมิตรภาพที่ 134 (ประชาอุทิศสามัคคี) {n}") for n in range(11)]
    assert [
        sheet.count("ชื่อผู้ใช้และ") for sheet in text_of(slips_pdf(slips_of(*schools), "http://portal/", staff))
    ] == [
        10,
        1,
    ]


def test_the_page_makes_accounts_for_all_schools_without_one(client_of, editor, school):
    """The answer is the PDF, which no browser keeps; a second press of the button changes nothing."""
    other, gone = make_school(), make_school(active_to="2014-01-01")
    slips_of(make_school(name="มีแล้ว"))
    client = client_of(editor)
    page = client.get(ACCOUNTS)
    assert set(page.context["schools"]) == {school, other}
    made = client.post(ACCOUNTS, as_pressed(page))
    assert made["Content-Type"] == "application/pdf"
    assert "no-store" in made["Cache-Control"]
    assert made["Content-Disposition"].startswith("attachment")
    assert "93020001" in "".join(text_of(made.content))
    assert SchoolAccount.objects.filter(school__in=[school, other]).count() == 2
    assert not gone.director_accounts.exists()
    before = set(User.objects.values_list("password", flat=True))
    again = client.post(ACCOUNTS, as_pressed(page))
    assert "เพิ่งทำไปแล้ว" in again.text
    assert set(User.objects.values_list("password", flat=True)) == before


def test_the_chosen_schools_are_told_what_they_lose(client_of, editor, school):
    """The command of the list shows whose password would be void, and makes nothing yet."""
    slips_of(school)
    other, before = make_school(), User.objects.get(username="93020001").password
    sent = {"action": "make_accounts", "_selected_action": [school.pk, other.pk]}
    page = client_of(editor).post(LIST, sent)
    assert [account.school for account in page.context["standing"]] == [school]
    assert "ใช้ไม่ได้ทันที" in page.text
    assert User.objects.get(username="93020001").password == before
    assert not other.director_accounts.exists()


def test_a_school_is_handed_over_from_its_own_screen(client_of, editor, school):
    """The screen leads to the page, and the history says who did it."""
    slips_of(school)
    client = client_of(editor)
    own = client.get(reverse("admin:networks_school_change", args=[school.pk])).text
    address = f"{ACCOUNTS}?school={school.pk}&act=hand-over"
    assert address.replace("&", "&amp;") in own
    assert "93020001" in own
    made = client.post(ACCOUNTS, as_pressed(client.get(address)))
    assert "93020001-2" in "".join(text_of(made.content))
    entry = SchoolAccount.objects.get(user__username="93020001").history.first()
    assert (entry.until, entry.history_user) == (timezone.localdate(), editor)


def test_an_account_is_closed_without_a_successor(client_of, editor, school):
    """Nobody signs in for the school any more."""
    slips_of(school)
    client = client_of(editor)
    client.post(ACCOUNTS, as_pressed(client.get(f"{ACCOUNTS}?school={school.pk}&act=close")))
    assert not SchoolAccount.objects.present().exists()
    assert not User.objects.get(username="93020001").is_active


def test_the_page_passes_over_the_account_of_a_colleague(client_of, editor, school):
    """It is named, with the reason."""
    slips_of(school)
    User.objects.filter(username="93020001").update(is_staff=True)
    page = client_of(editor).get(f"{ACCOUNTS}?school={school.pk}")
    assert page.context["schools"] == []
    assert "บัญชีเจ้าหน้าที่ด้วย" in page.text


@pytest.mark.parametrize(("who", "status"), [("approver", 200), ("administrator", 200), ("director", 302)])
def test_who_makes_accounts(request, client_of, school, who, status):
    """Whoever keeps accounts, and no director."""
    client = client_of(request.getfixturevalue(who))
    assert client.get(ACCOUNTS).status_code == status
    assert (
        client.post(ACCOUNTS, {"school": school.pk, "state": accounts_state([school])}).status_code == status
    )
    assert school.director_accounts.exists() is (status == 200)


def test_staff_who_only_look_make_none(client_of, somebody, school):
    """Without the permission neither the page, nor the button, nor the command is there."""
    looker = somebody(is_staff=True)
    looker.user_permissions.set(Permission.objects.filter(codename="view_school"))
    client = client_of(looker)
    assert client.get(ACCOUNTS).status_code == 403
    assert client.post(ACCOUNTS, {"school": school.pk, "state": accounts_state([school])}).status_code == 403
    page = client.get(LIST)
    assert ACCOUNTS not in page.text
    assert "make_accounts" not in page.text


def test_a_list_of_schools_shows_those_without_an_account(client_of, editor, school):
    """And by the other choice those with one."""
    other = make_school()
    slips_of(school)
    client = client_of(editor)
    for answer, found in (("yes", school), ("no", other)):
        assert [s.pk for s in client.get(LIST, {"account": answer}).context["cl"].result_list] == [found.pk]


def test_a_partner_has_no_account(db):
    """Accounts are for schools."""
    assert not make_organization().has_director_account
