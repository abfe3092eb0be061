"""Imports of organizations, contacts and agreements from spreadsheets."""

from partners.columns import AGREEMENTS, CONTACTS, ORGANIZATIONS
from partners.models import Agreement, AgreementParty, Contact, Organization, OrganizationKind
from partners.models.organizations import OFFICIAL_NUMBERS
from partners.organization_lookup import OrganizationLookup, field_values
from portal.tables.import_kinds import ImportKind
from portal.tables.matching.places import SubdistrictLookup
from portal.tables.matching.results import Refusal


class OrganizationImport(ImportKind):
    name = "organizations"
    title = "หน่วยงาน"
    advice = "หนึ่งแถวต่อหนึ่งหน่วยงาน"
    sheet = ORGANIZATIONS
    model = Organization
    match_fields = ("kind",)
    name_field = "name"
    default_kind = None

    def __init__(self, user):
        super().__init__(user)
        self.places = SubdistrictLookup()
        self.by_number = {
            (field, getattr(record, field)): record
            for record in self.records
            for field in OFFICIAL_NUMBERS
            if getattr(record, field)
        }

    def existing_records(self):
        return self.model.objects.select_related("subdistrict__district").prefetch_related("former_names")

    def resolve_references(self, row, answers):
        yield from self.places.find(row)
        stored = self.by_code.get(row.values.get("code")) or self.find_official(row.values)
        name = row.values.get("name") or (row.values.get("full_name") if stored is None else None)
        kind = row.values.get("kind") or (stored.kind if stored else self.default_kind)
        if name and (stored is None or stored.name != name):
            kind, name = split_prefix(name, kind)
            yield {"name": name}
        if kind and stored is None:
            yield {"kind": kind}

    def find_official(self, values):
        numbers = [(field, values.get(field)) for field in OFFICIAL_NUMBERS]
        return next((self.by_number[number] for number in numbers if number in self.by_number), None)

    def names_of(self, record):
        return [*super().names_of(record), *(old.name for old in record.former_names.all())]

    def are_distinct(self, record, values):
        """Return whether the official numbers differ."""
        pairs = [(getattr(record, field), values.get(field)) for field in OFFICIAL_NUMBERS]
        return any(stored and new and stored != new for stored, new in pairs)

    def may_be_distinct(self, record, values):
        place = values.get("subdistrict")
        return bool(place and record.subdistrict_id and record.subdistrict_id != place.pk)


def split_prefix(name, kind):
    """Return the kind of a name's prefix with the name without it; of a known `kind` only its own prefix is cut."""
    for possible in [OrganizationKind(kind)] if kind else OrganizationKind:
        short = possible.short_prefix
        for prefix in filter(None, (possible.prefix, short, short.replace("ร.ร.", "รร."))):
            if name.startswith(prefix) and name != prefix:
                return possible.value, name.removeprefix(prefix).strip()
    return kind, name


class ContactImport(ImportKind):
    name = "contacts"
    title = "ผู้ติดต่อ"
    advice = "หนึ่งแถวต่อหนึ่งผู้ติดต่อ หน่วยงานต้องมีอยู่ในระบบแล้ว"
    sheet = CONTACTS
    model = Organization
    part_model = Contact
    part_of = "organization"
    part_keys = (("position", "name"),)

    def __init__(self, user):
        super().__init__(user)
        self.organizations = OrganizationLookup()

    @classmethod
    def exported_records(cls):
        return Contact.objects.all()

    def existing_records(self):
        return Organization.objects.prefetch_related("contacts")

    def resolve_references(self, row, answers):
        return self.organizations.find(row, "organization", "code", answers)

    def find_official(self, values):
        organization = values.get("organization")
        return self.by_code[organization.code] if organization else None


class AgreementImport(ImportKind):
    name = "agreements"
    title = "บันทึกข้อตกลง (MOU)"
    advice = "หนึ่งแถวต่อหนึ่งข้อตกลง คั่นคู่ตกลงด้วยเครื่องหมาย ; และต้องมีอย่างน้อยสองฝ่าย"
    sheet = AGREEMENTS
    model = Agreement
    name_field = "title"
    part_model = AgreementParty
    part_of = "agreement"
    part_keys = (("organization", "words"),)

    def __init__(self, user):
        super().__init__(user)
        self.organizations = OrganizationLookup()
        self.stored_words = {
            (agreement.code, party.words) for agreement in self.records for party in agreement.parties.all()
        }

    def existing_records(self):
        return Agreement.objects.with_parties()

    def resolve_references(self, row, answers):
        """Yield the parties: organizations by name and by code, then words."""
        codes = [*filter(None, map(str.strip, row.values.get("party_codes", "").upper().split(",")))]
        unknown = [code for code in codes if code not in self.organizations.by_code]
        if unknown:
            sentence = f"ไม่มีหน่วยงานรหัส {', '.join(unknown)} ให้ตรวจรหัส หรือกรอกชื่อคู่ตกลงแทน"
            yield Refusal("party_codes", sentence)
            return
        coded = [self.organizations.by_code[code] for code in codes]
        parties = []
        for name in filter(None, map(str.strip, row.values.get("parties", "").split(";"))):
            for result in self._find_party(row, name, coded, answers):
                if isinstance(result, Organization | str):
                    parties.append(result)
                else:
                    yield result
        parties += [organization for organization in coded if organization not in parties]
        parties.sort(key=lambda party: isinstance(party, str))
        yield {"parties": [field_values("organization", party, "words") for party in parties]}

    def part_values(self, values):
        return values["parties"]

    def _find_party(self, row, name, coded, answers):
        """Return an organization of a coded party, words stored already, or the results of a search by name."""
        matches = [found for found in self.organizations.names.find_same(name) if found in coded]
        if matches or (row.values.get("code"), name) in self.stored_words:
            return [matches[0] if matches else name]
        return self.organizations.find_by_name("parties", name, answers, words=True)

    def may_be_distinct(self, agreement, values):
        """Return whether the number or signing day differs: a title may repeat in another year."""
        pairs = [(values.get(field), getattr(agreement, field)) for field in ("number", "signed_first")]
        return any(new and new != stored for new, stored in pairs)

    def check_whole(self, agreement, new_parties):
        stored = agreement.parties.all() if agreement.pk else []
        if len(stored) + len(new_parties) < 2:
            yield Refusal("parties", "คู่ตกลงต้องมีอย่างน้อยสองฝ่าย ให้กรอกทุกฝ่ายคั่นด้วย ;")
