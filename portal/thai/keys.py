"""The stored keys by which every database sorts and finds Thai names alike."""

import re

from portal.thai.digits import to_arabic
from portal.thai.text import normalize

_MARKS = re.compile("[\u0e47-\u0e4e]")
_PUNCTUATION = re.compile("[^\\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[_ฯๆ]")
_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_LEVEL_BYTES = 99

_SOUNDS = str.maketrans("ณญศษฎฏฐฑฒธภฆฬใ", "นนสสดตถทททพคลไ")
_SHORTEST_NEAR = 5

# As they stand once marks, dots and spaces are gone: ร.ร. is รร, บ้าน is บาน.
_SCHOOL_WORD = re.compile("(?:โรงเรียน|รร|ศูนยพัฒนาเดกเลก|ศพด)(?![\u0e30-\u0e3a])")
_VILLAGE_OR_TEMPLE = re.compile("(?:บาน|วัด)(?![\u0e30-\u0e3a])")


def sort_key(text: str) -> str:
    """The text's place in the Royal Institute's dictionary order, as hex digits: at most 400, in any collation.

    First the letters, without tone and like marks, spaces, punctuation and case, a leading vowel after
    its consonant; after "00", the text as it stands, which settles ties. Each level holds 99 letters.
    """
    full = _LEADING_VOWEL.sub(r"\2\1", normalize(text))
    letters = _PUNCTUATION.sub("", _MARKS.sub("", full)).lower()
    return f"{_hex(letters)}00{_hex(full)}"


def search_key(*texts: str) -> str:
    """The names of a record, or a query, reduced to what a search compares; joined by "|".

    A record is found when its key contains the key of the query. Spaces, punctuation, case, tone and like
    marks do not count, letters of one sound are one (ณ น, ศ ษ ส), Thai digits are Arabic, and a leading school
    word (โรงเรียน ร.ร. ศพด. …) and then a leading บ้าน or วัด are dropped unless nothing else would be left.
    """
    return "|".join(filter(None, dict.fromkeys(map(_searched, texts))))


def search_words(query: str) -> list[str]:
    """The keys of the words of a query, each once; โรงเรียน, วัด and the like count only when nothing else is asked."""
    words = list(dict.fromkeys(filter(None, map(_searched, normalize(query).split()))))
    return [word for word in words if not _only_leads(word)] or words


def find_key(text: str, key: str) -> tuple[int, int] | None:
    """From where to where the text holds a key, its marks included, or None."""
    if not key or key not in one_sound(_letters(text)):
        return None
    letters = [(letter, place) for place, mark in enumerate(text) for letter in one_sound(_letters(mark))]
    start = "".join(letter for letter, _ in letters).find(key)
    end = letters[start + len(key) - 1][1] + 1
    while end < len(text) and _MARKS.match(text[end]):
        end += 1
    return letters[start][1], end


def one_sound(key: str) -> str:
    """A key in which letters of one sound are one."""
    return key.translate(_SOUNDS)


def name_key(text: str) -> str:
    """A name without spaces, punctuation and case, in Arabic digits: alike for two who write the same name."""
    return _PUNCTUATION.sub("", to_arabic(normalize(text)).lower())


def near_keys(text: str) -> set[str]:
    """Keys of which two names that nearly match have one in common.

    Beyond what a search forgives, of more than four letters one may be missing, added or another. Digits tell
    names apart: ตัวอย่าง 1 is not near ตัวอย่าง 2.
    """
    return _with_one_less(_searched(text))


def near_parts(text: str) -> tuple[str, ...]:
    """Of these a search key contains at least one if a name in it nearly matches: one half of a name stands unchanged."""
    key = _searched(text)
    if len(key) < _SHORTEST_NEAR - 1:
        return (key,)
    half = max(2, (len(key) - 1) // 2)
    return key[:half], key[-half:]


def holds_near(search_key: str, *texts: str) -> bool:
    """Whether one of the names in a record's search key nearly matches one of these."""
    for key in map(_searched, texts):
        near = _with_one_less(key)
        for other in search_key.split("|"):
            if abs(len(other) - len(key)) <= 1 and near & _with_one_less(other):
                return True
    return False


def _with_one_less(key):
    if len(key) < _SHORTEST_NEAR:
        return {key}
    return {key} | {key[:n] + key[n + 1 :] for n, letter in enumerate(key) if not letter.isdigit()}


def _hex(text: str) -> str:
    return text.encode("cp874", errors="replace")[:_LEVEL_BYTES].hex()


def _searched(text: str) -> str:
    key = _letters(normalize(text))
    for word in (_SCHOOL_WORD, _VILLAGE_OR_TEMPLE):
        if found := word.match(key):
            key = key[found.end() :] or key
    return one_sound(key)


def _letters(text: str) -> str:
    return _PUNCTUATION.sub("", _MARKS.sub("", to_arabic(text).lower()))


def _only_leads(key: str) -> bool:
    return any(re.fullmatch(one_sound(word.pattern), key) for word in (_SCHOOL_WORD, _VILLAGE_OR_TEMPLE))
