"""Days and periods as people type them: read, or refused with what to type."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.dates import calendar_year, parse_date, parse_period
from tests.portal.thai.calendar import MONTHS

AUGUST_22 = date(2014, 8, 22)
DATE_EXAMPLES = "โปรดพิมพ์ เช่น 22/8/2557 หรือ 22 ส.ค. 57 หรือ 22 สิงหาคม 2557"
PERIOD_EXAMPLES = "โปรดพิมพ์ เช่น 22/8/2557 หรือ พ.ค. 2557 หรือ 2551 หรือ 29-30 เมษายน 2557"


def refusal(parse, text):
    with pytest.raises(ValueError, match="โปรด") as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "22/8/2557",
        "22/08/2557",
        "22/8/57",
        "22 ส.ค. 57",
        "22 ส.ค. 2557",
        "22 สิงหาคม 2557",
        "๒๒/๘/๒๕๕๗",
        "๒๒/๘/๕๗",
        "๒๒ ส.ค. ๕๗",
        "๒๒ สิงหาคม ๒๕๕๗",
        "22/8/2014",
        "22 สิงหาคม 2014",
        "  22   สิงหาคม\t2557 ",
        "22\u00a0ส.ค.\u00a057",
        "22 สิงหาคม\u200b 2557",
        "22 สิงหาคม พ.ศ. 2557",
        "22 สิงหาคม พ.ศ.2557",
        "22 ส.ค. พศ 57",
        "22 สค 57",
        "22 ส.ค 2557",
        "วันศุกร์ที่ 22 สิงหาคม 2557",
        "วันศุกร์ที่ ๒๒ ส.ค. ๕๗",
    ],
)
def test_a_typed_day_is_read(text):
    """Every accepted way of typing one day gives that day."""
    assert parse_date(text) == AUGUST_22


@pytest.mark.parametrize(("number", "full", "short"), MONTHS)
def test_every_month_is_read_by_its_names(number, full, short):
    """The full name, the abbreviation and the abbreviation without dots name the same month."""
    for name in (full, short, short.replace(".", "")):
        assert parse_date(f"5 {name} 2557") == date(2014, number, 5)


@pytest.mark.parametrize(
    ("typed", "year"),
    [("20", 2520), ("57", 2557), ("99", 2599), ("00", 2600), ("19", 2619)],
)
def test_two_digit_years_are_buddhist(typed, year):
    """Two digits from 20 belong to the 2500s and below 20 to the 2600s."""
    assert calendar_year(parse_date(f"1/1/{typed}")) == year


@pytest.mark.parametrize(("typed", "year"), [("2400", 1857), ("2700", 2157), ("1850", 1850), ("2200", 2200)])
def test_the_edges_of_both_eras_are_read(typed, year):
    """The first and last accepted year of each era count in that era."""
    assert parse_date(f"1/1/{typed}") == date(year, 1, 1)


@pytest.mark.parametrize("text", ["29/2/2567", "29 ก.พ. 67", "29/2/2024", "29/2/2543"])
def test_the_leap_day_is_read(text):
    """29 February is a day of a leap year in either era."""
    assert (parse_date(text).month, parse_date(text).day) == (2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "วันแม่",
        "2557-08-22",
        "2557/8/22",
        "22-8-2557",
        "22.8.2557",
        "22 8 2557",
        "22/8",
        "22 สิงหาคม",
        "สิงหาคม 2557",
        "8/2557",
        "2557",
        "22 สิงหคม 2557",
        "22 August 2014",
        "22/8/25570",
        "122/8/2557",
        "22 ส.ค. 57 น.",
        "22สิงหาคม2557",
        "²²/8/2557",
    ],
)
def test_what_is_not_a_date_is_refused_with_examples(text):
    """What cannot be understood is quoted and answered with ways to type it."""
    assert refusal(parse_date, text) == f"อ่านวันที่ “{text}” ไม่ได้ {DATE_EXAMPLES}"


@pytest.mark.parametrize("text", ["", "  \u00a0 "])
def test_an_empty_date_is_refused_as_not_typed(text):
    """Nothing typed is called nothing typed."""
    assert refusal(parse_date, text) == f"ยังไม่ได้พิมพ์วันที่ {DATE_EXAMPLES}"


@pytest.mark.parametrize(("length", "dots"), [(60, ""), (61, "…"), (5000, "…")])
def test_a_long_text_is_quoted_in_part(length, dots):
    """Of a whole paragraph pasted into a date field sixty characters come back."""
    assert refusal(parse_date, "ก" * length) == f"อ่านวันที่ “{'ก' * 60}{dots}” ไม่ได้ {DATE_EXAMPLES}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/2/2557", "ไม่มีวันที่ 31 เพราะเดือนกุมภาพันธ์ พ.ศ. 2557 มี 28 วัน โปรดพิมพ์วันที่ 1 ถึง 28"),
        ("29/2/2568", "ไม่มีวันที่ 29 เพราะเดือนกุมภาพันธ์ พ.ศ. 2568 มี 28 วัน โปรดพิมพ์วันที่ 1 ถึง 28"),
        ("30/2/2567", "ไม่มีวันที่ 30 เพราะเดือนกุมภาพันธ์ พ.ศ. 2567 มี 29 วัน โปรดพิมพ์วันที่ 1 ถึง 29"),
        ("29/2/2443", "ไม่มีวันที่ 29 เพราะเดือนกุมภาพันธ์ พ.ศ. 2443 มี 28 วัน โปรดพิมพ์วันที่ 1 ถึง 28"),
        ("31 เม.ย. 2014", "ไม่มีวันที่ 31 เพราะเดือนเมษายน พ.ศ. 2557 มี 30 วัน โปรดพิมพ์วันที่ 1 ถึง 30"),
        ("๐/๘/๒๕๕๗", "ไม่มีวันที่ 0 เพราะเดือนสิงหาคม พ.ศ. 2557 มี 31 วัน โปรดพิมพ์วันที่ 1 ถึง 31"),
    ],
)
def test_a_day_its_month_does_not_have_is_refused_with_the_days_it_has(text, sentence):
    """A day that does not exist is answered with the length of its month."""
    assert refusal(parse_date, text) == sentence


@pytest.mark.parametrize("month", ["13", "0", "99"])
def test_a_month_that_does_not_exist_is_refused(month):
    """Months are numbered 1 to 12."""
    assert refusal(parse_date, f"1/{month}/2557") == (
        f"ไม่มีเดือนที่ {month} โปรดพิมพ์เดือนเป็นเลข 1 ถึง 12 เช่น 22/8/2557"
    )


@pytest.mark.parametrize("year", ["2399", "2701", "1849", "2201", "9999", "0000", "557", "5", "พ.ศ. 2014"])
def test_a_year_out_of_range_is_refused(year):
    """A year of neither era, or a CE year called พ.ศ., is answered with both ranges."""
    assert refusal(parse_date, f"1 มกราคม {year}") == (
        f"ปี {year.removeprefix('พ.ศ. ')} อยู่นอกช่วงที่รับได้ โปรดพิมพ์ปี พ.ศ. 2400 ถึง 2700 เช่น 22/8/2557 "
        "(หรือปี ค.ศ. 1850 ถึง 2200 โดยไม่มีคำว่า พ.ศ.)"
    )


def test_a_weekday_of_another_day_is_refused():
    """A weekday that contradicts the date is told the right one."""
    assert refusal(parse_date, "วันศุกร์ที่ 23 สิงหาคม 2557") == (
        "วันที่ 23 สิงหาคม 2557 เป็นวันเสาร์ ไม่ใช่วันศุกร์ โปรดแก้วันในสัปดาห์หรือวันที่ให้ตรงกัน"
    )


@pytest.mark.parametrize("parse", [parse_date, parse_period])
@given(text=st.text(alphabet="0123456789๐๒๕/-. พศ.คมีเย\u00a0\u200b", max_size=20))
def test_no_text_breaks_the_reading(parse, text):
    """Any text is either read or refused with a ValueError."""
    with suppress(ValueError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("22/8/57", date(2014, 8, 22), date(2014, 8, 22)),
        ("วันเสาร์ที่ 23 สิงหาคม 2557", date(2014, 8, 23), date(2014, 8, 23)),
        ("พ.ค. 2557", date(2014, 5, 1), date(2014, 5, 31)),
        ("พฤษภาคม พ.ศ. 2557", date(2014, 5, 1), date(2014, 5, 31)),
        ("๕/๒๕๕๗", date(2014, 5, 1), date(2014, 5, 31)),
        ("ก.พ. 67", date(2024, 2, 1), date(2024, 2, 29)),
        ("2551", date(2008, 1, 1), date(2008, 12, 31)),
        ("พ.ศ. 2551", date(2008, 1, 1), date(2008, 12, 31)),
        ("พ.ศ. ๕๑", date(2008, 1, 1), date(2008, 12, 31)),
        ("2008", date(2008, 1, 1), date(2008, 12, 31)),
        ("29-30 เมษายน 2557", date(2014, 4, 29), date(2014, 4, 30)),
        ("29–30 เม.ย. 57", date(2014, 4, 29), date(2014, 4, 30)),
        ("29 \u2011 30 เม.ย. 57", date(2014, 4, 29), date(2014, 4, 30)),
        ("2 มิถุนายน 2557 - 30 กันยายน 2557", date(2014, 6, 2), date(2014, 9, 30)),
        ("28 เม.ย. - 3 พ.ค. 2557", date(2014, 4, 28), date(2014, 5, 3)),
        ("28/12/2556 - 3/1/2557", date(2013, 12, 28), date(2014, 1, 3)),
        ("วันเสาร์ที่ 11 - วันอาทิตย์ที่ 12 มกราคม 2557", date(2014, 1, 11), date(2014, 1, 12)),
        ("พ.ค. - ก.ค. 2557", date(2014, 5, 1), date(2014, 7, 31)),
        ("2551-2553", date(2008, 1, 1), date(2010, 12, 31)),
    ],
)
def test_a_typed_period_is_read(text, first, last):
    """A day, a month, a year or a range gives its first and last day."""
    assert parse_period(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "ปีหน้า",
        "51",
        "8-2557",
        "5/57",
        "29 เมษายน",
        "29-30",
        "29 - พ.ค. 2557",
        "2551 - 3 พ.ค. 2557",
        "2551 - พ.ค. 2557",
        "ไม่ทราบ - พ.ค. 2557",
        "- พ.ค. 2557",
        "28 เม.ย. 2557 - 3",
        "10/12 - 15/12/2557",
        "1-2-3 พ.ค. 2557",
    ],
)
def test_what_is_not_a_period_is_refused_with_examples(text):
    """A period that cannot be understood is answered with ways to type one."""
    assert refusal(parse_period, text) == f"อ่านวันหรือช่วงเวลา “{text}” ไม่ได้ {PERIOD_EXAMPLES}"


def test_an_empty_period_is_refused_as_not_typed():
    """No period typed is called nothing typed."""
    assert refusal(parse_period, " ") == f"ยังไม่ได้พิมพ์วันหรือช่วงเวลา {PERIOD_EXAMPLES}"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("30-29 เมษายน 2557", "30 เมษายน 2557", "29 เมษายน 2557"),
        ("28 ธ.ค. - 3 ม.ค. 2557", "28 ธันวาคม 2557", "3 มกราคม 2557"),
    ],
)
def test_a_period_that_ends_before_it_starts_is_refused(text, start, end):
    """An end before the start names both days."""
    assert refusal(parse_period, text) == (
        f"วันสิ้นสุด ({end}) มาก่อนวันเริ่มต้น ({start}) โปรดตรวจวันทั้งสอง หากคร่อมปีให้พิมพ์ปีของทั้งสองวัน"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("30-31 เมษายน 2557", "ไม่มีวันที่ 31 เพราะเดือนเมษายน พ.ศ. 2557 มี 30 วัน โปรดพิมพ์วันที่ 1 ถึง 30"),
        ("13/2557", "ไม่มีเดือนที่ 13 โปรดพิมพ์เดือนเป็นเลข 1 ถึง 12 เช่น 22/8/2557"),
        (
            "2300",
            "ปี 2300 อยู่นอกช่วงที่รับได้ โปรดพิมพ์ปี พ.ศ. 2400 ถึง 2700 เช่น 22/8/2557 "
            "(หรือปี ค.ศ. 1850 ถึง 2200 โดยไม่มีคำว่า พ.ศ.)",
        ),
    ],
)
def test_a_period_of_days_that_do_not_exist_is_refused(text, sentence):
    """Days, months and years are held to the same rules in a period."""
    assert refusal(parse_period, text) == sentence
