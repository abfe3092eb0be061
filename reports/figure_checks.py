"""The rule of the live figures: a name in the prose that is no figure's would print as typed."""

from collections.abc import Iterator

from reports.checks import Finding, Severity
from reports.live_figures import live_figures, unknown_figures


def figure_unknown(summary, narrative) -> Iterator[Finding]:
    figures = live_figures(summary)
    sections = [narrative.preface, *(found for item in narrative.items for found in item.lines.values())]
    for paragraph in (line.paragraph for found in sections for line in found):
        for unknown in unknown_figures(paragraph.text, figures):
            sentence = f"ย่อหน้า “{paragraph}” {unknown}"
            yield Finding("ชื่อตัวเลขสดไม่มีในรายการ", paragraph, sentence, Severity.BLOCKER)
