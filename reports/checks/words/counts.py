"""Rules about numbers and amounts in texts that match no record of the year."""

import re
from collections import Counter, defaultdict
from itertools import combinations

from networks.models import School
from portal.models import District
from projects.models import Audience
from reports.checks.findings import Findings
from reports.checks.texts import paragraphs_and_kinds, paragraphs_of
from reports.checks.words.claims import districts_of
from reports.checks.words.numbers import counts_of

_BAHT = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{2})? ?บาท")
MOST_KINDS = 10


def count_in_words_is_not_the_records(summary, narrative) -> Findings:
    """Find numbers that match no count of the year: “11 ชมรม”, “สิบเอ็ดชมรม”, “เครือข่าย 11+2”, “ภาคี 8 แห่ง”.

    A number may count all, or only those of one partner, kind or area.
    """
    texts = paragraphs_and_kinds(summary, narrative)
    known = _known_counts(summary) if texts else {}
    for text in texts:
        for noun, written in _unmatched_counts(text.text, known):
            yield text.finding(
                "จำนวนในเนื้อความไม่ตรงกับระเบียน",
                f"เขียน “{written}” แต่ในระเบียนของปีนับ{noun}ได้ {max(known[noun]):,} ให้แก้ข้อความหรือเพิ่มระเบียน",
            )


def _unmatched_counts(text, known):
    """Yield each number that matches none of the nouns beside it, with the longest of those nouns."""
    by_position = defaultdict(list)
    for noun in sorted(known, key=len, reverse=True):
        for count in counts_of(noun, text):
            by_position[count.start].append((noun, count))
    for matches in by_position.values():
        if not any(count.is_in(known[noun]) for noun, count in matches):
            yield matches[0][0], matches[0][1].written


def money_in_words_is_not_the_records(summary, narrative) -> Findings:
    """Find amounts in baht that are neither a total nor a contribution of the year."""
    known = _known_amounts(summary)
    for text in paragraphs_of(narrative):
        for match in _BAHT.finditer(text.text):
            if int(match[1].replace(",", "")) not in known:
                yield text.finding(
                    "จำนวนเงินในเนื้อความไม่ตรงกับระเบียน",
                    f"เขียน “{match.group()}” ไม่ตรงกับยอดหรือรายการใดของปี "
                    f"(รวม {summary.totals.cash:,.0f} บาท) ให้ตรวจจำนวน",
                )


def _known_counts(summary):
    """Return the numbers that the records support, by noun."""
    counts = _count_groups(summary)
    counts["โครงการ"] = counts["โครงการและกิจกรรม"] = _count_projects(summary)
    counts["ภาคี"] = counts["ภาคีเครือข่าย"] = _count_partners(summary)
    counts["โรงเรียน"] = counts["สถานศึกษา"] = _count_schools(summary)
    counts["อำเภอ"] |= _count_districts(summary)
    counts["ตำบล"] |= {len({row.project.subdistrict_id for row in summary.projects} - {None})}
    return counts


def _count_groups(summary):
    """Return the numbers of groups by unit, name of the kind and เครือข่าย, also of several kinds together."""
    kinds = defaultdict(list)
    for kind in summary.kinds:
        names = {kind.kind.unit, kind.kind.name}
        if any("เครือข่าย" in name for name in names):
            names |= {"เครือข่าย", "เครือข่ายโรงเรียน"} if kind.kind.schools_belong else {"เครือข่าย"}
        for name in names:
            kinds[name].append(kind.counted or kind.claimed or 0)
    sums = {
        noun: {sum(some) for size in range(1, len(counts) + 1) for some in combinations(counts, size)}
        for noun, counts in kinds.items()
        if len(counts) <= MOST_KINDS
    }
    return defaultdict(set, sums)


def _count_projects(summary):
    projects, proven = len(summary.projects), len(summary.with_evidence)
    with_cash = sum(bool(row.totals.cash_known) for row in summary.projects)
    parts = _group_sizes(row.project.category_id for row in summary.projects)
    parts += [len(partner.projects) for partner in summary.partners]
    parts += _group_sizes(row.project.subdistrict_id for row in summary.projects)
    return {projects, proven, projects - proven, with_cash, projects - with_cash, *parts}


def _count_partners(summary):
    partners, supporters = len(summary.partners), len(summary.supporters)
    all_givers = (*summary.partners, *summary.supporters)
    kinds = [*_group_sizes(p.kind for p in summary.partners), *_group_sizes(p.kind for p in all_givers)]
    return {partners, supporters, partners + supporters, len(summary.givers_of_cash), *kinds}


def _count_schools(summary):
    """Return the numbers of schools: all, by affiliation, in networks, and in projects."""
    affiliations = list(School.objects.order_by().values_list("affiliation", flat=True))
    members = [
        len({member.organization_id for member in group.memberships.all() if member.organization_id})
        for group in summary.groups
    ]
    named = defaultdict(set)
    for row in summary.participations:
        if row.audience == Audience.ORGANIZATION:
            named[row.project_id].add(row.organization_id)
    by_affiliation = _group_sizes(affiliations)
    pairs = {sum(pair) for pair in combinations(by_affiliation, 2)}
    participants = {len(set().union(*named.values())), *map(len, named.values())}
    return {len(affiliations), *by_affiliation, *pairs, sum(members), *members, *participants}


def _count_districts(summary):
    own = District.objects.filter(offices__isnull=False).count()
    groups = districts_of(summary.groups)
    projects = districts_of(row.project for row in summary.projects)
    return {own, len(groups), len(projects), len(groups | projects)}


def _known_amounts(summary):
    """Return every amount of cash in the report, in whole baht."""
    givers = [giver.totals.cash for giver in (*summary.partners, *summary.supporters)]
    parts = [part.totals.cash for part in (*summary.by_kind, *summary.by_category)]
    projects = [row.totals.cash for row in summary.projects]
    gifts = [gift.amount for gift in summary.gifts if gift.amount]
    partners = [sum(row.totals.cash for row in partner.projects) for partner in summary.partners]
    return {int(amount) for amount in (summary.totals.cash, *givers, *parts, *projects, *gifts, *partners)}


def _group_sizes(keys):
    """Return how often each key occurs."""
    return list(Counter(keys).values())


RULES = [count_in_words_is_not_the_records, money_in_words_is_not_the_records]
