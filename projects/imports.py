"""The import of projects and contributions from spreadsheets."""

from django.db.models import Prefetch

from partners.models import Document
from partners.organization_lookup import OrganizationLookup
from portal.tables.import_kinds import ImportKind, find_listed
from portal.tables.matching.places import SubdistrictLookup
from portal.tables.matching.results import Refusal
from portal.thai.keys import name_key
from projects.columns import PROJECTS
from projects.models import Category, Contribution, Project


class ProjectImport(ImportKind):
    name = "projects"
    title = "โครงการและการสนับสนุน"
    advice = "หนึ่งแถวต่อการสนับสนุนหนึ่งรายการ คอลัมน์ของโครงการเขียนซ้ำทุกแถว"
    sheet = PROJECTS
    model = Project
    match_fields = ("fiscal_year", "partner")
    name_field = "title"
    part_model = Contribution
    part_of = "project"
    part_keys = (("giver", "form", "what"),)

    def __init__(self, user):
        super().__init__(user)
        self.organizations, self.places = OrganizationLookup(), SubdistrictLookup()
        self.categories = {name_key(category.name): category for category in Category.objects.all()}
        self.documents = {document.code: document for document in Document.objects.all()}
        self.stored_words = {
            (project.code, gift.recipient_words)
            for project in self.records
            for gift in project.contributions.all()
            if gift.recipient_words
        }

    @classmethod
    def exported_records(cls):
        return Project.objects.with_evidence()

    def existing_records(self):
        gifts = Contribution.objects.select_related("giver", "recipient", "document")
        projects = Project.objects.select_related("category", "partner", "subdistrict")
        return projects.prefetch_related(Prefetch("contributions", gifts))

    def resolve_references(self, row, answers):
        yield from self.organizations.find(row, "partner", "partner_code", answers)
        if "code" not in row.values and not {"partner", "partner_code"} & row.cells.keys():
            yield Refusal("partner", "ต้องกรอกภาคีเจ้าของโครงการ หรือใส่รหัสของโครงการที่มีอยู่แล้ว")
        yield from self.organizations.find(row, "giver", "giver_code", answers)
        yield from self._find_recipient(row, answers)
        yield from self.places.find(row)
        advice = "ไม่มีประเภทโครงการ “{name}” ให้ใช้ชื่อใดชื่อหนึ่งนี้: {known}"
        yield from find_listed(row, "category", "category", self.categories, name_key, advice)
        advice = "ไม่มีเอกสารรหัส {name} ให้ตรวจรหัส หรือเพิ่มเอกสารก่อน"
        yield from find_listed(row, "document_code", "document", self.documents, str, advice)
        gift = {key for key, column in self.columns.items() if column.is_of_part and column.fields}
        if gift & (row.values.keys() | row.emptied) and not {"giver", "giver_code"} & row.cells.keys():
            yield Refusal("giver", "มีการสนับสนุนในแถวนี้ ต้องกรอกผู้ให้ หรือลบช่องอื่นของการสนับสนุนให้ว่าง")

    def _find_recipient(self, row, answers):
        """Return the results for the recipient; words that the project stores already need no search."""
        words = row.values.get("recipient")
        if (row.values.get("code"), words) in self.stored_words:
            return [{"recipient": None, "recipient_words": words}]
        keys = ("recipient", "recipient_code")
        return self.organizations.find(row, *keys, answers, words="recipient_words")

    def are_distinct(self, project, values):
        """Return whether both occurrences are known and differ."""
        one, other = project.occurrence, values.get("occurrence")
        return bool(one and other and one != other)

    def may_be_distinct(self, project, values):
        return project.occurrence != values.get("occurrence")
