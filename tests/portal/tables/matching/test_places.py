"""The official places: loaded whole, and found as people write them."""

import pytest

from portal.models import District, Province, Subdistrict
from portal.places import find_district, load_places

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_all_places_of_db_are_loaded():
    """77 provinces, 928 districts and every subdistrict stand with their official codes."""
    assert Province.objects.count() == 77
    assert District.objects.count() == 928
    assert Subdistrict.objects.count() > 7_400


def test_loading_again_changes_nothing():
    """A second load leaves as many places as the first."""
    before = Subdistrict.objects.count()
    load_places()
    assert Subdistrict.objects.count() == before


def test_loading_again_corrects_a_name():
    """A name that was changed becomes the official one again, with its keys."""
    District.objects.filter(code="9302").update(name="x", sort_key="x")
    load_places()
    district = District.objects.get(code="9302")
    assert district.name == "กงหรา"
    assert district.sort_key != "x"


def test_no_name_carries_the_word_of_its_kind():
    """Not even in Bangkok does a district's name begin with เขต."""
    assert District.objects.get(code="1001").name == "พระนคร"
    assert not District.objects.filter(name__startswith="เขต").exists()


def test_two_subdistricts_of_one_name_stand_apart():
    """Both ต.ควนขนุน of Phatthalung are there, and show their district."""
    names = [
        str(s) for s in Subdistrict.objects.filter(name="ควนขนุน", code__startswith="93").order_by("code")
    ]
    assert names == ["ต.ควนขนุน อ.เขาชัยสน", "ต.ควนขนุน อ.ควนขนุน"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9302", "9302"),
        ("๙๓๐๒", "9302"),
        ("กงหรา", "9302"),
        ("อ.กงหรา จ.พัทลุง", "9302"),
        ("อำเภอปากพะยูน", "9306"),
        ("เมืองพัทลุง", "9301"),
        ("อำเภอเมือง จังหวัดพัทลุง", "9301"),
        ("เฉลิมพระเกียรติ น่าน", "5515"),
        ("เขตพระนคร", "1001"),
    ],
)
def test_a_district_is_found_as_people_write_it(text, code):
    """By code or name, with or without the words of its kind, with its province where needed."""
    assert find_district(text).code == code


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("เฉลิมพระเกียรติ", "มีหลายแห่ง.*เฉลิมพระเกียรติ จ.น่าน"),
        ("กงหลา", "ไม่พบอำเภอ “กงหลา” หมายถึง: กงหรา จ.พัทลุง"),
        ("กงหรา จ.ตรัง", "ไม่พบอำเภอ “กงหรา จ.ตรัง”"),
        ("กงหรา จ.พัทลุก", "ไม่พบจังหวัด “พัทลุก”"),
        ("9999", "ไม่พบอำเภอ “9999”"),
        ("", "ไม่พบอำเภอ"),
    ],
)
def test_what_is_not_one_district_is_refused_with_an_offer(text, sentence):
    """An unknown or ambiguous name is refused in Thai, and what could be meant is offered."""
    with pytest.raises(ValueError, match=sentence):
        find_district(text)
