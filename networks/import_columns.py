"""How schools and the members of groups come in from a spreadsheet."""

from networks.columns import GroupSheet, SchoolSheet
from networks.models import Group, GroupKind, Membership, School, SchoolYear
from partners.import_columns import CODE, PLACE, OrganizationImport, kind_column
from partners.models import OrganizationKind
from partners.organization_lookup import Bodies
from portal.tables import cells
from portal.tables.columns import Column, shown_only
from portal.tables.import_kinds import ImportKind, choice_column
from portal.tables.matching.places import Places
from portal.thai.keys import name_key


class SchoolImport(OrganizationImport):
    name = "schools"
    title = "โรงเรียน/สถานศึกษา"
    advice = "หนึ่งแถวต่อหนึ่งโรงเรียน โรงเรียนที่มีข้อมูลหลายปีการศึกษาให้ใช้หลายแถว"
    sheet = SchoolSheet
    model = School
    columns = OrganizationImport.columns | {
        "kind": kind_column(OrganizationKind.schools(), "โรงเรียน"),
        "proper_name": Column(
            cells.text, ("name",), "ชื่อโดยไม่มีคำว่าโรงเรียน ถ้ามี ระบบจะตัดให้", "วัดตัวอย่าง", needed=True
        ),
        "full_name": shown_only(),
        "affiliation": choice_column(School, "affiliation", note="เลือกจากรายการ", example="สพฐ."),
        "smis_code": Column(cells.code, ("smis_code",), "ตัวเลข 8 หลัก ใช้รู้ว่าเป็นโรงเรียนใด", "93010999"),
        "moe_code": Column(cells.code, ("moe_code",), "ตัวเลข 10 หลัก ใช้รู้ว่าเป็นโรงเรียนใด"),
        "networks": shown_only(),
        "academic_year": Column(
            cells.year, ("academic_year",), "ปีการศึกษาของจำนวนนักเรียนและครู", 2557, of_row=True
        ),
        "pupils": Column(cells.count, ("pupils",), "จำนวนนักเรียนในปีการศึกษานั้น", 120, of_row=True),
        "teachers": Column(cells.count, ("teachers",), "จำนวนครูในปีการศึกษานั้น", 9, of_row=True),
    }
    part_model = SchoolYear
    part_of = "school"
    part_keys = (("academic_year",),)
    default_kind = OrganizationKind.SCHOOL.value

    def read_records(self):
        return super().read_records().prefetch_related("years")

    def resolve(self, line):
        super().resolve(line)
        values = line.values
        if "academic_year" not in values and ("pupils" in values or "teachers" in values):
            line.refuse("academic_year", "กรอกจำนวนนักเรียนหรือครูแล้ว ต้องกรอกปีการศึกษาด้วย เช่น 2557")

    def parts_of(self, school):
        return school.years.all()


class MembershipImport(ImportKind):
    name = "memberships"
    title = "เครือข่ายและสมาชิก"
    advice = "หนึ่งแถวต่อสมาชิกหนึ่งราย คอลัมน์ของเครือข่ายเขียนซ้ำทุกแถว"
    sheet = GroupSheet
    model = Group
    columns = {
        "code": CODE,
        "kind": Column(cells.text, ("kind",), "ชื่อประเภทเครือข่ายที่มีอยู่ในระบบ", "ชมรมครู", needed=True),
        "group_name": Column(cells.text, ("name",), "ชื่อเครือข่าย ชมรม หรือคณะ", "เครือข่ายตัวอย่าง", needed=True),
        "order_number": shown_only(),
        "district": Column(cells.text, note="ชื่ออำเภอ ใช้คู่กับตำบล", example="ควนขนุน"),
        "subdistrict": PLACE["subdistrict"],
        "position": choice_column(
            Membership, "position", note="เว้นว่างคือกรรมการ", example="ประธาน", of_row=True
        ),
        "member_code": Column(cells.code, note="รหัสของหน่วยงานหรือโรงเรียนที่เป็นสมาชิก", of_row=True),
        "member": Column(
            cells.text, ("organization",), "ชื่อหน่วยงานหรือโรงเรียน เช่น ร.ร.วัดควนขนุน", "ร.ร.วัดตัวอย่าง", of_row=True
        ),
        "person": Column(cells.text, ("person",), "เมื่อสมาชิกเป็นบุคคล", of_row=True),
        "role": Column(cells.text, ("role",), "เมื่อสมาชิกเป็นตามตำแหน่ง เช่น นายอำเภอ", of_row=True),
        "phone": Column(cells.text, ("phone",), "เบอร์โทรศัพท์", "074-000-000", of_row=True),
        "from_on": Column(cells.day, ("from_on",), "วันแรกของวาระ", "1/10/2557", of_row=True),
        "to_on": Column(cells.day, ("to_on",), "วันสุดท้ายของวาระ", "30/9/2559", of_row=True),
    }
    part_model = Membership
    part_of = "group"
    part_keys = (
        ("organization", "person", "role", "position", "from_on"),
        ("organization", "person", "role", "position"),
    )

    @classmethod
    def offered(cls, key):
        kinds = GroupKind.objects.all() if key == "kind" else ()
        return [kind.name for kind in kinds] or super().offered(key)

    def __init__(self, user):
        super().__init__(user)
        self.bodies, self.places = Bodies(), Places()
        self.kinds = {name_key(kind.name): kind for kind in GroupKind.objects.all()}

    def read_records(self):
        return Group.objects.select_related("kind", "district", "subdistrict").prefetch_related(
            "memberships__organization"
        )

    def resolve(self, line):
        self.bodies.resolve(line, "member", "member_code")
        self.places.resolve(line)
        if said := line.values.get("kind"):
            kind = self.kinds.get(name_key(said))
            if kind:
                line.values["kind"] = kind
            else:
                known = " · ".join(kind.name for kind in self.kinds.values())
                line.refuse("kind", f"ไม่มีประเภท “{said}” ให้ใช้ชื่อใดชื่อหนึ่งนี้: {known}")

    def identity(self, values):
        kind, name = values.get("kind"), values.get("group_name")
        return (kind.pk, name) if kind and name else None

    def identity_of(self, group):
        return group.kind_id, group.name, *group.spellings.splitlines()

    def parts_of(self, group):
        return group.memberships.all()
