"""Rules about the items and sections that the standard requires of a report."""

from reports.checks.findings import Finding, Findings
from reports.models import Section


def section_empty(summary, narrative) -> Findings:
    """Find an empty preface, and items with empty methods, problems, recommendations, or results without records."""
    if narrative.report and not narrative.preface:
        yield _empty_section(narrative.report, "รายงาน", Section.PREFACE)
    for item in narrative.items:
        records = summary.partners if item.by_partners else summary.kinds
        for section in (Section.METHODS, Section.RESULTS, Section.PROBLEMS, Section.RECOMMENDATIONS):
            if not item.sections.get(section) and not (section == Section.RESULTS and records):
                yield _empty_section(item.item, f"ประเด็นที่ {item.number}", section)


def _empty_section(record, name, section):
    return Finding(
        "ส่วนที่ยังไม่ได้เขียน", record, f"{name} ยังไม่มี{section.label} ให้เขียน หรือให้เหตุผลที่ไม่มี หัวข้อที่ว่างไม่ถูกพิมพ์"
    )


def item_without_evidence(summary, narrative) -> Findings:
    """Find items with an empty evidence list."""
    for item in narrative.items:
        if not item.evidence:
            yield Finding(
                "ประเด็นไม่มีรายการหลักฐาน",
                item.item,
                f"ประเด็นที่ {item.number} ไม่มีรายการหลักฐาน ให้เลือกเอกสารหลักฐาน",
            )


def level_unknown(summary, narrative) -> Findings:
    """Find items without a self-assessed level."""
    for item in narrative.items:
        if item.item.level is None:
            yield Finding(
                "ยังไม่ได้ประเมินระดับ",
                item.item,
                f"ประเด็นที่ {item.number} ยังไม่ได้ประเมินระดับตนเอง ให้ใส่ระดับพร้อมเหตุผล",
                field="level",
            )


def indicator_unknown(summary, narrative) -> Findings:
    """Find a standard without an indicator."""
    if narrative.report and not narrative.report.standard.indicator:
        yield Finding(
            "ไม่ระบุตัวบ่งชี้",
            narrative.report.standard,
            f"{narrative.report.standard} ไม่ระบุตัวบ่งชี้ ให้ใส่ชื่อตัวบ่งชี้",
            field="indicator",
        )


def point_left_out(summary, narrative) -> Findings:
    """Find items of the standard that are not in the report."""
    if not narrative.report:
        return
    reported = {item.item.standard_item_id for item in narrative.items}
    for missing in narrative.report.standard.items.exclude(pk__in=reported):
        yield Finding(
            "ประเด็นของมาตรฐานที่ไม่อยู่ในรายงาน",
            narrative.report,
            f"รายงานไม่มีประเด็นที่ {missing.number} {missing.title} ให้เพิ่มประเด็นนี้",
        )


RULES = [section_empty, item_without_evidence, level_unknown, indicator_unknown, point_left_out]
