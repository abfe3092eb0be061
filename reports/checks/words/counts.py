"""Numbers in the report's words that the year's records do not bear out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, combinations

from networks.models import School
from portal.models import District
from projects.models import Audience
from reports.checks.findings import Finding
from reports.checks.texts import paragraphs_of, texts_of_kind
from reports.checks.words.numbers import counts_of

_BAHT = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{2})? ?บาท")
MOST_KINDS = 10


def count_in_words_is_not_the_records(summary, narrative) -> Iterator[Finding]:
    """Find “11 ชมรม”, “สิบเอ็ดชมรม”, “เครือข่าย 11+2”, “ภาคี 8 แห่ง” that no count of the year bears out.

    A number may mean all, or those of a partner, a kind, an area.
    """
    texts = [*paragraphs_of(narrative), *(text for kind in summary.kinds for text in texts_of_kind(kind))]
    if not texts:
        return
    known = _known_counts(summary)
    for text in texts:
        for noun, written in _not_borne_out(text.text, known):
            yield text.finding(
                "จำนวนในเนื้อความไม่ตรงกับระเบียน",
                f"เขียน “{written}” แต่ในระเบียนของปีนับ{noun}ได้ {max(known[noun]):,} ให้แก้ข้อความหรือเพิ่มระเบียน",
            )


def _not_borne_out(text, known):
    """Each number that none of the nouns beside it bears out, under the longest of them."""
    beside = defaultdict(list)
    for noun in sorted(known, key=len, reverse=True):
        for count in counts_of(noun, text):
            beside[count.start].append((noun, count))
    for nouns in beside.values():
        if not any(count.is_borne_out(known[noun]) for noun, count in nouns):
            yield nouns[0][0], nouns[0][1].written


def money_in_words_is_not_the_records(summary, narrative) -> Iterator[Finding]:
    """Find an amount in baht that is no total and no gift of the year."""
    known = _known_amounts(summary)
    for text in paragraphs_of(narrative):
        for found in _BAHT.finditer(text.text):
            if int(found[1].replace(",", "")) not in known:
                yield text.finding(
                    "จำนวนเงินในเนื้อความไม่ตรงกับระเบียน",
                    f"เขียน “{found.group()}” ไม่ตรงกับยอดหรือรายการใดของปี "
                    f"(รวม {summary.totals.cash:,.0f} บาท) ให้ตรวจจำนวน",
                )


def _known_counts(summary):
    """Of each noun the numbers that the records bear out."""
    counts = _groups(summary)
    for noun in ("โครงการ", "โครงการและกิจกรรม"):
        counts[noun] = _projects(summary)
    counts["ภาคี"] = counts["ภาคีเครือข่าย"] = _partners(summary)
    counts["โรงเรียน"] = counts["สถานศึกษา"] = _schools(summary)
    counts["อำเภอ"] |= _districts(summary)
    counts["ตำบล"] |= {len({line.project.subdistrict_id for line in summary.projects} - {None})}
    return counts


def _groups(summary):
    """By unit, by the name of a kind, and by เครือข่าย; those of several kinds may be told together."""
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


def _projects(summary):
    lines, proven = len(summary.projects), len(summary.with_evidence)
    with_cash = sum(bool(line.totals.cash_known) for line in summary.projects)
    parts = _sizes(line.project.category_id for line in summary.projects)
    parts += [len(partner.projects) for partner in summary.partners]
    parts += _sizes(line.project.subdistrict_id for line in summary.projects)
    return {lines, proven, lines - proven, with_cash, lines - with_cash, *parts}


def _partners(summary):
    partners, supporters = len(summary.partners), len(summary.supporters)
    all_givers = (*summary.partners, *summary.supporters)
    kinds = [*_sizes(p.kind for p in summary.partners), *_sizes(giver.kind for giver in all_givers)]
    return {partners, supporters, partners + supporters, len(summary.givers_of_cash), *kinds}


def _schools(summary):
    """All recorded, by affiliation, in the networks, and those that took part."""
    affiliations = list(School.objects.order_by().values_list("affiliation", flat=True))
    seats = [
        len({seat.organization_id for seat in group.memberships.all() if seat.organization_id})
        for kind in summary.kinds
        for group in kind.groups
    ]
    named = [
        {p.organization_id for p in line.project.participations.all() if p.audience == Audience.ORGANIZATION}
        for line in summary.projects
    ]
    by_affiliation = _sizes(affiliations)
    pairs = {sum(pair) for pair in combinations(by_affiliation, 2)}
    took_part = {len(set(chain.from_iterable(named))), *map(len, named)}
    return {len(affiliations), *by_affiliation, *pairs, sum(seats), *seats, *took_part}


def _districts(summary):
    own = District.objects.filter(offices__isnull=False).count()
    groups = {group.subdistrict_id[:4] for k in summary.kinds for group in k.groups if group.subdistrict_id}
    projects = {line.project.subdistrict_id[:4] for line in summary.projects if line.project.subdistrict_id}
    return {own, len(groups), len(projects), len(groups | projects)}


def _known_amounts(summary):
    """Every sum that the report tells."""
    givers = [giver.totals.cash for giver in (*summary.partners, *summary.supporters)]
    slices = [part.totals.cash for part in (*summary.by_kind, *summary.by_category)]
    projects = [line.totals.cash for line in summary.projects]
    gifts = [gift.amount for line in summary.projects for gift in line.gifts if gift.amount]
    told = [sum(line.totals.cash for line in partner.projects) for partner in summary.partners]
    return {int(amount) for amount in (summary.totals.cash, *givers, *slices, *projects, *gifts, *told)}


def _sizes(keys):
    """How many of each."""
    return list(Counter(keys).values())


RULES = [count_in_words_is_not_the_records, money_in_words_is_not_the_records]
