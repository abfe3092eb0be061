"""Imports of schools and memberships from spreadsheets."""

from networks.columns import GROUPS, SCHOOLS
from networks.models import Group, GroupKind, Membership, School, SchoolYear
from partners.imports import OrganizationImport
from partners.models import OrganizationKind
from partners.organization_lookup import OrganizationLookup
from portal.tables.import_kinds import ImportKind, find_listed
from portal.tables.matching.places import SubdistrictLookup
from portal.tables.matching.results import Refusal
from portal.thai.keys import name_key


class SchoolImport(OrganizationImport):
    name = "schools"
    title = "โรงเรียน/สถานศึกษา"
    advice = "หนึ่งแถวต่อหนึ่งโรงเรียน โรงเรียนที่มีข้อมูลหลายปีการศึกษาให้ใช้หลายแถว"
    sheet = SCHOOLS
    model = School
    part_model = SchoolYear
    part_of = "school"
    part_keys = (("academic_year",),)
    default_kind = OrganizationKind.SCHOOL.value

    def existing_records(self):
        return super().existing_records().prefetch_related("years")

    def resolve_references(self, row, answers):
        yield from super().resolve_references(row, answers)
        if "academic_year" not in row.values and ("pupils" in row.values or "teachers" in row.values):
            yield Refusal("academic_year", "กรอกจำนวนนักเรียนหรือครูแล้ว ต้องกรอกปีการศึกษาด้วย เช่น 2557")


class MembershipImport(ImportKind):
    name = "memberships"
    title = "เครือข่ายและสมาชิก"
    advice = "หนึ่งแถวต่อสมาชิกหนึ่งราย คอลัมน์ของเครือข่ายเขียนซ้ำทุกแถว"
    sheet = GROUPS
    model = Group
    match_fields = ("kind",)
    name_field = "name"
    part_model = Membership
    part_of = "group"
    part_keys = (
        ("organization", "person", "role", "position", "from_on"),
        ("organization", "person", "role", "position"),
    )

    def __init__(self, user):
        super().__init__(user)
        self.organizations, self.places = OrganizationLookup(), SubdistrictLookup()
        self.kinds = {name_key(kind.name): kind for kind in GroupKind.objects.all()}

    def existing_records(self):
        groups = Group.objects.select_related("kind", "district", "subdistrict")
        return groups.prefetch_related("memberships__organization")

    def resolve_references(self, row, answers):
        yield from self.organizations.find(row, "organization", "organization_code", answers)
        yield from self.places.find(row)
        advice = "ไม่มีประเภท “{name}” ให้ใช้ชื่อใดชื่อหนึ่งนี้: {known}"
        yield from find_listed(row, "kind", "kind", self.kinds, name_key, advice)
