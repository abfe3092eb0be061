"""How organizations, their contacts and their agreements come in from a spreadsheet."""

from django.db.models import Prefetch

from partners.columns import AgreementSheet, ContactSheet, OrganizationSheet
from partners.models import Agreement, AgreementParty, Contact, Organization, OrganizationKind
from partners.models.kinds import SHORT_PREFIXES
from partners.organization_lookup import Bodies
from portal.tables import cells
from portal.tables.columns import Column, shown_only
from portal.tables.import_kinds import ImportKind, choice_column
from portal.tables.matching.places import Places

CODE = Column(cells.code, note="รหัสที่ระบบให้ไว้แล้ว ใช้เมื่อต้องการแก้รายการเดิม รายการใหม่ให้เว้นว่าง ระบบจะให้รหัสเอง")
PLACE = {
    "subdistrict_code": Column(cells.code, note="รหัสกรมการปกครอง 6 หลัก ถ้าไม่ทราบให้กรอกชื่อตำบลและอำเภอ"),
    "subdistrict": Column(cells.text, ("subdistrict",), "ชื่อตำบล ไม่ต้องกรอกถ้าใส่รหัสตำบลแล้ว", "ควนขนุน"),
    "district": Column(cells.text, note="ชื่ออำเภอ ช่วยแยกตำบลที่ชื่อซ้ำกัน", example="ควนขนุน"),
    "province": Column(cells.text, note="ชื่อจังหวัด ไม่ต้องกรอกถ้าอยู่ในเขตของสำนักงาน"),
}
_SHORT = [(kind, prefix) for kind, prefix in SHORT_PREFIXES.items()]


def kind_column(kinds, example):
    words = tuple((kind.value, kind.label) for kind in kinds)
    return Column(
        cells.choice([*words, *_SHORT]),
        ("kind",),
        "เลือกจากรายการ หรือพิมพ์คำย่อ เช่น อบต.",
        example,
        tuple(word for _, word in words),
    )


class OrganizationImport(ImportKind):
    name = "organizations"
    title = "หน่วยงาน"
    advice = "หนึ่งแถวต่อหนึ่งหน่วยงาน"
    sheet = OrganizationSheet
    model = Organization
    columns = {
        "code": CODE,
        "kind": kind_column(OrganizationKind, "องค์การบริหารส่วนตำบล"),
        "proper_name": Column(cells.text, ("name",), "ชื่อโดยไม่มีคำนำหน้า ถ้ามีคำนำหน้า ระบบจะตัดให้", "ตัวอย่าง"),
        "full_name": Column(cells.text, note="ใช้แทนประเภทกับชื่อเฉพาะได้ เช่น องค์การบริหารส่วนตำบลควนขนุน"),
        "public_role": Column(cells.text, ("public_role",), "เฉพาะบุคคล: คำที่ใช้แทนชื่อจริงในหน้าสาธารณะ"),
        **PLACE,
        "address": Column(cells.text, ("address",), "ที่อยู่เท่าที่ทราบ", "หมู่ 1"),
        "active_from": Column(cells.day, ("active_from",), "วัน เดือน ปี พ.ศ. ที่ตั้ง เช่น 1/10/2540"),
        "active_to": Column(cells.day, ("active_to",), "วัน เดือน ปี พ.ศ. ที่เลิก"),
        "contacts": shown_only(),
    }
    default_kind = None

    def __init__(self, user):
        super().__init__(user)
        self.places = Places()
        self.by_number = {
            (field, getattr(body, field)): body
            for body in self.records
            for field in ("smis_code", "moe_code")
            if getattr(body, field)
        }
        self.by_code = {body.code: body for body in self.records}

    def read_records(self):
        return self.model.objects.select_related("subdistrict__district").prefetch_related("former_names")

    def resolve(self, line):
        self.places.resolve(line)
        values = line.values
        standing = self.by_code.get(values.get("code")) or self.official(values)
        said = values.get("proper_name") or (values.get("full_name") if standing is None else None)
        if standing is None and self.default_kind:
            values.setdefault("kind", self.default_kind)
        if said and (standing is None or standing.name != said):
            kind = values.get("kind") or (standing and standing.kind)
            found, values["proper_name"] = apart_from_prefix(said, kind)
            if found and standing is None:
                values["kind"] = found

    def official(self, values):
        numbers = [(field, values.get(field)) for field in ("smis_code", "moe_code")]
        return next((self.by_number[number] for number in numbers if number in self.by_number), None)

    def identity(self, values):
        kind, name = values.get("kind"), values.get("proper_name")
        return (kind, name) if kind and name else None

    def identity_of(self, body):
        former = [old.name for old in body.former_names.all()]
        return body.kind, body.name, *body.spellings.splitlines(), *former

    def apart(self, body, values):
        """Two official numbers of one kind are two bodies."""
        pairs = [(getattr(body, field), values.get(field)) for field in ("smis_code", "moe_code")]
        return any(one and other and one != other for one, other in pairs)

    def doubtful(self, body, values):
        place = values.get("subdistrict")
        return bool(place and body.subdistrict_id and body.subdistrict_id != place.pk)


