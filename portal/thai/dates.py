"""Dates as Thai offices write them, in the Buddhist era (พ.ศ. = CE + 543), and the three years they count in."""

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from portal.thai.digits import to_arabic
from portal.thai.text import normalize

Style = Literal["long", "short", "weekday", "input"]

MONTHS, MONTHS_SHORT = zip(
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
    strict=True,
)
WEEKDAYS = ("วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์")

_BUDDHIST_ERA = 543
_MONTH_NUMBERS = {
    name.replace(".", ""): number
    for names in (MONTHS, MONTHS_SHORT)
    for number, name in enumerate(names, start=1)
}
_MONTH = "|".join(name.replace(".", r"\.?") for name in MONTHS + MONTHS_SHORT)
_DAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})ที่ ?)?(?P<day>[0-9]{{1,2}})"
_YEAR = r"(?P<era>พ\.?ศ\.? ?)?(?P<year>[0-9]{1,4})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})/{_YEAR}",
        r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
        rf"(?:{_DAY} )?(?P<name>{_MONTH})(?: {_YEAR})?",
        _DAY,
        _YEAR,
    )
)
_DASH = re.compile(" ?[-\u2010-\u2014\u2212] ?")


def parse_date(text: str) -> date:
    """Return the day that a person typed, in พ.ศ. or ค.ศ., with Arabic or Thai digits.

    Reads `22/8/2557`, `22/8/57`, `22 ส.ค. 57`, `22 สิงหาคม 2557`, `22/8/2014`, with or without `พ.ศ.`
    before the year, the dots of an abbreviation, or the weekday (`วันศุกร์ที่ 22 สิงหาคม 2557`).
    A year of 2400–2700 is พ.ศ., of 1850–2200 ค.ศ.; two digits are พ.ศ.: 20–99 is 2520–2599, 00–19 is
    2600–2619. Raise ValueError, with a Thai sentence, for anything else and for a wrong weekday.
    """
    fields = _read_fields(_clean(text))
    if not {"day", "year"} <= fields.keys():
        raise _unreadable(text, "วันที่", "22/8/2557 หรือ 22 ส.ค. 57 หรือ 22 สิงหาคม 2557")
    return _days_of(fields)[0]


def parse_period(text: str) -> tuple[date, date]:
    """Return the first and last day of the day, month, year or range that a person typed.

    Reads what `parse_date` reads; a month (`พ.ค. 2557`, `5/2557`); a year (`2551`, `พ.ศ. 2551`); and a range
    of two of a kind, the first in short (`29-30 เมษายน 2557`, `28 เม.ย. - 3 พ.ค. 2557`). Raise ValueError as
    `parse_date` does, and when the end comes before the start.
    """
    parts = [_read_fields(part) for part in _DASH.split(_clean(text))]
    first, last = parts[0], parts[-1]
    if "year" not in first:
        first = {key: last[key] for key in ("month", "year") if key in last} | first
    if (
        len(parts) > 2
        or not all(parts)
        or "year" not in last
        or first.keys() - {"weekday"} != last.keys() - {"weekday"}
    ):
        raise _unreadable(text, "วันหรือช่วงเวลา", "22/8/2557 หรือ พ.ค. 2557 หรือ 2551 หรือ 29-30 เมษายน 2557")
    start, end = _days_of(first)[0], _days_of(last)[1]
    if end < start:
        raise ValueError(
            f"วันสิ้นสุด ({format_date(end)}) มาก่อนวันเริ่มต้น ({format_date(start)}) "
            "โปรดตรวจวันทั้งสอง หากคร่อมปีให้พิมพ์ปีของทั้งสองวัน"
        )
    return start, end


def format_date(day: date, style: Style = "long") -> str:
    """Return a day in พ.ศ. and Arabic digits, as `parse_date` reads it.

    `long` 23 สิงหาคม 2557, `short` 23 ส.ค. 2557, `weekday` วันเสาร์ที่ 23 สิงหาคม 2557, `input` 23/8/2557.
    Raise ValueError for another style.
    """
    year = calendar_year(day)
    match style:
        case "long":
            return f"{day.day} {MONTHS[day.month - 1]} {year}"
        case "short":
            return f"{day.day} {MONTHS_SHORT[day.month - 1]} {year}"
        case "weekday":
            return f"{WEEKDAYS[day.weekday()]}ที่ {format_date(day)}"
        case "input":
            return f"{day.day}/{day.month}/{year}"
    raise ValueError(f"unknown date style {style!r}")


