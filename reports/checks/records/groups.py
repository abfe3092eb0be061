"""Rules about networks and other groups."""

from networks.models import Formality, LearningStrand, Membership, School
from partners.models import Affiliation
from reports.checks.findings import Finding, Findings, list_first

OWN = (Affiliation.OBEC, Affiliation.PRIVATE)


def claimed_is_not_counted(summary, narrative) -> Findings:
    """Find kinds of group whose claimed number is not the number of groups recorded."""
    for kind in summary.kinds:
        if kind.claimed is not None and kind.claimed != kind.counted:
            yield Finding(
                "จำนวนที่แจ้งไม่ตรงกับที่มีรายชื่อ",
                kind.kind,
                f"{kind.kind} แจ้งไว้ {kind.claimed} {kind.kind.unit} แต่มีรายชื่อ {kind.counted} {kind.kind.unit} "
                "ให้เพิ่มรายชื่อหรือแก้จำนวนที่แจ้ง",
            )


def strands_without_group(summary, narrative) -> Findings:
    """Find learning strands without a club, for kinds of group that should cover all."""
    missing = uncovered_strands(summary)
    for kind in _kinds_covering_strands(summary) if missing else ():
        yield Finding(
            "กลุ่มสาระที่ไม่มีชมรม",
            kind.kind,
            f"{kind.kind} ยังไม่ครอบคลุม {' '.join(missing)} ให้เพิ่ม{kind.kind.unit}หรือระบุกลุ่มสาระของ{kind.kind.unit}ที่มีอยู่",
        )


def uncovered_strands(summary):
    """Return the names of the learning strands without a group of a kind that should cover all strands."""
    covered = {group.strand_id for kind in _kinds_covering_strands(summary) for group in kind.groups}
    return [strand.name for strand in LearningStrand.objects.all() if strand.pk not in covered]


def _kinds_covering_strands(summary):
    return [kind for kind in summary.kinds if kind.kind.covers_strands]


def network_without_schools(summary, narrative) -> Findings:
    """Find networks without a school."""
    for kind in network_kinds(summary):
        empty = [group for group in kind.groups if not has_organizations(group)]
        if empty:
            yield Finding(
                "เครือข่ายไม่มีรายชื่อโรงเรียน",
                kind.kind,
                f"{kind.kind} {len(empty)} จาก {kind.counted} {kind.kind.unit}ไม่มีรายชื่อโรงเรียน ({list_first(empty)}) "
                "ให้เพิ่มโรงเรียนเป็นสมาชิก",
            )


def schools_without_network(summary, narrative) -> Findings:
    """Find schools of the office that belong to no network, when any network has members.

    The rule `network_without_schools` finds networks without members.
    """
    kinds = [kind for kind in network_kinds(summary) if any(map(has_organizations, kind.groups))]
    outside = schools_outside_networks(summary) if kinds else []
    if outside:
        yield Finding(
            "โรงเรียนที่ไม่อยู่ในเครือข่ายใด",
            kinds[0].kind,
            f"โรงเรียนในสังกัด {len(outside)} แห่งไม่อยู่ในเครือข่ายใด ({list_first(outside)}) ให้เพิ่มเป็นสมาชิกของเครือข่าย",
        )


def schools_outside_networks(summary):
    """Return the office's schools that belonged to no network in the year."""
    groups = [group.pk for kind in network_kinds(summary) for group in kind.groups]
    memberships = Membership.objects.filter(group__in=groups).active_between(
        summary.first_day, summary.last_day
    )
    schools = School.objects.filter(affiliation__in=OWN).exclude(active_to__lt=summary.first_day)
    schools = schools.exclude(active_from__gt=summary.last_day)
    return list(schools.exclude(memberships__in=memberships.order_by()).order_by("sort_key", "pk"))


def network_kinds(summary):
    """Return the kinds of group that schools belong to, without those whose members are hidden."""
    return [row for row in summary.kinds if row.kind.schools_belong and not row.kind.members_hidden]


def has_organizations(group):
    """Tell whether a member of the group is an organization."""
    return any(membership.organization_id for membership in group.memberships.all())


def committee_without_members(summary, narrative) -> Findings:
    """Find formal groups without members or posts."""
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
                f"{kind.kind} {len(empty)} จาก {kind.counted} {kind.kind.unit}ไม่มีรายชื่อหรือตำแหน่งกรรมการ ({list_first(empty)}) "
                "ให้เพิ่มกรรมการ",
            )


def teams_unknown(summary, narrative) -> Findings:
    """Find groups that work in teams without the number of teams or of people in a team."""
    for group in summary.groups:
        if group.kind.works_in_teams and not any(year.people for year in group.this_year):
            yield Finding(
                "ไม่ระบุจำนวนชุด",
                group,
                f"{group} ไม่ระบุจำนวนชุดหรือจำนวนคนต่อชุด ให้ใส่ในการดำเนินงานรายปี {summary.fiscal_year}",
            )


def teams_beyond_staff(summary, narrative) -> Findings:
    """Find groups with more people in their teams than the office has staff."""
    staff = max((kind.year.staff or 0 for kind in summary.kinds if kind.year), default=0)
    for group in summary.groups:
        people = sum(year.people or 0 for year in group.this_year)
        if staff and group.kind.works_in_teams and people > staff:
            yield Finding(
                "คนในชุดมากกว่าบุคลากรทั้งหมด",
                group,
                f"{group} มี {people:,} คนในทุกชุดรวมกัน แต่บุคลากรมีทั้งหมด {staff:,} คน ให้ตรวจจำนวนชุดและคนต่อชุด",
            )


RULES = [
    claimed_is_not_counted,
    strands_without_group,
    network_without_schools,
    schools_without_network,
    committee_without_members,
    teams_unknown,
    teams_beyond_staff,
]
