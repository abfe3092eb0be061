"""The fictional district's networks, clubs and boards, who sits in them, and what they did each year."""

from dataclasses import dataclass, field
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
from portal.history import create_with_history
from portal.thai.dates import calendar_year, fiscal_year_bounds
from reports.sample.district import words

NETWORK_DUTIES = (
    ("พัฒนาคุณภาพ", "วางแผนยกระดับคุณภาพการศึกษาของโรงเรียนในเครือข่ายร่วมกัน"),
    ("พัฒนาครู", "แลกเปลี่ยนเรียนรู้และนิเทศภายในเครือข่ายอย่างน้อยภาคเรียนละหนึ่งครั้ง"),
    ("ใช้ทรัพยากรร่วมกัน", "ประสานการใช้อาคาร อุปกรณ์ และบุคลากรระหว่างโรงเรียน"),
)
NETWORKS, TERM_YEARS = 6, 2


@dataclass
class Groups:
    """What has been made so far."""

    networks: list[Group] = field(default_factory=list)
    members: list[Membership] = field(default_factory=list)


def make_groups(chance, schools, districts, years):
    made = Groups()
    network = make_kind("ศูนย์เครือข่ายโรงเรียน", "ศูนย์เครือข่าย", Scope.INTERNAL, schools_belong=True)
    create_with_history(
        [
            KindDuty(kind=network, order=n, heading=heading, text=text)
            for n, (heading, text) in enumerate(NETWORK_DUTIES)
        ],
        user=None,
    )
    for number, name in enumerate(words.VILLAGES[:NETWORKS]):
        district = districts[number % len(districts)]
        group = make_group(chance, network, f"เครือข่าย{name}", number, district=district)
        made.networks.append(group)
        near = [
            s for s in schools if s.subdistrict.district == district and s.affiliation == Affiliation.OBEC
        ]
        seat_schools(made, group, near[number // len(districts) :: NETWORKS // len(districts)], years)
        seat_committee(chance, made, group, years)
    private = make_kind("ศูนย์เครือข่ายโรงเรียนเอกชน", "ศูนย์เครือข่าย", Scope.INTERNAL, schools_belong=True)
    group = make_group(chance, private, "เครือข่ายเอกชนสมมติ", 0)
    seat_schools(made, group, [s for s in schools if s.affiliation == Affiliation.PRIVATE], years)
    seat_committee(chance, made, group, years)
    club = make_kind("ชมรมครู", "ชมรม", Scope.INTERNAL, Formality.INFORMAL, covers_strands=True)
    for number, name in enumerate(words.STRANDS):
        strand = LearningStrand.objects.create(name=name, order=number)
        seat_committee(chance, made, make_group(chance, club, f"ชมรมครู{name}", number, strand=strand), years)
    board = make_kind(
        "คณะกรรมการตามกฎหมาย", "คณะ", Scope.EXTERNAL, purpose="กำกับและส่งเสริมการจัดการศึกษาของเขตพื้นที่"
    )
    for number, name in enumerate(("คณะกรรมการเขตพื้นที่สมมติ", "คณะอนุกรรมการตัวอย่าง")):
        seat_committee(chance, made, make_group(chance, board, name, number), years)
    write_years(chance, years)
    create_with_history(made.members, user=None)
    return made


def make_kind(name, unit, scope, formality=Formality.FORMAL, **flags):
    order = GroupKind.objects.count()
    return GroupKind.objects.create(
        name=name, unit=unit, order=order, scope=scope, formality=formality, **flags
    )


def make_group(chance, kind, name, order, **fields):
    """With the order that appointed it."""
    day = date(2020, 1, 6) + timedelta(days=chance.randrange(300))
    paper = Document.objects.create(
        kind=DocumentKind.ORDER,
        title=f"คำสั่งแต่งตั้ง{name}",
        number=f"{chance.randrange(1, 400)}/{calendar_year(day)}",
        dated_first=day,
        dated_last=day,
        is_public=chance.happens(0.5),
    )
    return Group.objects.create(kind=kind, name=name, order=order, order_document=paper, **fields)


def seat_schools(made, group, schools, years):
    begun = date(years[0] - 543 - 3, 5, 16)
    made.members += [
        Membership(group=group, organization=school, order=100 + n, from_on=begun)
        for n, school in enumerate(schools)
    ]


def seat_committee(chance, made, group, years):
    """Three terms of two years; sometimes nobody sits as vice-chair now."""
    for term in range(3):
        begun = years[0] + TERM_YEARS * term
        first, last = fiscal_year_bounds(begun)[0], fiscal_year_bounds(begun + TERM_YEARS - 1)[1]
        for order, position in enumerate(
            (Position.CHAIR, Position.VICE_CHAIR, Position.SECRETARY, Position.MEMBER)
        ):
            if position == Position.VICE_CHAIR and term == 2 and chance.happens(0.3):
                continue
            made.members.append(
                Membership(
                    group=group,
                    order=order,
                    position=position,
                    person=chance.person(),
                    phone=chance.phone(),
                    from_on=first,
                    to_on=last,
                    is_public=position == Position.CHAIR and chance.happens(0.4),
                )
            )


def write_years(chance, years):
    """What every group did in each year, with results and a meeting; the claimed number is the counted one."""
    groups = list(Group.objects.all())
    rows = [
        GroupYear(group=group, fiscal_year=year, activities="ประชุมวางแผน นิเทศ และแลกเปลี่ยนเรียนรู้ของสมาชิก")
        for group in groups
        for year in years
    ]
    rows = create_with_history(rows, user=None)
    create_with_history(
        [
            GroupResult(
                year=row, what=what, unit=unit, low=chance.near(number) if chance.happens(0.9) else None
            )
            for row in rows
            for what, unit, number in words.RESULTS[:2]
        ],
        user=None,
    )
    create_with_history(
        [
            Meeting(
                group=row.group,
                held_on=chance.day(*fiscal_year_bounds(row.fiscal_year)),
                place="ห้องประชุมสมมติ",
                subject="ติดตามงานของเครือข่าย",
            )
            for row in rows
        ],
        user=None,
    )
    kinds = [
        KindYear(kind=kind, fiscal_year=year, claimed=kind.groups.count())
        for kind in GroupKind.objects.all()
        for year in years
    ]
    create_with_history(kinds, user=None)
