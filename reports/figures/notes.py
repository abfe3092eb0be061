"""The notes on how the figures of a chapter are counted, and links to the lists of their records."""

from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from reports.figures.metrics import METRICS


@dataclass(frozen=True)
class Notes:
    """The notes of one chapter, numbered in the order of its figures."""

    part: str
    fiscal_year: int
    keys: list[str] = field(default_factory=list)

    def link(self, key: str, words, **query) -> SafeString:
        """Return the words as a link to the list of the figure's records."""
        address = METRICS[key].address(self.fiscal_year, **query)
        return format_html('<a class="opens" href="{}">{}</a>', address, words)

    def mark(self, key: str) -> SafeString:
        """Return a link to the note of a figure; the note links back to its first mark."""
        first = mark_safe("")
        if key not in self.keys:
            self.keys.append(key)
            first = format_html(' id="mark-{}-{}"', self.part, len(self.keys))
        number = self.keys.index(key) + 1
        return format_html(
            '<sup{}><a href="#how-{}-{}" aria-label="วิธีนับข้อ {}">{}</a></sup>',
            first,
            self.part,
            number,
            number,
            number,
        )

    def numbered(self) -> list[tuple[int, str]]:
        """Return the number and the text of each note."""
        return [(number, METRICS[key].definition) for number, key in enumerate(self.keys, start=1)]
