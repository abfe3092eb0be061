"""What the standard asks for and the report leaves empty."""

from collections.abc import Iterator

from reports.checks.findings import Finding
from reports.models import Section


def section_empty(summary, narrative) -> Iterator[Finding]:
    """Find a preface, methods, results, problems or recommendations without a word.

    The results of an item come from the records, or else stand in words; a preface is always words.
    """
    if narrative.report and not narrative.preface:
        yield _empty(narrative.report, "รายงาน", Section.PREFACE)
    for item in narrative.items:
        told = summary.partners if item.by_partners else summary.kinds
        for section in (Section.METHODS, Section.RESULTS, Section.PROBLEMS, Section.RECOMMENDATIONS):
            if not item.lines.get(section) and not (section == Section.RESULTS and told):
                yield _empty(item.item, f"ประเด็นที่ {item.item.standard_item.number}", section)


def _empty(record, name, section):
    return Finding(
        "ส่วนที่ยังไม่ได้เขียน", record, f"{name} ยังไม่มี{section.label} ให้เขียน หรือให้เหตุผลที่ไม่มี หัวข้อที่ว่างไม่ถูกพิมพ์"
    )


def item_without_evidence(summary, narrative) -> Iterator[Finding]:
    """Find an item with an empty evidence list."""
    for item in narrative.items:
        if not item.evidence:
            yield Finding(
                "ประเด็นไม่มีรายการหลักฐาน",
                item.item,
                f"ประเด็นที่ {item.item.standard_item.number} ไม่มีรายการหลักฐาน ให้เลือกเอกสารหลักฐาน",
            )


def level_unknown(summary, narrative) -> Iterator[Finding]:
    """Find an item without its self-assessed level."""
    for item in narrative.items:
        if item.item.level is None:
            yield Finding(
                "ยังไม่ได้ประเมินระดับ",
                item.item,
                f"ประเด็นที่ {item.item.standard_item.number} ยังไม่ได้ประเมินระดับตนเอง ให้ใส่ระดับพร้อมเหตุผล",
                field="level",
            )


def indicator_unknown(summary, narrative) -> Iterator[Finding]:
    """Find a standard without its indicator."""
    if narrative.report and not narrative.report.standard.indicator:
        yield Finding(
            "ไม่ระบุตัวบ่งชี้",
            narrative.report.standard,
            f"{narrative.report.standard} ไม่ระบุตัวบ่งชี้ ให้ใส่ชื่อตัวบ่งชี้",
            field="indicator",
        )


def point_left_out(summary, narrative) -> Iterator[Finding]:
    """Find a point of the standard that the report does not answer."""
    if not narrative.report:
        return
    told = {item.item.standard_item_id for item in narrative.items}
    for point in narrative.report.standard.items.all():
        if point.pk not in told:
            yield Finding(
                "ประเด็นของมาตรฐานที่ไม่อยู่ในรายงาน",
                narrative.report,
                f"รายงานไม่มีประเด็นที่ {point.number} {point.title} ให้เพิ่มประเด็นนี้",
            )


RULES = [section_empty, item_without_evidence, level_unknown, indicator_unknown, point_left_out]
