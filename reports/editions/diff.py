"""The differences between two snapshots of a year: where, what, before and after, and why."""

from datetime import date
from decimal import Decimal

from networks.models import Group
from partners.models import Agreement, Organization
from portal.history import BY_COMMAND, BY_FORM
from portal.thai.dates import format_date
from portal.thai.money import format_baht
from projects.models import Project
from reports.editions.snapshot import EDITION_METRICS
from reports.models import Paragraph

NOTHING = "ไม่ระบุ"
ADDED, TAKEN_OUT = "เพิ่มใหม่", "ตัดออก"
FIGURES = "ตัวเลขรวมของปี"
SECTIONS = {
    "partners": "ภาคี",
    "projects": "โครงการ",
    "agreements": "ข้อตกลง",
    "kinds": "ประเภทเครือข่าย",
    "groups": "เครือข่าย",
    "items": "ประเด็นที่",
    "paragraphs": "",
}
WITH_CODES = ("partners", "projects", "agreements", "groups")
DAYS = ("signed_first", "starts_on", "ends_on")
FIELDS = {
    **{key: metric.edition_label for key, metric in EDITION_METRICS.items()},
    "things": "สิ่งของ",
    "by_kind": "เงินสนับสนุนของ",
    "by_category": "เงินสนับสนุนประเภท",
    "name": "ชื่อ",
    "kind": "ประเภท",
    "partner": "ภาคีเจ้าของโครงการ",
    "category": "ประเภท",
    "when": "วันที่จัด",
    "venue": "สถานที่",
    "academic_year": "ปีการศึกษา",
    "story": "เรื่องราว",
    "objective": "วัตถุประสงค์",
    "co_organizers": "ผู้ร่วมจัด",
    "posts": "ตำแหน่งหน้าที่",
    "activities": "กิจกรรม",
    "participants": "ผู้เข้าร่วม",
    "results": "ผลที่นับได้",
    "gifts": "การสนับสนุน",
    "evidence": "หลักฐาน",
    "number": "เลขที่",
    "parties": "คู่ตกลง",
    "signed_first": "ลงนามวันที่",
    "starts_on": "เริ่มมีผล",
    "ends_on": "วันสิ้นสุด",
    "unit": "หน่วยนับ",
    "claimed": "จำนวนที่แจ้ง",
    "counted": "จำนวนที่มีรายชื่อ",
    "method": "วิธีดำเนินการ",
    "purpose": "วัตถุประสงค์",
    "members": "องค์ประกอบ",
    "level": "ระดับที่ประเมินตนเอง",
    "level_reason": "เหตุผลของระดับ",
    "text": "ข้อความ",
}
MODELS = {"partners": Organization, "projects": Project, "agreements": Agreement, "groups": Group}


def compare(old: dict, new: dict) -> list[dict]:
    """Return one row for each difference of two snapshots of the same year, the figures first."""
    rows = figures_that_differ(old["figures"], new["figures"])
    rows += _cash_parts_that_differ(old["figures"], new["figures"])
    for section in SECTIONS:
        before, after = old[section], new[section]
        for key in dict.fromkeys([*before, *after]):
            rows += _record_rows(section, key, before.get(key), after.get(key))
    return rows


def figures_that_differ(old: dict, new: dict) -> list[dict]:
    """Return a row for each figure that both have and that is not the same."""
    changed = (name for name in old if name in new and old[name] != new[name])
    return [
        _value_row("figures", "", FIGURES, name, old[name], new[name])
        for name in changed
        if not isinstance(old[name], dict)
    ]


def _cash_parts_that_differ(old, new):
    """Yield a row for each part of the cash by kind and by category that is not the same."""
    for name in ("by_kind", "by_category"):
        for label in dict.fromkeys([*old[name], *new[name]]):
            before, after = (display("cash", side[name].get(label)) for side in (old, new))
            if before != after:
                yield _row("figures", "", FIGURES, f"{FIELDS[name]} {label}", before, after)


def with_reasons(rows: list[dict], *, since, default: str) -> list[dict]:
    """Return the rows with the newest reason in the record's history since a moment, else the default reason."""
    reasons = {}
    for section, model in (*MODELS.items(), ("paragraphs", Paragraph)):
        field = "id" if model is Paragraph else "code"
        keys = {row["key"] for row in rows if row["section"] == section}
        entries = model.history.filter(**{f"{field}__in": keys}, history_date__gt=since)
        entries = entries.exclude(history_change_reason__in=[BY_FORM, BY_COMMAND]).order_by("history_id")
        for key, reason in entries.values_list(field, "history_change_reason") if keys else ():
            reasons[section, str(key)] = reason or default
    return [row | {"reason": reasons.get((row["section"], row["key"]), default)} for row in rows]


def _record_rows(section, key, before, after):
    where = f"{SECTIONS[section]} {(after or before)['name']}".strip()
    if before is None or after is None:
        what = ADDED if before is None else TAKEN_OUT
        texts = [_short_text(record) if record else "" for record in (before, after)]
        return [_row(section, key, where, what, *texts)]
    return [
        _value_row(section, key, where, name, before.get(name), after.get(name))
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    ]


def _short_text(record):
    """Return the text of a record that only one side has: its own text, or its name with its cash."""
    cash = record.get("cash")
    return record.get("text") or (f"{record['name']} {display('cash', cash)}" if cash else record["name"])


def _value_row(section, key, where, name, old, new):
    return _row(section, key, where, FIELDS[name], display(name, old), display(name, new))


def _row(section, key, where, what, old, new):
    return {
        "section": section,
        "key": key,
        "code": key if section in WITH_CODES else "",
        "where": where,
        "what": what,
        "old": old,
        "new": new,
        "reason": "",
    }


def display(name: str, value) -> str:
    """Return a value of a snapshot as people read it."""
    if value in (None, "", [], {}):
        return NOTHING
    if name == "cash":
        return f"{format_baht(Decimal(value))} บาท"
    if name in DAYS:
        return format_date(date.fromisoformat(value), "short")
    if isinstance(value, list):
        return " · ".join(_gift_text(each) if isinstance(each, dict) else each for each in value)
    return f"{value:,}" if isinstance(value, int) and name != "academic_year" else str(value)


def _gift_text(gift):
    """Return a gift of cash or of things, with its giver if it has one."""
    if "cash" in gift:
        text = display("cash", gift["cash"])
    else:
        text = f"{gift['what']} {display('quantity', gift['quantity'])} {gift['unit']}"
    return f"{gift['giver']} {text}" if "giver" in gift else text