def apart_from_prefix(said, kind):
    """The kind that a name begins with, and the name without it; of a known kind only its own words go."""
    for possible in [OrganizationKind(kind)] if kind else OrganizationKind:
        for prefix in filter(
            None, (possible.prefix, possible.short_prefix, possible.short_prefix.replace("ร.ร.", "รร."))
        ):
            if said.startswith(prefix) and said != prefix:
                return possible.value, said.removeprefix(prefix).strip()
    return kind, said


class ContactImport(ImportKind):
    name = "contacts"
    title = "ผู้ติดต่อ"
    advice = "หนึ่งแถวต่อหนึ่งผู้ติดต่อ หน่วยงานต้องมีอยู่ในระบบแล้ว"
    sheet = ContactSheet
    model = Organization
    columns = {
        "code": Column(cells.code, note="รหัสของหน่วยงานที่ผู้ติดต่อสังกัด ถ้าไม่ทราบให้กรอกชื่อหน่วยงาน"),
        "organization": Column(cells.text, note="ชื่อเต็มหรือชื่อย่อ เช่น อบต.ควนขนุน", example="อบต.ตัวอย่าง"),
        "position": Column(cells.text, ("position",), "ตำแหน่งของผู้ติดต่อ", "ปลัด อบต.", needed=True, of_row=True),
        "person": Column(
            cells.text, ("name",), "ชื่อและนามสกุล เห็นเฉพาะเจ้าหน้าที่", "นางสาวตัวอย่าง ใจดี", of_row=True
        ),
        "phone": Column(cells.text, ("phone",), "เบอร์โทรศัพท์", "074-000-000", of_row=True),
        "is_public": Column(
            cells.yes_no, ("is_public",), "ได้ หรือ ไม่ได้ เว้นว่างคือไม่ได้", "ไม่ได้", ("ได้", "ไม่ได้"), of_row=True
        ),
    }
    part_model = Contact
    part_of = "organization"
    part_keys = (("position", "name"),)

    @classmethod
    def standing(cls):
        return Contact.objects.all()

    def __init__(self, user):
        super().__init__(user)
        self.bodies = Bodies()
        self.own = {body.code: body for body in self.records}

    def read_records(self):
        return Organization.objects.prefetch_related("contacts")

    def resolve(self, line):
        self.bodies.resolve(line, "organization", "code")

    def official(self, values):
        body = values.get("organization")
        return self.own[body.code] if body else None

    def identity(self, values):
        return None

    def parts_of(self, body):
        return body.contacts.all()


