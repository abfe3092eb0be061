"""Thai and Arabic digits, and numbers as people type them."""

import re
from decimal import Decimal

from portal.thai.text import normalize

_ARABIC, _THAI = "0123456789", "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)

_NUMBER = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)? ?(?:บาท)?")
_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z)"""
_HTML = re.compile(
    rf"""
    (?P<digits>[0-9]+)
    | &(?:\#[0-9]+|\#x[0-9a-f]+|[a-z][a-z0-9]*;)
    | <!--.*?(?:-->|\Z)
    | <(?P<raw>style|script)(?=[\s/>]){_ATTRIBUTES}.*?(?:</(?P=raw)(?=[\s/>])|\Z)
    | <(?P<skipped>/?(?:svg|code))(?=[\s/>]){_ATTRIBUTES}
    | <[a-z/!?]{_ATTRIBUTES}
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


def to_thai(text: str) -> str:
    """Return the text with Thai digits for Arabic ones."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """Return the text with Arabic digits for Thai ones."""
    return text.translate(_TO_ARABIC)


def parse_number(text: str) -> Decimal:
    """Return the number a person typed: "45,500", "๔๕,๕๐๐", "45500.50", "45,500 บาท".

    Raise ValueError, with a Thai sentence, for anything else: commas out of place, a sign, a word.
    """
    shown = " ".join(normalize(text).split())
    match = _NUMBER.fullmatch(to_arabic(shown))
    if not match:
        what = f"อ่านจำนวน “{shown[:60]}” ไม่ได้" if shown else "ยังไม่ได้พิมพ์จำนวน"
        raise ValueError(f"{what} โปรดพิมพ์เป็นตัวเลข เช่น 45,500 หรือ 45500.50")
    whole, fraction = match.groups(default="")
    return Decimal(whole.replace(",", "") + fraction)


def thai_digits_in_html(html: str) -> str:
    """Return HTML with Thai digits in its text, except in <style>, <script>, <svg> and <code>."""
    depth = 0

    def replace(match: re.Match) -> str:
        nonlocal depth
        found = match.group()
        if match["digits"]:
            return found if depth else found.translate(_TO_THAI)
        if match["skipped"]:
            if match["skipped"].startswith("/"):
                depth = max(depth - 1, 0)
            elif not found.endswith("/>"):
                depth += 1
        return found

    return _HTML.sub(replace, html)
