"""The markup of paragraphs: **bold** words, and live figures `{จำนวนชมรม}` that show the values of the year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal.thai.digits import to_arabic

BOLD = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*")
FIGURE = re.compile(r"\{([^{}\n]{1,80})\}")
YEAR = re.compile(r"(?<![0-9๐-๙,.])((?:25|๒๕)[0-9๐-๙]{2})(?![0-9๐-๙,])")


@dataclass(frozen=True)
class TextRun:
    """Words of one format; `figure` is the name of a live figure, whose words are as typed if it is unknown."""

    words: str
    bold: bool = False
    figure: str = ""
    known: bool = True


def runs(text: str, figures: Mapping[str, str]) -> Iterator[TextRun]:
    """Yield the runs of a text with the values of the figures; unknown markup stays as typed."""
    for index, part in enumerate(BOLD.split(text)):
        bold = bool(index % 2)
        for number, piece in enumerate(FIGURE.split(part)):
            if number % 2:
                name = " ".join(piece.split())
                yield TextRun(figures.get(name, f"{{{piece}}}"), bold, name, name in figures)
            elif piece:
                yield TextRun(piece, bold)


def plain_text(text: str, figures: Mapping[str, str]) -> str:
    """Return the text without markup, with the values of the figures."""
    return "".join(run.words for run in runs(text, figures))


def prose_html(text: str, figures: Mapping[str, str], link=lambda name, words: words) -> SafeString:
    """Return the text as escaped HTML; `link` returns the HTML of a live figure from its name and words."""
    return _join(_format_bold(run, _show_run(run, link)) for run in runs(text, figures))


def marked_html(text: str, figures: Mapping[str, str], fiscal_year: int) -> SafeString:
    """Return the text as HTML for its writer, with live figures and years outside the fiscal year (พ.ศ.) marked."""
    return _join(_format_bold(run, _mark_run(run, fiscal_year)) for run in runs(text, figures))


def other_years(text: str, fiscal_year: int) -> list[str]:
    """Return the years in the text other than the fiscal year (พ.ศ.), in either digits, each once."""
    years = dict.fromkeys(YEAR.findall(text))
    return [year for year in years if to_arabic(year) != str(fiscal_year)]


def _join(parts):
    return mark_safe("".join(parts))


def _format_bold(run, words):
    return format_html("<strong>{}</strong>", words) if run.bold else words


def _show_run(run, link):
    words = linebreaksbr(run.words)
    return link(run.figure, words) if run.figure and run.known else words


def _mark_run(run, fiscal_year):
    if run.figure:
        return format_html('<span class="{}">{}</span>', "live" if run.known else "unknown", run.words)
    pieces = YEAR.split(run.words)
    others = set(other_years(run.words, fiscal_year))
    return _join(format_html("<mark>{}</mark>", p) if p in others else linebreaksbr(p) for p in pieces)
