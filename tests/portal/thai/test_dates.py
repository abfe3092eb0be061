"""Days and periods as they are shown, and the years a day belongs to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.dates import (
    academic_year,
    calendar_year,
    file_date,
    fiscal_year,
    fiscal_year_bounds,
    format_date,
    format_period,
    parse_date,
    parse_period,
)
from tests.portal.thai.calendar import MONTHS

AUGUST_22 = date(2014, 8, 22)
STYLES = ["long", "short", "weekday", "input"]
days = st.dates(date(2400 - 543, 1, 1), date(2700 - 543, 12, 31))
years = st.integers(2400, 2700)


def test_a_day_in_the_name_of_a_file_has_no_slash():
    """A slash would part the name into folders."""
    assert file_date(AUGUST_22) == "22-8-2557"


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("long", "23 สิงหาคม 2557"),
        ("short", "23 ส.ค. 2557"),
        ("weekday", "วันเสาร์ที่ 23 สิงหาคม 2557"),
        ("input", "23/8/2557"),
    ],
)
def test_a_day_is_shown_in_each_style(style, shown):
    """Each style has its own wording of the same day."""
    assert format_date(date(2014, 8, 23), style) == shown


@pytest.mark.parametrize(("number", "full", "short"), MONTHS)
def test_every_month_is_shown_by_its_names(number, full, short):
    """The long style has a month's full name, the short one its abbreviation."""
    day = date(2014, number, 5)
    assert (format_date(day), format_date(day, "short")) == (f"5 {full} 2557", f"5 {short} 2557")


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2014, 1, 6), "วันจันทร์ที่ 6 มกราคม 2557"),
        (date(2014, 1, 7), "วันอังคารที่ 7 มกราคม 2557"),
        (date(2014, 1, 8), "วันพุธที่ 8 มกราคม 2557"),
        (date(2014, 1, 9), "วันพฤหัสบดีที่ 9 มกราคม 2557"),
        (date(2014, 1, 10), "วันศุกร์ที่ 10 มกราคม 2557"),
        (date(2014, 1, 11), "วันเสาร์ที่ 11 มกราคม 2557"),
        (date(2014, 1, 12), "วันอาทิตย์ที่ 12 มกราคม 2557"),
        (date(2024, 2, 29), "วันพฤหัสบดีที่ 29 กุมภาพันธ์ 2567"),
    ],
)
def test_the_weekday_is_that_of_the_day(day, shown):
    """The weekday follows from the date, on the leap day too."""
    assert format_date(day, "weekday") == shown


def test_an_unknown_style_is_an_error():
    """A style that does not exist is a programmer's mistake."""
    with pytest.raises(ValueError, match="unknown date style 'medium'"):
        format_date(AUGUST_22, "medium")


@pytest.mark.parametrize(
    ("first", "last", "style", "shown"),
    [
        (date(2014, 8, 23), date(2014, 8, 23), "long", "23 สิงหาคม 2557"),
        (date(2014, 8, 23), date(2014, 8, 23), "weekday", "วันเสาร์ที่ 23 สิงหาคม 2557"),
        (date(2014, 5, 1), date(2014, 5, 31), "long", "พฤษภาคม 2557"),
        (date(2014, 5, 1), date(2014, 5, 31), "weekday", "พฤษภาคม 2557"),
        (date(2014, 5, 1), date(2014, 5, 31), "short", "พ.ค. 2557"),
        (date(2014, 5, 1), date(2014, 5, 31), "input", "5/2557"),
        (date(2024, 2, 1), date(2024, 2, 29), "long", "กุมภาพันธ์ 2567"),
        (date(2024, 2, 1), date(2024, 2, 28), "long", "1–28 กุมภาพันธ์ 2567"),
        (date(2008, 1, 1), date(2008, 12, 31), "long", "พ.ศ. 2551"),
        (date(2008, 1, 1), date(2008, 12, 31), "input", "พ.ศ. 2551"),
        (date(2014, 4, 29), date(2014, 4, 30), "long", "29–30 เมษายน 2557"),
        (date(2014, 4, 29), date(2014, 4, 30), "weekday", "29–30 เมษายน 2557"),
        (date(2014, 4, 29), date(2014, 4, 30), "short", "29–30 เม.ย. 2557"),
        (date(2014, 4, 29), date(2014, 4, 30), "input", "29/4/2557 - 30/4/2557"),
        (date(2014, 6, 2), date(2014, 9, 30), "long", "2 มิถุนายน – 30 กันยายน 2557"),
        (date(2014, 6, 2), date(2014, 9, 30), "short", "2 มิ.ย. – 30 ก.ย. 2557"),
        (date(2013, 12, 28), date(2014, 1, 3), "long", "28 ธันวาคม 2556 – 3 มกราคม 2557"),
        (date(2013, 8, 1), date(2014, 8, 31), "long", "1 สิงหาคม 2556 – 31 สิงหาคม 2557"),
        (date(2008, 1, 1), date(2009, 12, 31), "long", "1 มกราคม 2551 – 31 ธันวาคม 2552"),
    ],
)
def test_a_period_is_shown_in_few_words(first, last, style, shown):
    """What the two days share is said once, and a whole month or year by its name."""
    assert format_period(first, last, style) == shown


def test_a_period_is_long_unless_asked_otherwise():
    """Without a style, a day and a range have the months' full names."""
    assert format_period(AUGUST_22, AUGUST_22) == "22 สิงหาคม 2557"
    assert format_period(AUGUST_22, date(2014, 8, 23)) == "22–23 สิงหาคม 2557"


@given(days, st.sampled_from(STYLES))
def test_a_shown_day_is_read_back(day, style):
    """Every style is read back as the day it shows."""
    assert parse_date(format_date(day, style)) == day


@given(days, days, st.sampled_from(STYLES))
def test_a_shown_period_is_read_back(one, other, style):
    """Every style is read back as the period it shows."""
    period = (min(one, other), max(one, other))
    assert parse_period(format_period(*period, style)) == period


@given(years, st.integers(1, 12), st.sampled_from(STYLES))
def test_a_shown_month_is_read_back(year, month, style):
    """A whole month is read back in every style."""
    period = parse_period(f"{month}/{year}")
    assert parse_period(format_period(*period, style)) == period


@pytest.mark.parametrize(
    ("day", "calendar", "fiscal", "academic"),
    [
        (date(2014, 9, 30), 2557, 2557, 2557),
        (date(2014, 10, 1), 2557, 2558, 2557),
        (date(2014, 5, 15), 2557, 2557, 2556),
        (date(2014, 5, 16), 2557, 2557, 2557),
        (date(2013, 12, 31), 2556, 2557, 2556),
        (date(2014, 1, 1), 2557, 2557, 2556),
        (date(2014, 1, 11), 2557, 2557, 2556),
        (date(2024, 2, 29), 2567, 2567, 2566),
    ],
)
def test_a_day_belongs_to_three_years(day, calendar, fiscal, academic):
    """The three years turn on 1 January, 1 October and 16 May."""
    assert (calendar_year(day), fiscal_year(day), academic_year(day)) == (calendar, fiscal, academic)


def test_the_fiscal_year_has_its_bounds():
    """Fiscal year 2557 runs from 1 October 2556 to 30 September 2557."""
    assert fiscal_year_bounds(2557) == (date(2013, 10, 1), date(2014, 9, 30))


@given(day=days)
def test_a_day_lies_within_the_bounds_of_its_fiscal_year(day):
    """The year of a day and the bounds of that year agree."""
    first, last = fiscal_year_bounds(fiscal_year(day))
    assert first <= day <= last
