"""The fictional district's networks, clubs and boards, who sits in them, and what they did each year."""

from datetime import date, timedelta

from networks.models import (
    Formality,
    Group,
    GroupKind,
    GroupResult,
    GroupYear,
    KindDuty,
    KindYear,
    LearningStrand,
    Meeting,
    Membership,
    Position,
    Scope,
)
from partners.models import Affiliation, Document, DocumentKind
from portal.thai.dates import calendar_year, fiscal_year_bounds
from reports.sample.district.chance import WORDS, save_all

NETWORKS, TERM_YEARS = 6, 2


def make_groups(chance, schools, districts, years):
    """Make every kind of group with its members and yearly work; return the networks of schools."""
    kind = make_kind("ศูนย์เครือข่ายโรงเรียน", "ศูนย์เครือข่าย", schools_belong=True)
    members = [
        *make_networks(chance, kind, schools, districts, years),
        *make_private_network(chance, schools, years),
        *make_clubs(chance, years),
        *make_boards(chance, years),
    ]
    make_yearly_work(chance, years)
    save_all(members)
    return list(kind.groups.order_by("order"))


def make_networks(chance, kind, schools, districts, years):
    """Make the networks of public schools of each district, and yield their members."""
    save_all(
        KindDuty(kind=kind, order=order, heading=heading, text=text)
        for order, (heading, text) in enumerate(WORDS.network_duties)
    )
    public = [school for school in schools if school.affiliation == Affiliation.OBEC]
    for number, name in enumerate(WORDS.villages[:NETWORKS]):
        district = districts[number % len(districts)]
        group = make_group(chance, kind, f"เครือข่าย{name}", number, district=district)
        near = [school for school in public if school.subdistrict.district == district]
        yield from member_schools(group, near[number // len(districts) :: NETWORKS // len(districts)], years)
        yield from committee_of(chance, group, years)


def make_private_network(chance, schools, years):
    kind = make_kind("ศูนย์เครือข่ายโรงเรียนเอกชน", "ศูนย์เครือข่าย", schools_belong=True)
    group = make_group(chance, kind, "เครือข่ายเอกชนสมมติ", 0)
    private = [school for school in schools if school.affiliation == Affiliation.PRIVATE]
    yield from member_schools(group, private, years)
    yield from committee_of(chance, group, years)


def make_clubs(chance, years):
    kind = make_kind("ชมรมครู", "ชมรม", formality=Formality.INFORMAL, covers_strands=True)
    for number, name in enumerate(WORDS.learning_strands):
        strand = LearningStrand.objects.create(name=name, order=number)
        group = make_group(chance, kind, f"ชมรมครู{name}", number, strand=strand)
        yield from committee_of(chance, group, years)


def make_boards(chance, years):
    purpose = "กำกับและส่งเสริมการจัดการศึกษาของเขตพื้นที่"
    kind = make_kind("คณะกรรมการตามกฎหมาย", "คณะ", scope=Scope.EXTERNAL, purpose=purpose)
    for number, name in enumerate(("คณะกรรมการเขตพื้นที่สมมติ", "คณะอนุกรรมการตัวอย่าง")):
        yield from committee_of(chance, make_group(chance, kind, name, number), years)


def make_kind(name, unit, **fields):
    fields = {"scope": Scope.INTERNAL, "formality": Formality.FORMAL, **fields}
    return GroupKind.objects.create(name=name, unit=unit, order=GroupKind.objects.count(), **fields)


def make_group(chance, kind, name, order, **fields):
    """Make a group with the order that appointed it."""
    day = date(2020, 1, 6) + timedelta(days=chance.randrange(300))
    document = Document.objects.create(
        kind=DocumentKind.ORDER,
        title=f"คำสั่งแต่งตั้ง{name}",
        number=f"{chance.randrange(1, 400)}/{calendar_year(day)}",
        dated_first=day,
        dated_last=day,
        is_public=chance.happens(0.5),
    )
    return Group.objects.create(kind=kind, name=name, order=order, order_document=document, **fields)


def member_schools(group, schools, years):
    from_on = date(years[0] - 543 - 3, 5, 16)
    for order, school in enumerate(schools, start=100):
        yield Membership(group=group, organization=school, order=order, from_on=from_on)


def committee_of(chance, group, years):
    """Yield the members of three terms of two years; sometimes nobody sits as vice-chair now."""
    positions = Position.CHAIR, Position.VICE_CHAIR, Position.SECRETARY, Position.MEMBER
    for term in range(3):
        year = years[0] + TERM_YEARS * term
        first, last = fiscal_year_bounds(year)[0], fiscal_year_bounds(year + TERM_YEARS - 1)[1]
        for order, position in enumerate(positions):
            if position == Position.VICE_CHAIR and term == 2 and chance.happens(0.3):
                continue
            yield Membership(
                group=group,
                order=order,
                position=position,
                person=chance.person(),
                phone=chance.phone(),
                from_on=first,
                to_on=last,
                is_public=position == Position.CHAIR and chance.happens(0.4),
            )


def make_yearly_work(chance, years):
    """Make the results and a meeting of every group in each year; the claimed number is the counted one."""
    activities = "ประชุมวางแผน นิเทศ และแลกเปลี่ยนเรียนรู้ของสมาชิก"
    rows = save_all(
        GroupYear(group=group, fiscal_year=year, activities=activities)
        for group in Group.objects.all()
        for year in years
    )
    results = [(row, *result) for row in rows for result in WORDS.results[:2]]
    save_all(
        GroupResult(year=row, what=what, unit=unit, low=chance.near(number) if chance.happens(0.9) else None)
        for row, what, unit, number in results
    )
    meeting = {"place": "ห้องประชุมสมมติ", "subject": "ติดตามงานของเครือข่าย"}
    save_all(
        Meeting(group=row.group, held_on=chance.day(*fiscal_year_bounds(row.fiscal_year)), **meeting)
        for row in rows
    )
    save_all(
        KindYear(kind=kind, fiscal_year=year, claimed=kind.groups.count())
        for kind in GroupKind.objects.all()
        for year in years
    )
