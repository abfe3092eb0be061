"""Records that may be one and the same, and names spelt in two ways."""

from collections import defaultdict
from collections.abc import Iterator

from portal.thai.keys import name_key, near_keys
from reports.checks.findings import Finding
from reports.checks.texts import texts_of

NEIGHBOURS = 20


def projects_nearly_alike(summary, narrative) -> Iterator[Finding]:
    """Find nearly one title at one time, of one partner or at one place.

    What is done twice a year is two projects.
    """
    for one, other in _pairs([line.project for line in summary.projects], lambda p: p.full_title):
        same_time = not (one.starts_on and other.starts_on) or one.starts_on == other.starts_on
        same_place = one.starts_on and one.venue and one.venue == other.venue
        if same_time and (one.partner_id == other.partner_id or same_place):
            yield Finding(
                "โครงการที่อาจซ้ำกัน",
                other,
                f"{other} ({other.code}) อาจซ้ำกับ {one} ({one.code}) ให้รวมเป็นรายการเดียว หรือแก้ชื่อหรือวันที่ให้ต่างกัน",
                field="title",
            )


def organizations_nearly_alike(summary, narrative) -> Iterator[Finding]:
    """Find bodies of one kind with nearly one name, not told apart by number or place."""
    for one, other in _pairs(_organizations(summary), lambda o: o.name):
        numbered = one.smis_code and other.smis_code and one.smis_code != other.smis_code
        elsewhere = one.subdistrict_id and other.subdistrict_id and one.subdistrict_id != other.subdistrict_id
        if one.kind == other.kind and not (one.is_person or numbered or elsewhere):
            yield Finding(
                "หน่วยงานที่อาจเป็นแห่งเดียวกัน",
                other,
                f"{other} ({other.code}) อาจเป็นแห่งเดียวกับ {one} ({one.code}) ให้รวมเป็นรายการเดียว หรือใส่ตำบลให้ต่างกัน",
                field="name",
            )


def groups_nearly_alike(summary, narrative) -> Iterator[Finding]:
    """Find groups of one kind with nearly one name in one area."""
    for kind in summary.kinds:
        for one, other in _pairs(kind.groups, lambda group: group.name):
            if one.subdistrict_id == other.subdistrict_id and one.district_id == other.district_id:
                yield Finding(
                    "เครือข่ายที่อาจซ้ำกัน",
                    other,
                    f"{other} ({other.code}) อาจซ้ำกับ {one} ({one.code}) ให้รวมเป็นรายการเดียวหรือแก้ชื่อให้ต่างกัน",
                    field="name",
                )


def other_spelling_in_words(summary, narrative) -> Iterator[Finding]:
    """Find a spelling that is kept for search alone, a letter off the name."""
    spellings = dict(_other_spellings(summary))
    if not spellings:
        return
    for text in texts_of(summary, narrative):
        for spelling, name in spellings.items():
            if spelling in text.text and name not in text.text:
                yield text.finding("ชื่อสะกดไม่ตรงกับที่บันทึกไว้", f"เขียน “{spelling}” ให้แก้เป็น “{name}”")


def _other_spellings(summary):
    projects = [(line.project.title, line.project.spellings) for line in summary.projects]
    groups = [(group.name, group.spellings) for kind in summary.kinds for group in kind.groups]
    bodies = [(body.name, body.spellings) for body in _organizations(summary) if not body.is_person]
    for name, spellings in (*projects, *groups, *bodies):
        for spelling in spellings.splitlines():
            if name_key(spelling) != name_key(name) and near_keys(spelling) & near_keys(name):
                yield spelling, name


def _organizations(summary):
    """Every body that the projects of the year tell of, each once."""
    givers = [giver.organization for giver in (*summary.partners, *summary.supporters)]
    parts = [part.organization for line in summary.projects for part in line.project.participations.all()]
    parties = [party.organization for row in summary.agreements for party in row.agreement.parties.all()]
    return list(dict.fromkeys(body for body in (*givers, *parts, *parties) if body))


def _pairs(records, name_of):
    """Each two records whose names nearly match, once, the earlier first; of a long series only neighbours."""
    alike, pairs = defaultdict(list), set()
    for place, record in enumerate(records):
        for key in near_keys(name_of(record)):
            pairs.update((earlier, place) for earlier in alike[key][-NEIGHBOURS:])
            alike[key].append(place)
    for one, other in sorted(pairs):
        yield records[one], records[other]


RULES = [projects_nearly_alike, organizations_nearly_alike, groups_nearly_alike, other_spelling_in_words]