class AgreementImport(ImportKind):
    name = "agreements"
    title = "บันทึกข้อตกลง (MOU)"
    advice = "หนึ่งแถวต่อหนึ่งข้อตกลง คั่นคู่ตกลงด้วยเครื่องหมาย ; และต้องมีอย่างน้อยสองฝ่าย"
    sheet = AgreementSheet
    model = Agreement
    columns = {
        "code": CODE,
        "title": Column(cells.text, ("title",), "ชื่อข้อตกลงตามเอกสาร", "ความร่วมมือทางวิชาการ"),
        "number": Column(cells.text, ("number",), "เลขที่ตามเอกสาร", "1/2557"),
        "party_codes": Column(cells.text, note="รหัสหน่วยงาน คั่นด้วยจุลภาค ไม่ต้องกรอกถ้ากรอกชื่อคู่ตกลงแล้ว"),
        "parties": Column(
            cells.text,
            note="ชื่อหน่วยงานคั่นด้วย ; ชื่อที่ไม่มีในระบบจะเก็บเป็นคำ การนำเข้าเพิ่มคู่ตกลงได้แต่ไม่ลบ",
            example="อบต.ตัวอย่าง; ผู้ปกครองนักเรียน",
        ),
        "subject": Column(cells.text, ("subject",), "เรื่องที่ตกลงกัน", "พัฒนาการอ่าน"),
        "signed": Column(
            cells.period, ("signed_first", "signed_last"), "วัน เดือน หรือปี พ.ศ. ที่ลงนาม", "22 ส.ค. 2557"
        ),
        "starts_on": Column(cells.day, ("starts_on",), "วัน เดือน ปี พ.ศ. ที่เริ่มมีผล", "1/10/2557"),
        "end": choice_column(Agreement, "end", note="ใส่วันสิ้นสุดเมื่อเลือก “มีวันสิ้นสุด” เท่านั้น", example="มีวันสิ้นสุด"),
        "ends_on": Column(cells.day, ("ends_on",), "วัน เดือน ปี พ.ศ. ที่สิ้นสุด", "30/9/2560"),
        "state": shown_only(),
        "status": choice_column(Agreement, "status", note="เว้นว่างคือร่าง", example="ร่าง"),
        "documents": shown_only(),
    }
    part_model = AgreementParty
    part_of = "agreement"
    part_keys = (("organization", "words"),)

    def __init__(self, user):
        super().__init__(user)
        self.bodies = Bodies()
        self.words = {(deal.code, party.words) for deal in self.records for party in deal.parties.all()}

    def read_records(self):
        return Agreement.objects.prefetch_related(
            Prefetch("parties", AgreementParty.objects.select_related("organization"))
        )

    def resolve(self, line):
        """The sides that are named; those given by code alone stand behind them."""
        codes = [
            code.strip().upper() for code in line.values.get("party_codes", "").split(",") if code.strip()
        ]
        unknown = [code for code in codes if code not in self.bodies.by_code]
        if unknown:
            line.refuse("party_codes", f"ไม่มีหน่วยงานรหัส {', '.join(unknown)} ให้ตรวจรหัส หรือกรอกชื่อคู่ตกลงแทน")
            return
        coded = [self.bodies.by_code[code] for code in codes]
        sides = []
        for name in filter(None, map(str.strip, line.values.get("parties", "").split(";"))):
            among = [body for body in self.bodies.names.same(name) if body in coded]
            if among or (line.values.get("code"), name) in self.words:
                side = among[0] if among else name
            else:
                side = self.bodies.named(line, "parties", name, words=True)
            if side is not None:
                sides.append(side)
        line.values["sides"] = sides + [body for body in coded if body not in sides]

    def identity(self, values):
        return ("", values["title"]) if values.get("title") else None

    def identity_of(self, agreement):
        return "", agreement.title, *agreement.spellings.splitlines()

    def doubtful(self, agreement, values):
        """Two agreements of one title may be two years'."""
        number, signed = values.get("number"), values.get("signed")
        return bool(number and number != agreement.number) or bool(
            signed and signed[0] != agreement.signed_first
        )

    def parts_of(self, agreement):
        return agreement.parties.all()

    def part_values(self, line, agreement):
        sides = line.values["sides"]
        named = [side for side in sides if isinstance(side, Organization)]
        words = [side for side in sides if not isinstance(side, Organization)]
        return [{"organization": body, "words": ""} for body in named] + [
            {"organization": None, "words": said} for said in words
        ]

    def faults_of_whole(self, agreement, parts):
        standing = {party.pk for party in agreement.parties.all()} if agreement.pk else set()
        new = [part for part in parts if part.is_new]
        if len(standing) + len(new) < 2:
            yield "parties", "คู่ตกลงต้องมีอย่างน้อยสองฝ่าย ให้กรอกทุกฝ่ายคั่นด้วย ;"
