"""The command that sets the office up, by options or by asking."""

import sys

import pytest
from django.core.management import CommandError, call_command

from partners.models import Organization
from portal.models import Office, Subdistrict

pytestmark = pytest.mark.django_db

PREFIX = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา"


def set_up(**options):
    call_command("setup_office", **options)
    return Office.objects.get()


def at_a_terminal(monkeypatch, *answers):
    waiting = list(answers)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: waiting.pop(0))
    return waiting


def test_an_office_with_its_districts_is_set_up():
    """Name and districts by option make the office, its short name and its own subdistricts."""
    office = set_up(name=f"{PREFIX}ตรัง เขต 1", districts="เมืองตรัง,ปะเหลียน, 9203")
    assert (office.name, office.short_name) == (f"{PREFIX}ตรัง เขต 1", "สพป.ตรัง เขต 1")
    assert [d.name for d in office.districts.order_by("code")] == ["เมืองตรัง", "ย่านตาขาว", "ปะเหลียน"]
    assert Subdistrict.objects.own().filter(name="บางรัก").exists()


def test_the_office_is_an_organization_too():
    """So that it can issue orders and sign agreements."""
    office = set_up(name=f"{PREFIX}ตรัง เขต 1", districts="เมืองตรัง")
    own = Organization.objects.get(kind="office")
    assert (own.name, own.full_name) == ("ตรัง เขต 1", office.name)


def test_the_short_form_of_the_name_will_do():
    """สพป., spaces and Thai digits lead to the same full name."""
    assert set_up(name="สพป. ตรัง เขต ๑", districts="เมืองตรัง").name == f"{PREFIX}ตรัง เขต 1"


def test_running_it_again_changes_the_one_office():
    """What is not given again stays."""
    set_up(name="สพป.ตรัง เขต 1", districts="เมืองตรัง")
    office = set_up(districts="กันตัง")
    assert office.short_name == "สพป.ตรัง เขต 1"
    assert [d.name for d in office.districts.all()] == ["กันตัง"]
    assert set_up(short_name="เขตตรัง").districts.get().name == "กันตัง"
    assert Organization.objects.count() == 1


def test_without_options_and_without_a_terminal_it_says_what_is_missing(monkeypatch):
    """A script is told which option to give."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    with pytest.raises(CommandError, match=r"ชื่อสำนักงาน.*--name"):
        set_up()
    with pytest.raises(CommandError, match=r"อำเภอ.*--districts"):
        set_up(name="สพป.ตรัง เขต 1")
    assert not Office.objects.exists()


def test_at_a_terminal_it_asks_until_it_understands(monkeypatch):
    """A district it does not know is asked for again."""
    waiting = at_a_terminal(monkeypatch, "สพป.ตรัง เขต 1", "เมืองตรัก", "เมืองตรัง")
    assert set_up().districts.get().name == "เมืองตรัง"
    assert not waiting


@pytest.mark.parametrize(
    ("districts", "sentence"),
    [("ไม่มีจริง", "ไม่พบอำเภอ “ไม่มีจริง”"), ("เฉลิมพระเกียรติ", "มีหลายแห่ง"), (" , ", "อย่างน้อยหนึ่งอำเภอ")],
)
def test_an_unclear_district_is_refused(districts, sentence):
    """In Thai, and no office is made."""
    with pytest.raises(CommandError, match=sentence):
        set_up(name="สพป.ตรัง เขต 1", districts=districts)
    assert not Office.objects.exists()
    assert not Organization.objects.exists()


def test_another_sort_of_office_is_refused():
    """The portal is for primary education districts."""
    with pytest.raises(CommandError, match="ต้องขึ้นต้นด้วย"):
        set_up(name="สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาตรัง", districts="เมืองตรัง")
