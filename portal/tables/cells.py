"""What one cell says: its value, or a Thai sentence (as ValueError) about what is wrong and how to mend it."""

import datetime
from decimal import Decimal

from portal.tables.csv_text import inert
from portal.thai.dates import parse_date, parse_period
from portal.thai.digits import parse_number, to_arabic
from portal.thai.keys import name_key
from portal.thai.text import normalize

NOTHING = "-"
_BUDDHIST_ERA, _FIRST_BUDDHIST_YEAR = 543, 2400
_BROKEN = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!")
_YES, _NO = ("ได้", "ใช่"), ("ไม่ได้", "ไม่ใช่", "ไม่")


def as_seen(cell) -> str:
    """A cell as people see it: a number without the decimals that a spreadsheet adds, a day as it is typed."""
    if isinstance(cell, datetime.date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def read_text(cell) -> str:
    """The words of a cell."""
    if isinstance(cell, datetime.date):
        raise ValueError("ช่องนี้ต้องเป็นข้อความ แต่ในไฟล์เป็นวันที่ ให้จัดรูปแบบช่องเป็นข้อความ (Text) แล้วพิมพ์ใหม่")
    said = normalize(as_seen(cell))
    if said in _BROKEN:
        raise ValueError(f"สูตรในช่องนี้ให้ผลเป็น {said} ให้พิมพ์ค่าแทนสูตร")
    return said[1:] if said.startswith("'") and inert(said[1:]) == said else said


def read_code(cell) -> str:
    """A code, in Arabic digits and capital letters without spaces."""
    return "".join(to_arabic(read_text(cell)).split()).upper()


def read_count(cell) -> int:
    """A whole number."""
    number = _number(cell)
    if number != int(number):
        raise ValueError(f"“{number}” ไม่ใช่จำนวนเต็ม ให้พิมพ์เป็นจำนวนเต็ม เช่น 120")
    return int(number)


def read_money(cell) -> Decimal:
    """An amount in baht, with satang at most."""
    amount = _number(cell)
    if amount != round(amount, 2):
        raise ValueError(f"“{amount}” มีทศนิยมเกิน 2 ตำแหน่ง ให้พิมพ์เป็นบาทและสตางค์ เช่น 45500.50")
    return round(amount, 2)


def read_year(cell) -> int:
    """A year of the Buddhist era, with or without the word."""
    said = to_arabic(read_text(cell)).replace("พ.ศ.", "").replace("พศ", "").strip()
    if len(said) == 4 and said.isdecimal() and _FIRST_BUDDHIST_YEAR <= int(said) <= 2700:
        return int(said)
    raise ValueError(f"อ่านปี “{read_text(cell)}” ไม่ได้ ให้พิมพ์ปี พ.ศ. สี่หลัก เช่น 2557")


def read_day(cell) -> datetime.date:
    """A day, typed or a date of the spreadsheet's own."""
    return _date(cell) if isinstance(cell, datetime.date) else parse_date(read_text(cell))


def read_period(cell) -> tuple[datetime.date, datetime.date]:
    """The first and last day of a day, month, year or range."""
    return (_date(cell),) * 2 if isinstance(cell, datetime.date) else parse_period(read_text(cell))


def read_yes_no(cell) -> bool:
    """Whether a name or file may be published."""
    said = read_text(cell)
    if said not in _YES + _NO:
        raise ValueError(f"อ่าน “{said}” ไม่ได้ ให้พิมพ์ ได้ หรือ ไม่ได้")
    return said in _YES


def choice_reader(choices):
    """Reads one of these words, or a short form of it, into the value that is stored."""
    known = {name_key(word): value for value, word in choices}

    def read(cell):
        said = read_text(cell)
        if name_key(said) in known:
            return known[name_key(said)]
        words = " · ".join(str(word) for _, word in choices)
        raise ValueError(f"ไม่มีตัวเลือก “{said}” ให้ใช้คำใดคำหนึ่งนี้: {words}")

    return read


def _number(cell) -> Decimal:
    if isinstance(cell, datetime.date | bool):
        raise ValueError("ช่องนี้ต้องเป็นจำนวน แต่ในไฟล์เป็นวันที่หรือค่าจริง/เท็จ ให้จัดรูปแบบช่องเป็นตัวเลขแล้วพิมพ์ใหม่")
    if isinstance(cell, int | float | Decimal):
        number = Decimal(str(cell))
        if number < 0:
            raise ValueError(f"จำนวน {number} น้อยกว่าศูนย์ ให้พิมพ์จำนวนที่เป็นบวก หรือเว้นว่างเมื่อไม่ทราบ")
        return number
    return parse_number(read_text(cell))


def _date(cell) -> datetime.date:
    """The day of a spreadsheet's date; one that was typed in พ.ศ. stands in the file as a year after 2400."""
    found = cell.date() if isinstance(cell, datetime.datetime) else cell
    if found.year < _FIRST_BUDDHIST_YEAR:
        return found
    return parse_date(as_seen(found))
