"""Groups that are claimed but not recorded, and what they leave uncovered."""

from collections.abc import Iterator

from networks.models import Formality, LearningStrand, Membership, School
from partners.models import Affiliation
from reports.checks.findings import Finding

OWN = (Affiliation.OBEC, Affiliation.PRIVATE)
NAMED = 3


def claimed_is_not_counted(summary, narrative) -> Iterator[Finding]:
    """Find eleven clubs claimed, eight recorded."""
    for kind in summary.kinds:
        if kind.claimed is not None and kind.claimed != kind.counted:
            yield Finding(
                "จำนวนที่แจ้งไม่ตรงกับที่มีรายชื่อ",
                kind.kind,
                f"{kind.kind} แจ้งไว้ {kind.claimed} {kind.kind.unit} แต่มีรายชื่อ {kind.counted} {kind.kind.unit} "
                "ให้เพิ่มรายชื่อหรือแก้จำนวนที่แจ้ง",
            )


def strands_without_group(summary, narrative) -> Iterator[Finding]:
    """Find learning strands without a club where clubs should cover them."""
    missing = uncovered_strands(summary)
    for kind in _covering(summary) if missing else ():
        yield Finding(
            "กลุ่มสาระที่ไม่มีชมรม",
            kind.kind,
            f"{kind.kind} ยังไม่ครอบคลุม {' '.join(missing)} ให้เพิ่ม{kind.kind.unit}หรือระบุกลุ่มสาระของ{kind.kind.unit}ที่มีอยู่",
        )


def uncovered_strands(summary):
    """The learning strands for which no group of a kind that should cover them stands."""
    covered = {group.strand_id for kind in _covering(summary) for group in kind.groups}
    return [strand.name for strand in LearningStrand.objects.all() if strand.pk not in covered]


def _covering(summary):
    return [kind for kind in summary.kinds if kind.kind.covers_strands]


def network_without_schools(summary, narrative) -> Iterator[Finding]:
    """Find networks of which no school is recorded."""
    for kind in networks_of(summary):
        empty = [group for group in kind.groups if not _seats_a_body(group)]
        if empty:
            yield Finding(
                "เครือข่ายไม่มีรายชื่อโรงเรียน",
                kind.kind,
                f"{kind.kind} {len(empty)} จาก {kind.counted} {kind.kind.unit}ไม่มีรายชื่อโรงเรียน ({_first(empty)}) "
                "ให้เพิ่มโรงเรียนเป็นสมาชิก",
            )


def schools_without_network(summary, narrative) -> Iterator[Finding]:
    """Find the office's schools that sit in no network, once any does.

    Until any school sits in one, the networks themselves are found empty.
    """
    seated = [kind for kind in networks_of(summary) if any(_seats_a_body(group) for group in kind.groups)]
    outside = schools_outside(summary) if seated else []
    if outside:
        yield Finding(
            "โรงเรียนที่ไม่อยู่ในเครือข่ายใด",
            seated[0].kind,
            f"โรงเรียนในสังกัด {len(outside)} แห่งไม่อยู่ในเครือข่ายใด ({_first(outside)}) ให้เพิ่มเป็นสมาชิกของเครือข่าย",
        )


def schools_outside(summary):
    """The office's schools of the year without a seat in a network."""
    groups = [group.pk for kind in networks_of(summary) for group in kind.groups]
    seats = Membership.objects.filter(group__in=groups).active_between(summary.first_day, summary.last_day)
    standing = School.objects.filter(affiliation__in=OWN).exclude(active_to__lt=summary.first_day)
    standing = standing.exclude(active_from__gt=summary.last_day)
    return list(standing.exclude(memberships__in=seats.order_by()).order_by("sort_key", "pk"))


def networks_of(summary):
    """The kinds that schools belong to, in the open."""
    return [k for k in summary.kinds if k.kind.schools_belong and not k.kind.members_hidden]


def committee_without_members(summary, narrative) -> Iterator[Finding]:
    """Find formal bodies without a member or a post."""
    for kind in summary.kinds:
        empty = [
            group
            for group in kind.groups
            if (group.formality or kind.kind.formality) == Formality.FORMAL and not group.memberships.all()
        ]
        if empty and not (kind.kind.schools_belong or kind.kind.works_in_teams):
            yield Finding(
                "คณะไม่มีรายชื่อกรรมการ",
                kind.kind,
                f"{kind.kind} {len(empty)} จาก {kind.counted} {kind.kind.unit}ไม่มีรายชื่อหรือตำแหน่งกรรมการ ({_first(empty)}) "
                "ให้เพิ่มกรรมการ",
            )


def teams_unknown(summary, narrative) -> Iterator[Finding]:
    """Find work in teams without the number of teams or of people a team."""
    for kind in summary.kinds:
        for group in kind.groups if kind.kind.works_in_teams else ():
            if not any(year.people for year in group.this_year):
                yield Finding(
                    "ไม่ระบุจำนวนชุด",
                    group,
                    f"{group} ไม่ระบุจำนวนชุดหรือจำนวนคนต่อชุด ให้ใส่ในการดำเนินงานรายปี {summary.fiscal_year}",
                )


def teams_beyond_staff(summary, narrative) -> Iterator[Finding]:
    """Find more people in the teams of a group than the office has.

    Nobody is in two teams of one group.
    """
    staff = max((kind.year.staff or 0 for kind in summary.kinds if kind.year), default=0)
    for kind in summary.kinds if staff else ():
        for group in kind.groups if kind.kind.works_in_teams else ():
            people = sum(year.people or 0 for year in group.this_year)
            if people > staff:
                yield Finding(
                    "คนในชุดมากกว่าบุคลากรทั้งหมด",
                    group,
                    f"{group} มี {people:,} คนในทุกชุดรวมกัน แต่บุคลากรมีทั้งหมด {staff:,} คน ให้ตรวจจำนวนชุดและคนต่อชุด",
                )


def _seats_a_body(group):
    return any(seat.organization_id for seat in group.memberships.all())


def _first(records):
    names = " ".join(str(record) for record in records[:NAMED])
    return f"{names} และอื่น ๆ" if len(records) > NAMED else names


RULES = [
    claimed_is_not_counted,
    strands_without_group,
    network_without_schools,
    schools_without_network,
    committee_without_members,
    teams_unknown,
    teams_beyond_staff,
]
