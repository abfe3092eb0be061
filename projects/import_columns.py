"""How projects and what was given to them come in from a spreadsheet."""

from django.db.models import Prefetch

from partners.import_columns import CODE, PLACE
from partners.models import Document, Organization
from partners.organization_lookup import Bodies
from portal.tables import cells
from portal.tables.columns import Column, shown_only
from portal.tables.import_kinds import ImportKind, choice_column
from portal.tables.matching.places import Places
from portal.thai.keys import name_key
from projects.columns import ProjectSheet
from projects.models import Category, Contribution, Project

ORGANIZATION_CODE = "รหัสหน่วยงาน ไม่ต้องกรอกถ้ากรอกชื่อแล้ว"


class ProjectImport(ImportKind):
    name = "projects"
    title = "โครงการและการสนับสนุน"
    advice = "หนึ่งแถวต่อการสนับสนุนหนึ่งรายการ คอลัมน์ของโครงการเขียนซ้ำทุกแถว"
    sheet = ProjectSheet
    model = Project
    columns = {
        "code": CODE,
        "fiscal_year": Column(cells.year, ("fiscal_year",), "ปีงบประมาณ พ.ศ.", 2557, needed=True),
        "place": Column(cells.count, ("position",), "เว้นว่างเพื่อต่อท้าย"),
        "title": Column(cells.text, ("title",), "ชื่อโครงการหรือกิจกรรม", "ค่ายวิชาการ", needed=True),
        "occurrence": Column(cells.count, ("occurrence",), "เมื่อจัดเป็นครั้งที่เท่าไร", 1),
        "category": Column(cells.text, ("category",), "ชื่อประเภทโครงการที่มีอยู่ในระบบ"),
        "status": choice_column(Project, "status", note="เว้นว่างคือร่าง", example="ร่าง"),
        "partner_code": Column(cells.code, note=ORGANIZATION_CODE),
        "partner": Column(cells.text, ("partner",), "ภาคีเจ้าของโครงการ เช่น อบต.ควนขนุน", "อบต.ตัวอย่าง"),
        "when": Column(
            cells.period,
            ("starts_on", "ends_on"),
            "วัน ช่วงวัน เดือน หรือปี พ.ศ. เช่น 29-30 เม.ย. 2557",
            "22/8/2557",
        ),
        "venue": Column(cells.text, ("venue",), "สถานที่จัด", "โรงเรียนวัดตัวอย่าง"),
        "subdistrict_code": PLACE["subdistrict_code"],
        "subdistrict": PLACE["subdistrict"],
        "district": PLACE["district"],
        "evidence": shown_only(),
        "giver_code": Column(cells.code, note=ORGANIZATION_CODE, of_row=True),
        "giver": Column(cells.text, ("giver",), "ผู้ให้ เช่น อบต.ควนขนุน", "อบต.ตัวอย่าง", of_row=True),
        "form": choice_column(Contribution, "form", note="เว้นว่างคือเงิน", example="เงิน", of_row=True),
        "receipt": choice_column(
            Contribution, "receipt", note="เว้นว่างคือได้รับแล้ว", example="ได้รับแล้ว", of_row=True
        ),
        "amount": Column(cells.money, ("amount",), "เช่น 45,500 บาท เว้นว่างเมื่อไม่ทราบ", 45500, of_row=True),
        "what": Column(cells.text, ("what",), "เมื่อให้สิ่งของหรือคน เช่น รถบัส", of_row=True),
        "quantity": Column(cells.count, ("quantity",), "จำนวนของสิ่งของหรือคน เว้นว่างเมื่อไม่ทราบ", of_row=True),
        "unit": Column(cells.text, ("unit",), "หน่วยนับของสิ่งของหรือคน เช่น คัน", of_row=True),
        "recipient_code": Column(cells.code, note=ORGANIZATION_CODE, of_row=True),
        "recipient": Column(
            cells.text, ("recipient", "recipient_words"), "หน่วยงาน หรือเขียนเป็นคำ", of_row=True
        ),
        "document_code": Column(cells.code, ("document",), "รหัสเอกสารหลักฐานที่มีอยู่ในระบบ", of_row=True),
    }
    part_model = Contribution
    part_of = "project"
    part_keys = (("giver", "form", "what"),)

    @classmethod
    def offered(cls, key):
        categories = Category.objects.all() if key == "category" else ()
        return [category.name for category in categories] or super().offered(key)

    @classmethod
    def standing(cls):
        return Project.objects.with_evidence()

    def __init__(self, user):
        super().__init__(user)
        self.bodies, self.places = Bodies(), Places()
        self.categories = {name_key(category.name): category for category in Category.objects.all()}
        self.documents = {document.code: document for document in Document.objects.all()}
        self.words = {
            (project.code, gift.recipient_words)
            for project in self.records
            for gift in project.contributions.all()
            if gift.recipient_words
        }

    def read_records(self):
        gifts = Contribution.objects.select_related("giver", "recipient", "document")
        return Project.objects.select_related("category", "partner", "subdistrict").prefetch_related(
            Prefetch("contributions", gifts)
        )

    def resolve(self, line):
        values = line.values
        self.bodies.resolve(line, "partner", "partner_code")
        if "code" not in values and not {"partner", "partner_code"} & line.cells.keys():
            line.refuse("partner", "ต้องกรอกภาคีเจ้าของโครงการ หรือใส่รหัสของโครงการที่มีอยู่แล้ว")
        self.bodies.resolve(line, "giver", "giver_code")
        self._resolve_recipient(line)
        self.places.resolve(line)
        self._resolve_among(line, "category", self.categories, name_key)
        self._resolve_among(line, "document_code", self.documents, str)
        gifts = {
            key for key, column in self.columns.items() if column.of_row and column.fields
        } & values.keys()
        if gifts and "giver" not in values | line.cells.keys() and "giver_code" not in line.cells:
            line.refuse("giver", "มีการสนับสนุนในแถวนี้ ต้องกรอกผู้ให้ หรือลบช่องอื่นของการสนับสนุนให้ว่าง")

    def _resolve_recipient(self, line):
        values, said = line.values, line.values.get("recipient")
        if (values.get("code"), said) not in self.words:
            self.bodies.resolve(line, "recipient", "recipient_code", words=True)
        found = values.get("recipient")
        if isinstance(found, Organization):
            values["recipient"] = (found, "")
        elif found:
            values["recipient"] = (None, found)

    def _resolve_among(self, line, key, known, reduced):
        said = line.values.get(key)
        if not said:
            return
        if reduced(said) in known:
            line.values[key] = known[reduced(said)]
        elif key == "category":
            words = " · ".join(category.name for category in known.values())
            line.refuse(key, f"ไม่มีประเภทโครงการ “{said}” ให้ใช้ชื่อใดชื่อหนึ่งนี้: {words}")
        else:
            line.refuse(key, f"ไม่มีเอกสารรหัส {said} ให้ตรวจรหัส หรือเพิ่มเอกสารก่อน")

    def identity(self, values):
        year, title, partner = values.get("fiscal_year"), values.get("title"), values.get("partner")
        if not (year and title and partner):
            return None
        return (year, partner.pk), title

    def identity_of(self, project):
        return (project.fiscal_year, project.partner_id), project.title, *project.spellings.splitlines()

    def apart(self, project, values):
        """The first time and the second are two projects."""
        one, other = project.occurrence, values.get("occurrence")
        return bool(one and other and one != other)

    def doubtful(self, project, values):
        return project.occurrence != values.get("occurrence")

    def parts_of(self, project):
        return project.contributions.all()
