"""Rules about claims that something covers all schools, strands, districts or groups."""

import re

from portal.models import District
from projects.models import Audience
from reports.checks.findings import Findings, list_first
from reports.checks.records.groups import (
    has_organizations,
    network_kinds,
    schools_outside_networks,
    uncovered_strands,
)
from reports.checks.texts import paragraphs_and_kinds

_STRANDS = re.compile(r"ทุก(?:กลุ่ม)?สาระ|กลุ่มสาระ[^ ]{0,30}(?:ทุกกลุ่ม|ครบทุก|ทุกสาระ)")
_SCHOOLS = re.compile(r"(?:ครบ|ครอบคลุม|ถึง|ครบถ้วน) ?(?:ทุกโรงเรียน|โรงเรียน(?:ในสังกัด)?ทุก(?:แห่ง|โรง))|ทุกโรงเรียน")
_DISTRICTS = re.compile(r"ทุกอำเภอ|(?:ครบ|ครอบคลุม)(?:ครบ)?(?:ทุก|ทั้ง) ?[0-9]* ?อำเภอ")


def all_strands_claimed(summary, narrative) -> Findings:
    """Find “ทุกกลุ่มสาระ” when a learning strand has no club."""
    claims = _texts_with(_STRANDS, summary, narrative)
    missing = uncovered_strands(summary) if claims else []
    for text in claims if missing else ():
        yield _claim_finding(text, "ครอบคลุมทุกกลุ่มสาระ", f"ไม่มีชมรมของ {list_first(missing)}")


def all_schools_claimed(summary, narrative) -> Findings:
    """Find “ทุกโรงเรียน” without a project for every school or networks to which every school belongs."""
    claims = _texts_with(_SCHOOLS, summary, narrative)
    for_every_school = any(row.audience == Audience.EVERY_SCHOOL for row in summary.participations)
    if not claims or for_every_school:
        return
    recorded = any(has_organizations(group) for kind in network_kinds(summary) for group in kind.groups)
    outside = schools_outside_networks(summary) if recorded else []
    if outside or not recorded:
        nobody = "ไม่มีโครงการหรือเครือข่ายใดบันทึกไว้ว่าครบทุกโรงเรียน"
        gap = f"{list_first(outside)} ไม่อยู่ในเครือข่ายใด" if recorded else nobody
        for text in claims:
            yield _claim_finding(text, "ทุกโรงเรียน", gap)


def all_districts_claimed(summary, narrative) -> Findings:
    """Find “ทุกอำเภอ” when a district has neither a group nor a project."""
    claims = _texts_with(_DISTRICTS, summary, narrative)
    if not claims:
        return
    reached = {group.district_id for group in summary.groups} | districts_of(summary.groups)
    reached |= districts_of(row.project for row in summary.projects)
    own = District.objects.filter(offices__isnull=False)
    missing = [district.name for district in own.order_by("code") if district.code not in reached]
    for text in claims if missing else ():
        yield _claim_finding(text, "ครบทุกอำเภอ", f"ไม่มีเครือข่ายหรือโครงการในอำเภอ {list_first(missing)}")


def all_groups_claimed(summary, narrative) -> Findings:
    """Find “ครบทุกชมรม” when fewer groups are recorded than are claimed."""
    incomplete = [kind for kind in summary.kinds if kind.claimed and kind.counted < kind.claimed]
    for kind in incomplete:
        pattern = re.compile(rf"(?:ครบ|ครอบคลุม)(?:ครบ)?ทุก ?{re.escape(kind.kind.unit)}(?!สาระ|เป้าหมาย)")
        for text in _texts_with(pattern, summary, narrative):
            yield _claim_finding(
                text,
                f"ครบทุก{kind.kind.unit}",
                f"{kind.kind}มีรายชื่อ {kind.counted} จาก {kind.claimed} {kind.kind.unit}",
            )


def _texts_with(pattern, summary, narrative):
    return [text for text in paragraphs_and_kinds(summary, narrative) if pattern.search(text.text)]


def _claim_finding(text, claim, gap):
    return text.finding("คำว่าครบที่ระเบียนไม่รองรับ", f"เขียนว่า{claim} แต่{gap} ให้แก้ข้อความหรือเพิ่มระเบียน")


def districts_of(records):
    """Return the districts of the records' subdistricts, whose codes begin with that of the district."""
    return {record.subdistrict_id[:4] for record in records if record.subdistrict_id}


RULES = [all_strands_claimed, all_schools_claimed, all_districts_claimed, all_groups_claimed]
