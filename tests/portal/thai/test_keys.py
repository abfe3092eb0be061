"""Keys by which Thai names are compared, found and sorted."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.keys import (
    find_key,
    holds_near,
    name_key,
    near_keys,
    near_parts,
    search_key,
    search_words,
    sort_key,
)

PROVINCES = """
กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น จันทบุรี ฉะเชิงเทรา ชลบุรี ชัยนาท ชัยภูมิ ชุมพร
เชียงราย เชียงใหม่ ตรัง ตราด ตาก นครนายก นครปฐม นครพนม นครราชสีมา นครศรีธรรมราช นครสวรรค์ นนทบุรี นราธิวาส
น่าน บึงกาฬ บุรีรัมย์ ปทุมธานี ประจวบคีรีขันธ์ ปราจีนบุรี ปัตตานี พระนครศรีอยุธยา พะเยา พังงา พัทลุง พิจิตร
พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต มหาสารคาม มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง ระยอง ราชบุรี
ลพบุรี ลำปาง ลำพูน เลย ศรีสะเกษ สกลนคร สงขลา สตูล สมุทรปราการ สมุทรสงคราม สมุทรสาคร สระแก้ว สระบุรี สิงห์บุรี
สุโขทัย สุพรรณบุรี สุราษฎร์ธานี สุรินทร์ หนองคาย หนองบัวลำภู อ่างทอง อำนาจเจริญ อุดรธานี อุตรดิตถ์ อุทัยธานี
อุบลราชธานี
"""
DISTRICTS = "กงหรา เขาชัยสน ควนขนุน ตะโหมด บางแก้ว ปากพะยูน ป่าบอน ป่าพะยอม เมืองพัทลุง ศรีนครินทร์ ศรีบรรพต"
ORDERED = {
    "the provinces, as officially listed": PROVINCES,
    "the districts of Phatthalung, as officially listed": DISTRICTS,
    "consonants before vowels": "กก กง กบ กรม กลอง กอ กะ กัน กา กำ กิน กีบ กึ่ง กุ้ง กู้ เก แก โก ใกล้ ไก่ ขอ",
    "names": "กก กงหรา กรงอิตำ เกาะเต่า เกาะนางคำ โคกทราย โคกม่วง",
    "leading vowels under their consonant": "จันทร์ เจริญ แจ้ง โจร ใจ ไจ้ ฉลอง",
    "ro, ru, lo, lu, wo": "ร้อย เรณู ไร่ ฤทธิ์ ลพบุรี ไล่ วัด",
    "the five tones": "ปา ป่า ป้า ป๊า ป๋า",
    "tones under a leading vowel": "เกง เก็ง เก่ง เก้ง เก๋ง",
    "tones only settle ties": "ผู ผู้ ผูก ผู้เรียน ผู้ใหญ่",
    "a tone does not outweigh a later letter": "ข้าง ขาด ข่าน ขาย ข้าว",
    "a silenced letter still counts": "จัน จันทน์ จันทร์",
    "digits, Latin in either case, Thai": "1 9 abc Abd กก",
}


@pytest.mark.parametrize("names", ORDERED.values(), ids=ORDERED.keys())
def test_names_sort_in_dictionary_order(names):
    """Names in any order come back in the order of the Royal Institute's dictionary."""
    names = names.split()
    shuffled = random.Random(2557).sample(names, len(names))
    assert sorted(shuffled, key=sort_key) == names


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("บ้านควน", "บ้าน ควน"),
        ("อบต.ควนขนุน", "อบตควนขนุน"),
        ("(วัดใต้)", "วัดใต้"),
        ("ABC", "abc"),
        ("กรุงเทพฯ", "กรุงเทพ"),
    ],
)
def test_spaces_punctuation_and_case_only_settle_ties(name, other):
    """Names that differ in spaces, punctuation or case have one first level and two keys."""
    between = [f"{name}ก", f"{other}ก"]
    assert sort_key(name) != sort_key(other)
    assert max(sort_key(name), sort_key(other)) < min(map(sort_key, between))


def test_a_name_typed_in_another_spelling_sorts_the_same():
    """Text that is stored alike has the same key."""
    assert sort_key("เเม่น\u0e4d\u0e32") == sort_key(" แม่นำ\u200b")


def test_what_the_code_page_lacks_does_not_fail():
    """Letters outside Thai and ASCII keep a place."""
    assert sort_key("é漢") == "3f3f003f3f"


def test_an_empty_name_has_a_key():
    """Nothing sorts before everything."""
    assert sort_key("") == "00" < sort_key("!") < sort_key("ก")


