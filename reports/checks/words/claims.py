"""Claims in prose that something covers all, held against what the records bear out."""

import re
from collections.abc import Iterator

from portal.models import District
from projects.models import Audience
from reports.checks.findings import Finding
from reports.checks.records.groups import networks_of, schools_outside, uncovered_strands
from reports.checks.texts import paragraphs_of, texts_of_kind

_STRANDS = re.compile(r"ทุก(?:กลุ่ม)?สาระ|กลุ่มสาระ[^ ]{0,30}(?:ทุกกลุ่ม|ครบทุก|ทุกสาระ)")
_SCHOOLS = re.compile(r"(?:ครบ|ครอบคลุม|ถึง|ครบถ้วน) ?(?:ทุกโรงเรียน|โรงเรียน(?:ในสังกัด)?ทุก(?:แห่ง|โรง))|ทุกโรงเรียน")
_DISTRICTS = re.compile(r"ทุกอำเภอ|(?:ครบ|ครอบคลุม)(?:ครบ)?(?:ทุก|ทั้ง) ?[0-9]* ?อำเภอ")
TOLD = 3


def all_strands_claimed(summary, narrative) -> Iterator[Finding]:
    """Find “ทุกกลุ่มสาระ” while a strand has no club."""
    missing = None
    for text in _claims(_STRANDS, summary, narrative):
        missing = uncovered_strands(summary) if missing is None else missing
        if missing:
            yield _finding(text, "ครอบคลุมทุกกลุ่มสาระ", f"ไม่มีชมรมของ {_first(missing)}")


def all_schools_claimed(summary, narrative) -> Iterator[Finding]:
    """Find “ทุกโรงเรียน” without a project for all, or networks in which all sit."""
    claims = list(_claims(_SCHOOLS, summary, narrative))
    if not claims or _for_every_school(summary):
        return
    seated = any(seat.organization_id for seat in _seats(summary))
    outside = schools_outside(summary) if seated else []
    if outside or not seated:
        gap = f"{_first(outside)} ไม่อยู่ในเครือข่ายใด" if seated else "ไม่มีโครงการหรือเครือข่ายใดบันทึกไว้ว่าครบทุกโรงเรียน"
        for text in claims:
            yield _finding(text, "ทุกโรงเรียน", gap)


def all_districts_claimed(summary, narrative) -> Iterator[Finding]:
    """Find “ทุกอำเภอ” while a district has neither network nor project."""
    claims = list(_claims(_DISTRICTS, summary, narrative))
    if not claims:
        return
    groups = [group for kind in summary.kinds for group in kind.groups]
    reached = {group.district_id for group in groups} | _districts_of(groups)
    reached |= _districts_of(line.project for line in summary.projects)
    own = District.objects.filter(offices__isnull=False)
    missing = [district.name for district in own.order_by("code") if district.code not in reached]
    for text in claims if missing else ():
        yield _finding(text, "ครบทุกอำเภอ", f"ไม่มีเครือข่ายหรือโครงการในอำเภอ {_first(missing)}")


def all_groups_claimed(summary, narrative) -> Iterator[Finding]:
    """Find “ครบทุกชมรม” while fewer are recorded than are claimed."""
    short = [kind for kind in summary.kinds if kind.claimed and kind.counted < kind.claimed]
    for kind in short:
        said = re.compile(rf"(?:ครบ|ครอบคลุม)(?:ครบ)?ทุก ?{re.escape(kind.kind.unit)}(?!สาระ|เป้าหมาย)")
        for text in _claims(said, summary, narrative):
            yield _finding(
                text,
                f"ครบทุก{kind.kind.unit}",
                f"{kind.kind}มีรายชื่อ {kind.counted} จาก {kind.claimed} {kind.kind.unit}",
            )


def _claims(pattern, summary, narrative):
    texts = [*paragraphs_of(narrative), *(text for kind in summary.kinds for text in texts_of_kind(kind))]
    return (text for text in texts if pattern.search(text.text))


def _finding(text, claim, gap):
    return text.finding("คำว่าครบที่ระเบียนไม่รองรับ", f"เขียนว่า{claim} แต่{gap} ให้แก้ข้อความหรือเพิ่มระเบียน")


def _for_every_school(summary):
    parts = (part for line in summary.projects for part in line.project.participations.all())
    return any(part.audience == Audience.EVERY_SCHOOL for part in parts)


def _seats(summary):
    groups = (group for kind in networks_of(summary) for group in kind.groups)
    return (seat for group in groups for seat in group.memberships.all())


def _districts_of(records):
    """A subdistrict's code begins with its district's."""
    return {record.subdistrict_id[:4] for record in records if record.subdistrict_id}


def _first(names):
    told = " ".join(map(str, names[:TOLD]))
    return f"{told} และอื่น ๆ" if len(names) > TOLD else told


RULES = [all_strands_claimed, all_schools_claimed, all_districts_claimed, all_groups_claimed]
