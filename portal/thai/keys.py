"""Keys by which any database sorts and searches Thai names."""

import re

from portal.thai.digits import to_arabic
from portal.thai.text import normalize

_MARKS = re.compile("[\u0e47-\u0e4e]")
_PUNCTUATION = re.compile("[^\\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[_ฯๆ]")
_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_LEVEL_BYTES = 99

_SOUNDS = str.maketrans("ณญศษฎฏฐฑฒธภฆฬใ", "นนสสดตถทททพคลไ")
_SHORTEST_NEAR = 5

# Without marks, dots and spaces: ร.ร. is รร, บ้าน is บาน.
_SCHOOL_WORD = re.compile("(?:โรงเรียน|รร|ศูนยพัฒนาเดกเลก|ศพด)(?![\u0e30-\u0e3a])")
_VILLAGE_OR_TEMPLE = re.compile("(?:บาน|วัด)(?![\u0e30-\u0e3a])")


def sort_key(text: str) -> str:
    """Return a key that sorts in the Royal Institute's dictionary order: at most 400 hex digits.

    The letters without marks, spaces, punctuation and case, a leading vowel after its consonant; after "00",
    the whole text. Each level has 99 letters.
    """
    full = _LEADING_VOWEL.sub(r"\2\1", normalize(text))
    letters = _PUNCTUATION.sub("", _MARKS.sub("", full)).lower()
    return f"{_hex_level(letters)}00{_hex_level(full)}"


def search_key(*texts: str) -> str:
    """Return the names of a record, or a query, reduced for search and joined by "|".

    Spaces, punctuation, case and marks are dropped, letters of one sound are one (ณ น, ศ ษ ส), Thai digits are
    Arabic, and a leading school word (โรงเรียน ร.ร. ศพด. …), then บ้าน or วัด, are dropped if more is left.
    """
    return "|".join(filter(None, dict.fromkeys(map(_reduce, texts))))


def search_words(query: str) -> list[str]:
    """Return the distinct keys of the words of a query, without โรงเรียน, วัด and the like if there are others."""
    words = list(dict.fromkeys(filter(None, map(_reduce, normalize(query).split()))))
    return [word for word in words if not _is_leading_word(word)] or words


def find_key(text: str, key: str) -> tuple[int, int] | None:
    """Return the start and end of a key in a text, with its marks, or None."""
    if not key or key not in one_sound(_bare_letters(text)):
        return None
    letters = [
        (letter, place) for place, mark in enumerate(text) for letter in one_sound(_bare_letters(mark))
    ]
    start = "".join(letter for letter, _ in letters).find(key)
    end = letters[start + len(key) - 1][1] + 1
    while end < len(text) and _MARKS.match(text[end]):
        end += 1
    return letters[start][1], end


def one_sound(key: str) -> str:
    """Return the text with one letter for each sound."""
    return key.translate(_SOUNDS)


def name_key(text: str) -> str:
    """Return a name without spaces, punctuation and case, in Arabic digits."""
    return _PUNCTUATION.sub("", to_arabic(normalize(text)).lower())


def near_keys(text: str) -> set[str]:
    """Return keys of which two near names share one: of five letters or more one may differ, but no digit."""
    return _without_one_letter(_reduce(text))


def near_parts(text: str) -> tuple[str, ...]:
    """Return parts of which the search key of any near name contains one: half of the name is unchanged."""
    key = _reduce(text)
    if len(key) < _SHORTEST_NEAR - 1:
        return (key,)
    half = max(2, (len(key) - 1) // 2)
    return key[:half], key[-half:]


def holds_near(search_key: str, *texts: str) -> bool:
    """Return whether a name in a search key nearly matches one of these."""
    for key in map(_reduce, texts):
        near = _without_one_letter(key)
        for other in search_key.split("|"):
            if abs(len(other) - len(key)) <= 1 and near & _without_one_letter(other):
                return True
    return False


def _without_one_letter(key):
    if len(key) < _SHORTEST_NEAR:
        return {key}
    return {key} | {key[:n] + key[n + 1 :] for n, letter in enumerate(key) if not letter.isdigit()}


def _hex_level(text: str) -> str:
    return text.encode("cp874", errors="replace")[:_LEVEL_BYTES].hex()


def _reduce(text: str) -> str:
    key = _bare_letters(normalize(text))
    for word in (_SCHOOL_WORD, _VILLAGE_OR_TEMPLE):
        if found := word.match(key):
            key = key[found.end() :] or key
    return one_sound(key)


def _bare_letters(text: str) -> str:
    return _PUNCTUATION.sub("", _MARKS.sub("", to_arabic(text).lower()))


def _is_leading_word(key: str) -> bool:
    return any(re.fullmatch(one_sound(word.pattern), key) for word in (_SCHOOL_WORD, _VILLAGE_OR_TEMPLE))