@given(st.text(max_size=300) | st.text(alphabet="กขเไ่้ 1a", max_size=300))
def test_keys_are_short_hex(text):
    """A key has at most 400 characters, all of them hex digits."""
    assert re.fullmatch("[0-9a-f]{2,400}", sort_key(text))


def test_a_key_of_a_long_text_fits_its_column():
    """Each level holds 99 letters of a text, however long it is."""
    assert sort_key("ก" * 300) == "a1" * 99 + "00" + "a1" * 99


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("โรงเรียนวัดหวัง", "หวัง"),
        ("วัดหวัง", "หวัง"),
        ("ร.ร. วัดหวัง", "หวัง"),
        ("ร.ร วัดหวัง", "หวัง"),
        ("รร.วัดหวัง", "หวัง"),
        ("“โรงเรียนวัดหวัง”", "หวัง"),
        ("ศูนย์พัฒนาเด็กเล็กบ้านควน", "ควน"),
        ("ศพด.บ้านควน", "ควน"),
        ("บ้านควนขนุน", "ควนขนุน"),
        ("อบต.บ้านควน", "อบตบานควน"),
        ("เทศบาลตำบลแม่ขรี (เดิม)", "เทสบาลตำบลแมขรีเดิม"),
        ("บันทึก ที่ ๒๓/๒๕๕๗", "บันทึกที232557"),
        ("Phatthalung Co., Ltd.", "phatthalungcoltd"),
        ("สิทธิ์_ก-ข|ค", "สิททิกขค"),
    ],
)
def test_a_name_is_reduced_to_what_is_searched(text, key):
    """School words, บ้าน or วัด, spaces, punctuation and tones are dropped from a name."""
    assert search_key(text) == key


@pytest.mark.parametrize(
    ("text", "key"), [("โรงเรียน", "โรงเรียน"), ("ร.ร.", "รร"), ("วัด", "วัด"), ("โรงเรียนบ้าน", "บาน")]
)
def test_a_name_is_never_dropped_whole(text, key):
    """A word that would leave nothing stays."""
    assert search_key(text) == key


@pytest.mark.parametrize(("text", "key"), [("ร.รักษาดินแดน", "รรักสาดินแดน"), ("บานาน่า", "บานานา"), ("วัดุ", "วัดุ")])
def test_a_word_that_only_begins_alike_stays(text, key):
    """A dropped word ends where its syllable ends."""
    assert search_key(text) == key


def test_each_name_stands_once():
    """Names that come to the same, and empty ones, add nothing."""
    assert search_key("โรงเรียนวัดหวัง", "รร.วัดหวัง", "", " - ", "หานโพธิ์", "หาญโพธิ์") == "หวัง|หานโพทิ"


@pytest.mark.parametrize("texts", [(), ("",), (" ", "…")])
def test_nothing_has_an_empty_key(texts):
    """No text, or none that can be searched, gives an empty key."""
    assert search_key(*texts) == ""


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("วัดหวัง", "โรงเรียนวัดหวัง"),
        ("ร.ร วัดหวัง", "โรงเรียนวัดหวัง"),
        ("หวัง", "โรงเรียนวัดหวัง"),
        ("โรงเรียนวัดหวัง", "วัดหวัง"),
        ("หาน โพธิ์", "เครือข่ายควนขนุนหานโพธิ์"),
        ("หานโพธิ", "เครือข่ายควนขนุนหานโพธิ์"),
        ("หาญโพธิ์", "เครือข่ายควนขนุนหานโพธิ์"),
        ("บ้านควน", "เครือข่ายควนขนุน"),
        ("บานควน", "โรงเรียนบ้านควน"),
        ("๒๓/๒๕๕๗", "บันทึกเลขที่ 23/2557"),
        ("23/2557", "คำสั่งที่ ๒๓/๒๕๕๗"),
        ("น\u0e4d\u0e32ตก", "โรงเรียนบ้านน้ำตก"),
        ("อบต ควนขนุน", "อบต.ควนขนุน"),
    ],
)
def test_a_query_finds_a_name_written_otherwise(query, name):
    """The key of a name contains the key of what people type for it."""
    assert search_key(query) in search_key("อื่น", name)


