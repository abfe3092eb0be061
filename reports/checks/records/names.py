"""Rules about records that may be duplicates, and names in two spellings."""

from collections import defaultdict

from portal.thai.keys import name_key, near_keys
from reports.checks.findings import Finding, Findings
from reports.checks.texts import texts_of

NEIGHBOURS = 20


def projects_nearly_alike(summary, narrative) -> Findings:
    """Find projects with nearly the same title and the same date, of one partner or at one place."""
    for one, other in _similar_pairs([row.project for row in summary.projects], lambda p: p.full_title):
        same_time = not (one.starts_on and other.starts_on) or one.starts_on == other.starts_on
        same_place = one.starts_on and one.venue and one.venue == other.venue
        if same_time and (one.partner_id == other.partner_id or same_place):
            yield Finding(
                "โครงการที่อาจซ้ำกัน",
                other,
                f"{other} ({other.code}) อาจซ้ำกับ {one} ({one.code}) ให้รวมเป็นรายการเดียว หรือแก้ชื่อหรือวันที่ให้ต่างกัน",
                field="title",
            )


def organizations_nearly_alike(summary, narrative) -> Findings:
    """Find organizations of one kind with nearly the same name, whose codes and subdistricts do not differ."""
    for one, other in _similar_pairs(_list_organizations(summary), lambda o: o.name):
        numbered = one.smis_code and other.smis_code and one.smis_code != other.smis_code
        elsewhere = one.subdistrict_id and other.subdistrict_id and one.subdistrict_id != other.subdistrict_id
        if one.kind == other.kind and not (one.is_person or numbered or elsewhere):
            yield Finding(
                "หน่วยงานที่อาจเป็นแห่งเดียวกัน",
                other,
                f"{other} ({other.code}) อาจเป็นแห่งเดียวกับ {one} ({one.code}) ให้รวมเป็นรายการเดียว หรือใส่ตำบลให้ต่างกัน",
                field="name",
            )


def groups_nearly_alike(summary, narrative) -> Findings:
    """Find groups of one kind with nearly the same name in one area."""
    for kind in summary.kinds:
        for one, other in _similar_pairs(kind.groups, lambda group: group.name):
            if one.subdistrict_id == other.subdistrict_id and one.district_id == other.district_id:
                yield Finding(
                    "เครือข่ายที่อาจซ้ำกัน",
                    other,
                    f"{other} ({other.code}) อาจซ้ำกับ {one} ({one.code}) ให้รวมเป็นรายการเดียวหรือแก้ชื่อให้ต่างกัน",
                    field="name",
                )


def other_spelling_in_words(summary, narrative) -> Findings:
    """Find a name in a text in a wrong spelling that is stored for search."""
    spellings = dict(_other_spellings(summary))
    if not spellings:
        return
    for text in texts_of(summary, narrative):
        for spelling, name in spellings.items():
            if spelling in text.text and name not in text.text:
                yield text.finding("ชื่อสะกดไม่ตรงกับที่บันทึกไว้", f"เขียน “{spelling}” ให้แก้เป็น “{name}”")


def _other_spellings(summary):
    """Yield each stored spelling that nearly matches its name, with the name."""
    projects = [(row.project.title, row.project.spellings) for row in summary.projects]
    organizations = [org for org in _list_organizations(summary) if not org.is_person]
    others = [(record.name, record.spellings) for record in (*summary.groups, *organizations)]
    for name, spellings in (*projects, *others):
        for spelling in spellings.splitlines():
            if name_key(spelling) != name_key(name) and near_keys(spelling) & near_keys(name):
                yield spelling, name


def _list_organizations(summary):
    """Return the givers, participants and agreement parties of the year, each once."""
    givers = [giver.organization for giver in (*summary.partners, *summary.supporters)]
    participants = [participation.organization for participation in summary.participations]
    parties = [party.organization for row in summary.agreements for party in row.agreement.parties.all()]
    return list(dict.fromkeys(filter(None, (*givers, *participants, *parties))))


def _similar_pairs(records, name_of):
    """Yield each pair of records with nearly the same name; in a long series, only pairs of neighbours."""
    alike, pairs = defaultdict(list), set()
    for place, record in enumerate(records):
        for key in near_keys(name_of(record)):
            pairs.update((earlier, place) for earlier in alike[key][-NEIGHBOURS:])
            alike[key].append(place)
    for one, other in sorted(pairs):
        yield records[one], records[other]


RULES = [projects_nearly_alike, organizations_nearly_alike, groups_nearly_alike, other_spelling_in_words]
