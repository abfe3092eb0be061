"""Normalise Thai text for storage, and prepare it for print."""

import re
from functools import lru_cache

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_TONE_MARKS = "\u0e48-\u0e4c\u0e4e"
_VOWEL_MARKS = "\u0e31\u0e34-\u0e3a\u0e47\u0e4d"
_NIKHAHIT, _SARA_AM = "\u0e4d", "\u0e33"

_SPLIT_SARA_AM = re.compile(f"{_NIKHAHIT}([{_VOWEL_MARKS}{_TONE_MARKS}]*)\u0e32")
_MARKS = re.compile(f"[{_VOWEL_MARKS}{_TONE_MARKS}{_SARA_AM}]{{2,}}")
_TONE = re.compile(f"[{_TONE_MARKS}]")

_REPEAT_SIGN = re.compile("(?<=[\u0e01-\u0e4e])[ \u00a0]*ๆ")
_ABBREVIATION = re.compile(r"((?<![\u0e01-\u0e4e.])[ตอจ]|(?<!\.)พ\.ศ)\.[ \u00a0]*(?=\w)(?![ก-ฮ]\.)")


@lru_cache(maxsize=20_000)
def normalize(text: str) -> str:
    """Return the text in the one spelling that is stored. Idempotent.

    เเ becomes แ, ํ with า becomes ำ, a consonant's marks are put once each in the order vowel, tone, ำ.
    Zero-width characters go; no-break spaces, tabs and runs of spaces become one space, none at the end
    of a line or around the text. Lines end in a line feed.
    """
    text = text.translate(_ZERO_WIDTH).replace("เเ", "แ")
    text = _SPLIT_SARA_AM.sub(rf"\1{_SARA_AM}", text)
    text = _MARKS.sub(_in_order, text)
    text = re.sub("\r\n?", "\n", text)
    text = re.sub("[ \t\u00a0\u202f]+", " ", text)
    return text.replace(" \n", "\n").strip()


def unorphan(text: str) -> str:
    """Return the text with no-break spaces before ๆ and after ต. อ. จ. and พ.ศ., for print. Idempotent.

    Longer abbreviations that contain these letters (อบต. ต.ค. จ.ส.อ.) are not changed.
    """
    return _ABBREVIATION.sub("\\1.\u00a0", _REPEAT_SIGN.sub("\u00a0ๆ", text))


def _in_order(marks: re.Match) -> str:
    """Return one consonant's marks, each once: vowels, tones, ำ (in place of ํ)."""
    once = dict.fromkeys(marks.group())
    if _SARA_AM in once:
        once.pop(_NIKHAHIT, None)
    return "".join(sorted(once, key=lambda mark: (mark == _SARA_AM, bool(_TONE.match(mark)))))
