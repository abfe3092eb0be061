"""A paragraph's plain text as it is read: **bold** words, and live figures `{จำนวนชมรม}` that say the year's values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from portal.thai.digits import to_arabic

BOLD = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*")
FIGURE = re.compile(r"\{([^{}\n]{1,80})\}")
YEAR = re.compile(r"(?<![0-9๐-๙,.])((?:25|๒๕)[0-9๐-๙]{2})(?![0-9๐-๙,])")


@dataclass(frozen=True)
class Run:
    """Words in one manner; those of a live figure bear its name, and are as typed while the name is unknown."""

    words: str
    bold: bool = False
    figure: str = ""
    known: bool = True


def runs(text: str, figures: Mapping[str, str]) -> Iterator[Run]:
    """The text apart by its manners, with the values of the figures; whatever is no mark of ours stays as typed."""
    for place, part in enumerate(BOLD.split(text)):
        bold = bool(place % 2)
        for number, piece in enumerate(FIGURE.split(part)):
            if number % 2:
                name = " ".join(piece.split())
                yield Run(figures.get(name, f"{{{piece}}}"), bold, name, name in figures)
            elif piece:
                yield Run(piece, bold)


def plain_text(text: str, figures: Mapping[str, str]) -> str:
    """The words alone, with the values of the figures."""
    return "".join(run.words for run in runs(text, figures))


def prose_html(text: str, figures: Mapping[str, str], opened=lambda name, words: words) -> SafeString:
    """The text as HTML; whatever was typed is text, HTML too. A live figure is shown as `opened` says."""
    return _joined(_html(run, _shown(run, opened)) for run in runs(text, figures))


def marked_html(text: str, figures: Mapping[str, str], fiscal_year: int) -> SafeString:
    """The same for whoever writes it: live figures can be told, years that are not this fiscal year (พ.ศ.) are marked."""
    return _joined(_html(run, _marked(run, fiscal_year)) for run in runs(text, figures))


def other_years(text: str, fiscal_year: int) -> list[str]:
    """The years in the text, in either digits, that are not this fiscal year (พ.ศ.), each once."""
    found = dict.fromkeys(YEAR.findall(text))
    return [year for year in found if to_arabic(year) != str(fiscal_year)]


def _joined(parts):
    return mark_safe("".join(parts))


def _html(run, words):
    return format_html("<strong>{}</strong>", words) if run.bold else words


def _shown(run, opened):
    words = _lines(run.words)
    return opened(run.figure, words) if run.figure and run.known else words


def _lines(words):
    return mark_safe(escape(words).replace("\n", "<br>"))


def _marked(run, fiscal_year):
    if run.figure:
        manner = "live" if run.known else "unknown"
        return format_html('<span class="{}">{}</span>', manner, run.words)
    pieces = YEAR.split(run.words)
    others = set(other_years(run.words, fiscal_year))
    return _joined(format_html("<mark>{}</mark>", p) if p in others else _lines(p) for p in pieces)
