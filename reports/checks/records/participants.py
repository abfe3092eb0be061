"""More pupils in a project than its schools have."""

from collections.abc import Iterator

from networks.models import SchoolYear
from partners.models import OrganizationKind
from projects.models import Audience
from reports.checks.findings import Finding

LARGE_SCHOOL = 500


def pupils_beyond_the_schools(summary, narrative) -> Iterator[Finding]:
    """Find more pupils than the schools named have (500 each where that is unknown)."""
    sizes = _sizes(summary)
    for line in summary.projects:
        parts = list(line.project.participations.all())
        schools = {part.organization_id for part in parts if _is_school(part)}
        wider = any(part.audience not in (Audience.ORGANIZATION, Audience.WORDS) for part in parts)
        told = sum(part.pupils or 0 for part in parts)
        room = sum(sizes.get(school, LARGE_SCHOOL) for school in schools)
        if schools and not wider and told > room:
            guess = "" if schools <= sizes.keys() else "ประมาณ "
            yield Finding(
                "นักเรียนมากกว่าที่โรงเรียนมี",
                line.project,
                f"{line.project} บันทึกนักเรียน {told:,} คน จาก {len(schools)} โรงเรียนที่มี{guess}{room:,} คน "
                "ให้ตรวจจำนวน หรือใส่จำนวนนักเรียนของโรงเรียน",
            )


def _sizes(summary):
    """The most pupils that each participating school told in the academic years that the fiscal year touches."""
    parts = (part for line in summary.projects for part in line.project.participations.all())
    schools = {part.organization_id for part in parts if _is_school(part)}
    years = (summary.fiscal_year - 1, summary.fiscal_year)
    known = SchoolYear.objects.filter(academic_year__in=years, pupils__isnull=False)
    rows = known.order_by("pupils").values_list("school_id", "pupils")
    return {school: pupils for school, pupils in rows if school in schools}


def _is_school(part):
    return part.organization is not None and part.organization.kind in OrganizationKind.schools()


RULES = [pupils_beyond_the_schools]
