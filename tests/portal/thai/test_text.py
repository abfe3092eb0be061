"""Thai text brought into one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.text import normalize, unorphan

THAI = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from(" \t\r\n\u00a0\u200b\ufeffa1")
)
MARKS = st.text(alphabet="กเแาำัิุูํ็่้์ฺ \u200b", max_size=12)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("เเม่ขรี", "แม่ขรี"),
        ("เ\u200bเม่", "แม่"),
        ("ส\u0e4d\u0e32นัก", "ส\u0e33นัก"),
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
        ("น\u0e33\u0e49", "น\u0e49\u0e33"),
        ("น\u0e4d\u0e32\u0e49", "น\u0e49\u0e33"),
        ("น\u0e49\u0e49\u0e33", "น\u0e49\u0e33"),
        ("น\u0e4d\u0e33", "น\u0e33"),
        ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),
        ("ผ\u0e49\u0e39", "ผ\u0e39\u0e49"),
        ("ร\u0e49\u0e31ว", "ร\u0e31\u0e49ว"),
        ("พันธ\u0e4c\u0e38", "พันธ\u0e38\u0e4c"),
        ("ท\u0e35\u0e48\u0e48", "ท\u0e35\u0e48"),
        ("ท\u0e35\u0e35\u0e48", "ท\u0e35\u0e48"),
        ("ท\u0e35\u0e48\u0e35", "ท\u0e35\u0e48"),
    ],
)
def test_marks_are_put_in_order(typed, stored):
    """Vowels and tones typed twice, in pieces or in the wrong order become the one right spelling."""
    assert normalize(typed) == stored


@pytest.mark.parametrize(
    "word", ["เก็บ", "น้ำ", "ค่ำ", "สิทธิ์", "กา", "ก้าน", "ผู้ใหญ่บ้าน", "เด็ก ๆ", "พฺรหฺม", "เอ็ด", "เสื้อ XXL"]
)
def test_right_spelling_is_left_alone(word):
    """A well-typed word stays as it is."""
    assert normalize(word) == word


@pytest.mark.parametrize("invisible", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"])
def test_zero_width_characters_go(invisible):
    """Characters nobody sees are removed."""
    assert normalize(f"{invisible}ควน{invisible}ขนุน") == "ควนขนุน"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ควน\u00a0ขนุน", "ควน ขนุน"),
        ("ควน \t  ขนุน", "ควน ขนุน"),
        ("  ควนขนุน \n", "ควนขนุน"),
        ("ควน \u00a0\nขนุน", "ควน\nขนุน"),
        ("ควน\r\nขนุน\rพัทลุง", "ควน\nขนุน\nพัทลุง"),
        ("ควน\n\nขนุน", "ควน\n\nขนุน"),
        (" \u200b ", ""),
    ],
)
def test_spaces_are_single_and_lines_kept(typed, stored):
    """Spaces are single and never end a line, and line breaks stay."""
    assert normalize(typed) == stored


@given(THAI | MARKS | st.text())
def test_normalizing_twice_changes_nothing(text):
    """The stored spelling is its own stored spelling."""
    assert normalize(normalize(text)) == normalize(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ต่าง ๆ เช่น", "ต่าง\u00a0ๆ เช่น"),
        ("ต่างๆ", "ต่าง\u00a0ๆ"),
        ("ต. แม่ขรี อ. ตะโหมด จ. พัทลุง", "ต.\u00a0แม่ขรี อ.\u00a0ตะโหมด จ.\u00a0พัทลุง"),
        ("ต.แม่ขรี", "ต.\u00a0แม่ขรี"),
        ("(อ.เมืองพัทลุง)", "(อ.\u00a0เมืองพัทลุง)"),
        ("เมื่อ พ.ศ. 2557", "เมื่อ พ.ศ.\u00a02557"),
        ("ปีพ.ศ.๒๕๕๗", "ปีพ.ศ.\u00a0๒๕๕๗"),
    ],
)
def test_lines_do_not_break_at_abbreviations(text, printed):
    """A no-break space holds ๆ to its word and an abbreviation to its name."""
    assert unorphan(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "อบต.ควนขนุน",
        "ผอ. สพป.",
        "กต.ปน.",
        "5 ต.ค. 2557",
        "อบจ. พัทลุง",
        "จ.ส.อ. สมชาย",
        "ร.ต.อ. สมชาย",
        "อ. ",
        "(ๆ)",
    ],
)
def test_longer_abbreviations_are_left_alone(text):
    """Letters that belong to another abbreviation, or hold nothing, get no space."""
    assert unorphan(text) == text


@given(st.text(alphabet="กตอจพศม. ๆ2\u00a0(\n", max_size=20))
def test_unorphaning_twice_changes_nothing(text):
    """Text already prepared for print stays as it is."""
    assert unorphan(unorphan(text)) == unorphan(text)
