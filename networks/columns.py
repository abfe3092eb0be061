"""The columns in which schools and groups are exported."""

from django.db.models import Prefetch
from django.utils import timezone
from import_export.fields import Field
from import_export.widgets import IntegerWidget

from networks.models import Formality, Membership, Scope
from networks.models.schools import networks_on
from partners.columns import OrganizationSheet
from portal.tables.export import Sheet, day


class SchoolSheet(OrganizationSheet):
    affiliation = Field("get_affiliation_display", "สังกัด")
    smis_code = Field("smis_code", "รหัสสถานศึกษา 8 หลัก")
    moe_code = Field("moe_code", "รหัสสถานศึกษา 10 หลัก")
    networks = Field("network_names", "เครือข่าย")
    academic_year = Field("newest_year__academic_year", "ปีการศึกษา", IntegerWidget())
    pupils = Field("newest_year__pupils", "นักเรียน (คน)", IntegerWidget())
    teachers = Field("newest_year__teachers", "ครู (คน)", IntegerWidget())

    reads = (*OrganizationSheet.reads, "years")

    def __init__(self, user):
        super().__init__(user)
        self.user = user

    def iter_queryset(self, queryset):
        return super().iter_queryset(queryset.prefetch_related(networks_on(timezone.localdate(), self.user)))


class GroupSheet(Sheet):
    """A row for each seat, past ones too; a group without members has one row."""

    code = Field("code", "รหัส")
    kind = Field("kind__name", "ประเภท")
    group_name = Field("name", "ชื่อ")
    order_number = Field("order_document__number", "คำสั่งเลขที่")
    district = Field(column_name="อำเภอ")
    subdistrict = Field("subdistrict__name", "ตำบล")
    position = Field("seat__get_position_display", "หน้าที่ในคณะ")
    member_code = Field("seat__organization__code", "รหัสหน่วยงาน/โรงเรียน")
    member = Field(column_name="หน่วยงาน/โรงเรียน")
    person = Field(column_name="ชื่อบุคคล")
    role = Field("seat__role", "ตำแหน่งหรือบทบาท")
    phone = Field(column_name="โทรศัพท์")
    from_on = Field(column_name="ตั้งแต่")
    to_on = Field(column_name="ถึงวันที่")
    joined = ("kind", "order_document", "district", "subdistrict__district")
    reads = (Prefetch("memberships", Membership.objects.select_related("organization")),)

    def iter_queryset(self, queryset):
        for group in super().iter_queryset(queryset):
            for seat in list(group.memberships.all()) or [None]:
                group.seat = seat
                yield group

    def dehydrate_district(self, group):
        return group.area_district.name if group.area_district else ""

    def dehydrate_member(self, group):
        return self.name(group.seat and group.seat.organization)

    def dehydrate_person(self, group):
        if not group.seat:
            return ""
        return group.seat.person if self.people or group.seat.is_public else ""

    def dehydrate_phone(self, group):
        return group.seat.phone if group.seat and self.people else ""

    def dehydrate_from_on(self, group):
        return day(group.seat and group.seat.from_on)

    def dehydrate_to_on(self, group):
        return day(group.seat and group.seat.to_on)


class GroupIndexSheet(Sheet):
    """A row for each group of the public index, with who chairs it."""

    code = Field("code", "รหัส")
    scope = Field(column_name="ภายใน/ภายนอก")
    kind = Field("kind__name", "ประเภท")
    formality = Field(column_name="รูปแบบ")
    group_name = Field("name", "ชื่อ")
    district = Field(column_name="อำเภอ")
    subdistrict = Field("subdistrict__name", "ตำบล")
    chair = Field(column_name="ประธาน")
    schools = Field("schools", "โรงเรียนสมาชิก", IntegerWidget())

    def iter_queryset(self, groups):
        return iter(groups)

    def dehydrate_scope(self, group):
        return Scope(group.scope or group.kind.scope).label

    def dehydrate_formality(self, group):
        return Formality(group.formality or group.kind.formality).label

    def dehydrate_district(self, group):
        return group.area_district.name if group.area_district else ""

    def dehydrate_chair(self, group):
        return ", ".join(group.chair_names)


class RosterSheet(Sheet):
    """A row for each seat of one group that is held today."""

    position = Field("membership__get_position_display", "หน้าที่")
    name = Field("name", "ชื่อ")
    seats = Field("membership__seats", "จำนวนที่นั่ง")
    code = Field("membership__organization__code", "รหัสหน่วยงาน/โรงเรียน")
    district = Field("membership__organization__subdistrict__district__name", "อำเภอ")
    academic_year = Field("membership__academic_year", "ปีการศึกษา", IntegerWidget())
    pupils = Field("membership__pupils", "นักเรียน (คน)", IntegerWidget())
    teachers = Field("membership__teachers", "ครู (คน)", IntegerWidget())
    size = Field(column_name="ขนาด")
    from_on = Field(column_name="ตั้งแต่")
    to_on = Field(column_name="ถึงวันที่")

    def iter_queryset(self, seats):
        return iter(seats)

    def dehydrate_size(self, seat):
        return seat.size.label if seat.size else ""

    def dehydrate_from_on(self, seat):
        return day(seat.membership.from_on)

    def dehydrate_to_on(self, seat):
        return day(seat.membership.to_on)


class RosterSheetWithPeople(RosterSheet):
    """The roster for those who may read the group's people."""

    director = Field("director__name", "ผู้อำนวยการ")
    phone = Field("phone", "โทรศัพท์")
