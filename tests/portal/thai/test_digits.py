"""Thai and Arabic digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.digits import parse_number, thai_digits_in_html, to_arabic, to_thai


def test_digits_become_thai():
    """Arabic digits become Thai ones and nothing else changes."""
    assert to_thai("หน้า 10 / 2,345.67 ๘๙") == "หน้า ๑๐ / ๒,๓๔๕.๖๗ ๘๙"


def test_digits_become_arabic():
    """Thai digits become Arabic ones and nothing else changes."""
    assert to_arabic("ที่ ๐๑๒๓๔/๕๖๗๘๙ ลงวันที่ 5") == "ที่ 01234/56789 ลงวันที่ 5"


@given(st.text(st.characters(exclude_characters="๐๑๒๓๔๕๖๗๘๙")))
def test_digits_go_to_thai_and_back(text):
    """A text without Thai digits comes back from Thai digits unchanged."""
    assert to_arabic(to_thai(text)) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("45,500", "45500"),
        ("๔๕,๕๐๐", "45500"),
        ("45,500 บาท", "45500"),
        ("๔๕,๕๐๐บาท", "45500"),
        ("45500.50", "45500.50"),
        ("1,189,260.25", "1189260.25"),
        (" 7\u00a0", "7"),
        ("0", "0"),
        ("\u200b278500", "278500"),
    ],
)
def test_a_typed_number_is_read(text, number):
    """Separators, Thai digits and the word บาท are understood."""
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["45,50", "4,5500", "1,00,000", "45 500", "-5", "45.", ".5", "1.2.3", "ห้าร้อย", "บาท", "1e5", "²"]
)
def test_what_is_not_a_number_is_refused(text):
    """What cannot be understood is quoted and answered with ways to type it."""
    with pytest.raises(ValueError, match="อ่านจำนวน") as caught:
        parse_number(text)
    assert str(caught.value) == (f"อ่านจำนวน “{text}” ไม่ได้ โปรดพิมพ์เป็นตัวเลข เช่น 45,500 หรือ 45500.50")


def test_a_long_text_is_quoted_in_part():
    """Of a whole paragraph pasted into a field of numbers sixty characters come back."""
    with pytest.raises(ValueError, match=f"“{'ก' * 60}”"):
        parse_number("ก" * 5000)


def test_an_empty_number_is_refused_as_not_typed():
    """Nothing typed is called nothing typed."""
    with pytest.raises(ValueError, match=r"^ยังไม่ได้พิมพ์จำนวน โปรดพิมพ์เป็นตัวเลข เช่น 45,500 หรือ 45500\.50$"):
        parse_number(" ")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>ปี 2557</p>", "<p>ปี ๒๕๕๗</p>"),
        ("8 โครงการ", "๘ โครงการ"),
        ("5 < 6 และ 7 > 4", "๕ < ๖ และ ๗ > ๔"),
        ("A&B 1 &amp; 2", "A&B ๑ &amp; ๒"),
        ("<textarea>1</textarea>", "<textarea>๑</textarea>"),
    ],
)
def test_the_text_of_html_gets_thai_digits(html, shown):
    """Digits that a reader sees become Thai."""
    assert thai_digits_in_html(html) == shown


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="item-3" class=c4>',
        "<td colspan='2' title='1 > 0'>",
        '<a title="a > 1" href="/2557/">',
        "<h1></h1><col-2>",
        "<!DOCTYPE html5><?xml version='1.0'?>",
        "<!-- 23/2557 <b>1</b> -->",
        "&#39;&#3592;&#x0E01;&nbsp;&frac12;&sup2;",
        "<style>p { margin: 2.5cm }</style>",
        '<script type="a/1">if (1 < 2) x = "<b>3</b>"</script>',
        "<STYLE>h1 { top: 1px }</Style >",
        "<svg width=9><text>11</text></svg>",
        "<svg><svg><text>1</text></svg><text>2</text></svg>",
        "<svg><!-- </svg> 1 --><text>2</text></svg>",
        "<code>P-2557-001</code>",
        "<style>1",
        "<!-- 1",
        "<a title='1",
        '<p data-n="1"',
        "<svg>1",
    ],
)
def test_what_is_not_text_keeps_its_digits(html):
    """Tags, attributes, comments, references, styles, scripts and drawings stay as they are."""
    assert thai_digits_in_html(html) == html


@pytest.mark.parametrize(
    "before",
    [
        "<svg><svg>1</svg>2</svg>",
        '<svg class="i1"/>',
        "</svg>",
        "<style>1</style>",
        "<code>P-001</code>",
        "<codex>",
        "<script>'</style> 1'</script>",
        "<!-- 1 -->",
        "<svg-like></svg-like>",
        "<styled></styled>",
        "&#39;",
    ],
)
def test_text_after_what_is_kept_gets_thai_digits(before):
    """What keeps its digits ends where the browser ends it."""
    assert thai_digits_in_html(f"{before}4 ห้อง") == f"{before}๔ ห้อง"


@given(st.text(alphabet="<>/!-\"'&#;=3 svgtyleขa", max_size=60))
def test_only_digits_ever_change(html):
    """Whatever the HTML, turning the digits back restores it."""
    assert to_arabic(thai_digits_in_html(html)) == html
