"""Live figures in prose that no figure of the year bears the name of."""

from collections.abc import Iterator

from reports.checks.findings import Finding, Severity
from reports.checks.texts import lines_of
from reports.text.placeholders import placeholders, unknown_figures


def unknown_figure(summary, narrative) -> Iterator[Finding]:
    """Find a live figure {…} of a name that is no figure's."""
    figures = placeholders(summary)
    for line, where in lines_of(narrative):
        for unknown in unknown_figures(line.paragraph.text, figures):
            yield Finding(
                "ตัวเลขสดที่ไม่รู้จัก",
                line.paragraph,
                f"{where} {unknown} ให้เลือกชื่อจากรายการตัวเลขสด",
                Severity.BLOCKER,
                "text",
            )


RULES = [unknown_figure]
