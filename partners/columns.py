"""The columns in which organizations, documents and agreements are exported."""

from django.db.models import Prefetch
from django.utils import timezone
from import_export.fields import Field
from import_export.widgets import IntegerWidget

from partners.access import reads_documents
from partners.models import AgreementParty
from portal.tables.export import Sheet, day, period


class OrganizationSheet(Sheet):
    code = Field("code", "รหัส")
    kind = Field("get_kind_display", "ประเภท")
    proper_name = Field("name", "ชื่อเฉพาะ")
    full_name = Field(column_name="ชื่อเต็ม")
    public_role = Field("public_role", "คำเรียกที่เผยแพร่ได้")
    subdistrict_code = Field("subdistrict__code", "รหัสตำบล")
    subdistrict = Field("subdistrict__name", "ตำบล")
    district = Field("subdistrict__district__name", "อำเภอ")
    province = Field("subdistrict__district__province__name", "จังหวัด")
    address = Field("address", "ที่ตั้ง")
    active_from = Field(column_name="ตั้งเมื่อ")
    active_to = Field(column_name="เลิกเมื่อ")
    contacts = Field(column_name="ผู้ติดต่อ")
    joined = ("subdistrict__district__province",)
    reads = ("contacts",)

    def iter_queryset(self, queryset):
        """Of a private person nothing but the role, for users who may not read people."""
        for organization in super().iter_queryset(queryset):
            if organization.is_person and not self.people:
                organization.name, organization.address = organization.public_role, ""
                organization.subdistrict = None
            yield organization

    def dehydrate_full_name(self, organization):
        return self.name(organization)

    def dehydrate_active_from(self, organization):
        return day(organization.active_from)

    def dehydrate_active_to(self, organization):
        return day(organization.active_to)

    def dehydrate_contacts(self, organization):
        shown = [c for c in organization.contacts.all() if self.people]
        return "; ".join(" ".join(filter(None, [c.position, c.name, c.phone])) for c in shown)


class ContactSheet(Sheet):
    """A row for each contact, for those who may read people's names."""

    code = Field("organization__code", "รหัสหน่วยงาน")
    organization = Field(column_name="หน่วยงาน")
    position = Field("position", "ตำแหน่ง")
    person = Field("name", "ชื่อ")
    phone = Field("phone", "โทรศัพท์")
    is_public = Field(column_name="เผยแพร่ชื่อและโทรศัพท์ได้")
    joined = ("organization",)

    def dehydrate_organization(self, contact):
        return self.name(contact.organization)

    def dehydrate_is_public(self, contact):
        return "ได้" if contact.is_public else "ไม่ได้"


class DocumentSheet(Sheet):
    code = Field("code", "รหัส")
    kind = Field("get_kind_display", "ประเภท")
    title = Field("title", "ชื่อเอกสาร")
    number = Field("number", "เลขที่")
    dated = Field(column_name="ลงวันที่")
    about_year = Field("about_year", "พูดถึงปี พ.ศ.", IntegerWidget())
    issuer_code = Field("issuer__code", "รหัสผู้ออกเอกสาร")
    issuer = Field(column_name="ผู้ออกเอกสาร")
    file_name = Field(column_name="ไฟล์")
    is_public = Field(column_name="เผยแพร่ไฟล์ได้")
    joined = ("issuer",)

    def __init__(self, user):
        super().__init__(user)
        self.every = reads_documents(user)

    def dehydrate_dated(self, document):
        return period(document.dated_first, document.dated_last)

    def dehydrate_issuer(self, document):
        return self.name(document.issuer)

    def dehydrate_file_name(self, document):
        return document.file_name if document.is_public or self.every else ""

    def dehydrate_is_public(self, document):
        return "ได้" if document.is_public else "ไม่ได้"


class AgreementSheet(Sheet):
    code = Field("code", "รหัส")
    title = Field("title", "ชื่อข้อตกลง")
    number = Field("number", "เลขที่")
    party_codes = Field(column_name="รหัสคู่ตกลง")
    parties = Field(column_name="คู่ตกลง")
    subject = Field("subject", "เรื่องที่ตกลง")
    signed = Field(column_name="ลงนามวันที่")
    starts_on = Field(column_name="เริ่มมีผล")
    end = Field("get_end_display", "การสิ้นสุด")
    ends_on = Field(column_name="วันสิ้นสุด")
    state = Field(column_name="สถานะวันนี้")
    status = Field("get_status_display", "สถานะ")
    documents = Field(column_name="รหัสเอกสารหลักฐาน")
    reads = (Prefetch("parties", AgreementParty.objects.select_related("organization")), "documents")

    def dehydrate_party_codes(self, agreement):
        return ", ".join(party.organization.code for party in agreement.parties.all() if party.organization)

    def dehydrate_parties(self, agreement):
        return "; ".join(party.words or self.name(party.organization) for party in agreement.parties.all())

    def dehydrate_signed(self, agreement):
        return period(agreement.signed_first, agreement.signed_last)

    def dehydrate_starts_on(self, agreement):
        return day(agreement.starts_on)

    def dehydrate_ends_on(self, agreement):
        return day(agreement.ends_on)

    def dehydrate_state(self, agreement):
        return agreement.state(timezone.localdate()).label

    def dehydrate_documents(self, agreement):
        return ", ".join(document.code for document in agreement.documents.all())
