"""Baht in figures and in words. Amounts are exact: int or Decimal, in baht."""

from decimal import Decimal

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("แสน", "หมื่น", "พัน", "ร้อย", "สิบ", "")


def format_baht(amount: Decimal | int) -> str:
    """Return an amount with thousands separators, rounded half up to satang, without satang if zero."""
    sign, baht, satang = _split(amount)
    return f"{'-' if sign else ''}{baht:,}{f'.{satang:02}' if satang else ''}"


def baht_text(amount: Decimal | int) -> str:
    """Return an amount in words as on cheques and receipts: 101 is หนึ่งร้อยเอ็ดบาทถ้วน.

    Rounded half up to satang. A final 1 after any higher place is เอ็ด, and ล้าน repeats: 10¹² is หนึ่งล้านล้าน.
    """
    sign, baht, satang = _split(amount)
    words = f"{_words(baht)}บาท" if baht else ""
    if satang:
        words += f"{_words(satang)}สตางค์"
    else:
        words = f"{words or 'ศูนย์บาท'}ถ้วน"
    return f"ลบ{words}" if sign else words


def _split(amount: Decimal | int) -> tuple[bool, int, int]:
    """Return whether an amount is negative, its whole baht and its satang."""
    numerator, denominator = amount.as_integer_ratio()
    total = (200 * abs(numerator) + denominator) // (2 * denominator)
    return numerator < 0 < total, *divmod(total, 100)


def _words(number: int) -> str:
    millions, rest = divmod(number, 1_000_000)
    words = f"{_words(millions)}ล้าน" if millions else ""
    for digit, place in zip(map(int, f"{rest:06}"), _PLACES, strict=True):
        if place == "สิบ" and digit in (1, 2):
            words += ("สิบ", "ยี่สิบ")[digit - 1]
        elif not place and digit == 1 and number > 1:
            words += "เอ็ด"
        elif digit:
            words += _DIGITS[digit] + place
    return words
