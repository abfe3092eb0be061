"""Read the value of a cell. Raise ValueError, with a Thai sentence on the mistake and its remedy, if it has none."""

import datetime
from decimal import Decimal

from portal.tables.csv_text import inert
from portal.thai.dates import parse_date, parse_period
from portal.thai.digits import parse_number, to_arabic
from portal.thai.keys import name_key
from portal.thai.text import normalize

NOTHING = "-"
_FIRST_BUDDHIST_YEAR = 2400
_BROKEN = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")
_YES, _NO = ("ได้", "ใช่"), ("ไม่ได้", "ไม่ใช่", "ไม่")


def is_filled(cell) -> bool:
    return cell is not None and bool(str(cell).strip())


def as_seen(cell) -> str:
    """Return a cell as people see it: a number without added decimals, a day as it is typed."""
    if isinstance(cell, datetime.date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def read_text(cell) -> str:
    """Return the normalised text of a cell, without the apostrophe of a text that Excel would compute."""
    if isinstance(cell, datetime.date):
        raise ValueError("ช่องนี้ต้องเป็นข้อความ แต่ในไฟล์เป็นวันที่ ให้จัดรูปแบบช่องเป็นข้อความ (Text) แล้วพิมพ์ใหม่")
    text = normalize(as_seen(cell))
    if text in _BROKEN:
        raise ValueError(f"สูตรในช่องนี้ให้ผลเป็น {text} ให้พิมพ์ค่าแทนสูตร")
    return text[1:] if text.startswith("'") and inert(text[1:]) == text else text


def read_code(cell) -> str:
    """Return a code in Arabic digits and capital letters without spaces."""
    return "".join(to_arabic(read_text(cell)).split()).upper()


def read_count(cell) -> int:
    """Return a whole number that is not negative."""
    number = _read_number(cell)
    if number != int(number):
        raise ValueError(f"“{number}” ไม่ใช่จำนวนเต็ม ให้พิมพ์เป็นจำนวนเต็ม เช่น 120")
    return int(number)


def read_money(cell) -> Decimal:
    """Return an amount in baht with at most two decimals."""
    amount = _read_number(cell)
    if amount != round(amount, 2):
        raise ValueError(f"“{amount}” มีทศนิยมเกิน 2 ตำแหน่ง ให้พิมพ์เป็นบาทและสตางค์ เช่น 45500.50")
    return round(amount, 2)


def read_year(cell) -> int:
    """Return a year (พ.ศ.), typed with or without the word พ.ศ."""
    text = to_arabic(read_text(cell)).replace("พ.ศ.", "").replace("พศ", "").strip()
    if len(text) == 4 and text.isdecimal() and _FIRST_BUDDHIST_YEAR <= int(text) <= 2700:
        return int(text)
    raise ValueError(f"อ่านปี “{read_text(cell)}” ไม่ได้ ให้พิมพ์ปี พ.ศ. สี่หลัก เช่น 2557")


def read_day(cell) -> datetime.date:
    """Return a day, typed as text or stored as a date of the spreadsheet."""
    return _read_date(cell) if isinstance(cell, datetime.date) else parse_date(read_text(cell))


def read_period(cell) -> tuple[datetime.date, datetime.date]:
    """Return the first and last day of a day, month, year or range."""
    return (_read_date(cell),) * 2 if isinstance(cell, datetime.date) else parse_period(read_text(cell))


def read_yes_no(cell) -> bool:
    """Return whether a name or file may be published."""
    text = read_text(cell)
    if text not in _YES + _NO:
        raise ValueError(f"อ่าน “{text}” ไม่ได้ ให้พิมพ์ ได้ หรือ ไม่ได้")
    return text in _YES


def choice_reader(choices):
    """Return a function that reads a word as the value of its choice."""
    values = {name_key(word): value for value, word in choices}

    def read_choice(cell):
        text = read_text(cell)
        if name_key(text) in values:
            return values[name_key(text)]
        words = " · ".join(str(word) for _, word in choices)
        raise ValueError(f"ไม่มีตัวเลือก “{text}” ให้ใช้คำใดคำหนึ่งนี้: {words}")

    return read_choice


def _read_number(cell) -> Decimal:
    if isinstance(cell, datetime.date | bool):
        raise ValueError("ช่องนี้ต้องเป็นจำนวน แต่ในไฟล์เป็นวันที่หรือค่าจริง/เท็จ ให้จัดรูปแบบช่องเป็นตัวเลขแล้วพิมพ์ใหม่")
    if isinstance(cell, int | float | Decimal):
        number = Decimal(str(cell))
        if number < 0:
            raise ValueError(f"จำนวน {number} น้อยกว่าศูนย์ ให้พิมพ์จำนวนที่เป็นบวก หรือเว้นว่างเมื่อไม่ทราบ")
        return number
    return parse_number(read_text(cell))


def _read_date(cell) -> datetime.date:
    """Return a spreadsheet's date; one typed in พ.ศ. has a year after 2400 in the file."""
    day = cell.date() if isinstance(cell, datetime.datetime) else cell
    return day if day.year < _FIRST_BUDDHIST_YEAR else parse_date(as_seen(day))
