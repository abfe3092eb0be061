"""The notes of a part of the report, which say how its figures are counted, and the links to their lists."""

from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from reports.figures.metrics import METRICS


@dataclass(frozen=True)
class Notes:
    """The notes of one part of the report, numbered in the order in which its figures come."""

    part: str
    fiscal_year: int
    keys: list[str] = field(default_factory=list)

    def opened(self, key: str, words, **query) -> SafeString:
        """Return the words of a figure as a link to the list that makes it."""
        address = METRICS[key].address(self.fiscal_year, **query)
        return format_html('<a class="opens" href="{}">{}</a>', address, words)

    def marked(self, key: str) -> SafeString:
        """Return the number of the note of a figure; the note leads back to the first that bears it."""
        own = mark_safe("")
        if key not in self.keys:
            self.keys.append(key)
            own = format_html(' id="mark-{}-{}"', self.part, len(self.keys))
        number = self.keys.index(key) + 1
        return format_html(
            '<sup{}><a href="#how-{}-{}" aria-label="วิธีนับข้อ {}">{}</a></sup>',
            own,
            self.part,
            number,
            number,
            number,
        )

    def numbered(self) -> list[tuple[int, str]]:
        """Return each note under its number."""
        return [(number, METRICS[key].definition) for number, key in enumerate(self.keys, start=1)]