def test_a_query_does_not_reach_across_names():
    """The end of one name and the beginning of the next are not one word."""
    assert search_key("ควนหาน") not in search_key("ควน", "หาน")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ควนขนุน สุขภาพ", ["ควนขนุน", "สุขพาพ"]),
        ("โรงเรียน บ้าน ควน", ["ควน"]),
        ("โรงเรียน", ["โรงเรียน"]),
        ("กีฬา กีฬา", ["กีลา"]),
        ("๒๓/๒๕๕๗  –", ["232557"]),
        ("", []),
    ],
)
def test_the_words_of_a_query(query, words):
    """Each word once; those that only lead a name count when nothing else is asked."""
    assert search_words(query) == words


@pytest.mark.parametrize(
    ("text", "key", "piece"),
    [
        ("อบต.ควนขนุน", "ควนขนุน", "ควนขนุน"),
        ("ที่ 23/2557 ลง", "232557", "23/2557"),
        ("ศูนย์บ้านค้อ", "บานคอ", "บ้านค้อ"),
        ("เลขที่ ๒๓", "23", "๒๓"),
        ("ร่วมใจ", "ไจ", "ใจ"),
        ("ศูนย์บ้านค้อ", "สูนย", "ศูนย์"),
    ],
)
def test_where_a_text_holds_a_key(text, key, piece):
    """The piece as it is written, its tone marks and punctuation within."""
    start, end = find_key(text, key)
    assert text[start:end] == piece


def test_a_text_that_holds_a_key_twice():
    """The first place is told."""
    assert find_key("ควนขนุน ควนพร้าว", "ควน") == (0, 3)


@pytest.mark.parametrize("key", ["กีลา", ""])
def test_a_text_that_does_not_hold_a_key(key):
    """Nothing is found of another word, nor of no word."""
    assert find_key("สุขภาพ", key) is None


NEAR = [
    ("วัดควนขนุน", "บ้านควนขนุน"),
    ("วัดควนขนุน", "โรงเรียน วัดควน ขนุน"),
    ("หานโพธิ์", "หาญโพธิ์"),
    ("ควนขณุน", "ควนขนุน"),
    ("ควนขนนุ", "ควนขนุน"),
    ("ควนขนุ", "ควนขนุน"),
    ("ควนขนุนน", "ควนขนุน"),
    ("ควนคนุน", "ควนขนุน"),
    ("ป่าพะยอม", "ป่าพยอม"),
    ("ปันแต", "ปันแน"),
    ("นาคู", "นามคู"),
    ("ปันแต", "ปันแตง"),
    ("ปันแตง", "ปันแต"),
    ("๒๕๕๗ งานวันเด็ก", "2557 งานวันเด็กๆ"),
]
APART = [
    ("บ้านควนขนุน", "บ้านควนพร้าว"),
    ("ควนขนุน", "ควนขนุนใน"),
    ("ตัวอย่าง 1", "ตัวอย่าง 2"),
    ("งานวันเด็ก 2557", "งานวันเด็ก 2558"),
    ("บ้านควน", "บ้านสวน"),
    ("วัดนา", "วัดป่า"),
    ("นาคู", "นาปู"),
    ("", "ควน"),
]


@pytest.mark.parametrize(("typed", "name"), NEAR)
def test_a_name_nearly_the_same_is_near(typed, name):
    """Spaces, tones, one sound, วัด or บ้าน, and one letter do not tell names apart; the import says the same."""
    assert holds_near(search_key("อื่น", name), typed)
    assert near_keys(typed) & near_keys(name)


@pytest.mark.parametrize(("typed", "name"), APART)
def test_another_name_is_not_near(typed, name):
    """Another word, another digit or another short name is another thing."""
    assert not holds_near(search_key("อื่น", name), typed)
    assert not near_keys(typed) & near_keys(name)


@pytest.mark.parametrize(("typed", "name"), NEAR)
def test_half_of_a_near_name_stands_unchanged(typed, name):
    """A database finds every near name by a part of its key."""
    assert any(part in search_key("อื่น", name) for part in near_parts(typed))


def test_a_name_is_looked_for_by_both_its_ends():
    """Its halves leave out the letter between them; a name too short to be nearly another is looked for whole."""
    assert near_parts("ควนขนุน") == ("ควน", "นุน")
    assert near_parts("บ้านควน") == ("ควน",)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("อบต. ควนขนุน", "อบตควนขนุน"),
        ("(ป่าพะยอม ๒)", "ป่าพะยอม2"),
        ("Phatthalung Co., Ltd.", "phatthalungcoltd"),
    ],
)
def test_two_who_write_the_same_name_have_one_key(name, key):
    """Spaces, punctuation, case and the kind of digits are nothing of a name; its tone marks are."""
    assert name_key(name) == name_key(key) == key