def format_period(first: date, last: date, style: Style = "long") -> str:
    """Return the shortest text of the days from `first` to `last`, as `parse_period` reads it.

    A day, a whole month (พฤษภาคม 2557), a whole calendar year (พ.ศ. 2551) or a range (29–30 เมษายน 2557,
    2 มิถุนายน – 30 กันยายน 2557). Only a single day has a weekday. Raise ValueError for an unknown style.
    """
    if first == last:
        return format_date(first, style)
    if style == "weekday":
        style = "long"
    start, end = format_date(first, style), format_date(last, style)
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month and (first.day, last.day) == (1, monthrange(last.year, last.month)[1]):
        return end.removeprefix(str(last.day)).lstrip(" /")
    if (first, last) == (date(last.year, 1, 1), date(last.year, 12, 31)):
        return f"พ.ศ. {calendar_year(last)}"
    if style == "input":
        return f"{start} - {end}"
    if same_month:
        return f"{first.day}–{end}"
    if first.year == last.year:
        start = start.rpartition(" ")[0]
    return f"{start} – {end}"


def file_date(day: date) -> str:
    """Return a day for the name of a file, without slashes: 22-8-2557."""
    return format_date(day, "input").replace("/", "-")


def calendar_year(day: date) -> int:
    """Return the calendar year (พ.ศ.) of a day, with which order numbers restart."""
    return day.year + _BUDDHIST_ERA


def fiscal_year(day: date) -> int:
    """Return the fiscal year (พ.ศ.) of a day: year N is 1 October N−1 to 30 September N."""
    return calendar_year(day) + (day.month >= 10)


def academic_year(day: date) -> int:
    """Return the academic year (พ.ศ.) of a day: year N is 16 May N to 15 May N+1."""
    return calendar_year(day) - ((day.month, day.day) < (5, 16))


def fiscal_year_bounds(year: int) -> tuple[date, date]:
    """Return the first and last day of a fiscal year (พ.ศ.)."""
    return date(year - _BUDDHIST_ERA - 1, 10, 1), date(year - _BUDDHIST_ERA, 9, 30)


def _clean(text: str) -> str:
    return " ".join(to_arabic(normalize(text)).split())


def _read_fields(text: str) -> dict[str, int]:
    """Return the weekday, day, month and year (CE) in a text, nothing if it is no date."""
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    found = {key: value for key, value in match.groupdict().items() if value} if match else {}
    fields = {}
    if "weekday" in found:
        fields["weekday"] = WEEKDAYS.index(found["weekday"])
    if "day" in found:
        fields["day"] = int(found["day"])
    if "name" in found:
        fields["month"] = _MONTH_NUMBERS[found["name"].replace(".", "")]
    elif "month" in found:
        fields["month"] = int(found["month"])
        if not 1 <= fields["month"] <= 12:
            raise ValueError(f"ไม่มีเดือนที่ {found['month']} โปรดพิมพ์เดือนเป็นเลข 1 ถึง 12 เช่น 22/8/2557")
    if "year" in found:
        fields["year"] = _read_year(found["year"], buddhist="era" in found)
    return fields


def _read_year(digits: str, buddhist: bool) -> int:
    """Return a year in CE; `buddhist` if it was typed with พ.ศ."""
    year = int(digits)
    if len(digits) == 2:
        year += 2500 if year >= 20 else 2600
    if 2400 <= year <= 2700:
        return year - _BUDDHIST_ERA
    if 1850 <= year <= 2200 and not buddhist:
        return year
    raise ValueError(
        f"ปี {digits} อยู่นอกช่วงที่รับได้ โปรดพิมพ์ปี พ.ศ. 2400 ถึง 2700 เช่น 22/8/2557 "
        "(หรือปี ค.ศ. 1850 ถึง 2200 โดยไม่มีคำว่า พ.ศ.)"
    )


def _days_of(fields: dict[str, int]) -> tuple[date, date]:
    """Return the first and last day of fields with a year."""
    year = fields["year"]
    if "month" not in fields:
        return date(year, 1, 1), date(year, 12, 31)
    month, days = fields["month"], monthrange(year, fields["month"])[1]
    if "day" not in fields:
        return date(year, month, 1), date(year, month, days)
    if not 1 <= fields["day"] <= days:
        raise ValueError(
            f"ไม่มีวันที่ {fields['day']} เพราะเดือน{MONTHS[month - 1]} พ.ศ. {year + _BUDDHIST_ERA} "
            f"มี {days} วัน โปรดพิมพ์วันที่ 1 ถึง {days}"
        )
    day = date(year, month, fields["day"])
    if fields.get("weekday", day.weekday()) != day.weekday():
        raise ValueError(
            f"วันที่ {format_date(day)} เป็น{WEEKDAYS[day.weekday()]} ไม่ใช่{WEEKDAYS[fields['weekday']]} "
            "โปรดแก้วันในสัปดาห์หรือวันที่ให้ตรงกัน"
        )
    return day, day


def _unreadable(text: str, what: str, examples: str) -> ValueError:
    if not (shown := " ".join(text.split())):
        return ValueError(f"ยังไม่ได้พิมพ์{what} โปรดพิมพ์ เช่น {examples}")
    if len(shown) > 60:
        shown = shown[:60] + "…"
    return ValueError(f"อ่าน{what} “{shown}” ไม่ได้ โปรดพิมพ์ เช่น {examples}")
