"""How organizations, their contacts and their agreements come in from a spreadsheet."""

from django.db.models import Prefetch

from partners.columns import AGREEMENTS, CONTACTS, ORGANIZATIONS
from partners.models import Agreement, AgreementParty, Contact, Organization, OrganizationKind
from partners.organization_lookup import OrganizationLookup
from portal.tables.import_kinds import ImportKind
from portal.tables.matching.places import Places
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
        self.places = Places()
        self.by_number = {
            (field, getattr(body, field)): body
            for body in self.records
            for field in ("smis_code", "moe_code")
            if getattr(body, field)
        }

    def existing_records(self):
        return self.model.objects.select_related("subdistrict__district").prefetch_related("former_names")

    def resolve_references(self, row, answers):
        yield from self.places.find(row)
        standing = self.by_code.get(row.values.get("code")) or self.find_official(row.values)
        name = row.values.get("name") or (row.values.get("full_name") if standing is None else None)
        kind = row.values.get("kind") or (standing.kind if standing else self.default_kind)
        if name and (standing is None or standing.name != name):
            found, name = apart_from_prefix(name, kind)
            kind = found if standing is None else kind
            yield {"name": name}
        if kind and standing is None:
            yield {"kind": kind}

    def find_official(self, values):
        numbers = [(field, values.get(field)) for field in ("smis_code", "moe_code")]
        return next((self.by_number[number] for number in numbers if number in self.by_number), None)

    def names_of(self, body):
        return [*super().names_of(body), *(old.name for old in body.former_names.all())]

    def are_distinct(self, body, values):
        """Two official numbers of one kind are two bodies."""
        pairs = [(getattr(body, field), values.get(field)) for field in ("smis_code", "moe_code")]
        return any(one and other and one != other for one, other in pairs)

    def may_be_distinct(self, body, values):
        place = values.get("subdistrict")
        return bool(place and body.subdistrict_id and body.subdistrict_id != place.pk)


def apart_from_prefix(name, kind):
    """The kind that a name begins with, and the name without it; of a known kind only its own words go."""
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
        self.bodies = OrganizationLookup()

    @classmethod
    def exported_records(cls):
        return Contact.objects.all()

    def existing_records(self):
        return Organization.objects.prefetch_related("contacts")

    def resolve_references(self, row, answers):
        return self.bodies.find(row, "organization", "code", answers)

    def find_official(self, values):
        body = values.get("organization")
        return self.by_code[body.code] if body else None


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
        self.bodies = OrganizationLookup()
        self.words = {
            (agreement.code, party.words) for agreement in self.records for party in agreement.parties.all()
        }

    def existing_records(self):
        parties = AgreementParty.objects.select_related("organization")
        return Agreement.objects.prefetch_related(Prefetch("parties", parties))

    def resolve_references(self, row, answers):
        """Yield the parties: those that are named, then those given by code alone."""
        codes = [
            code.strip().upper() for code in row.values.get("party_codes", "").split(",") if code.strip()
        ]
        unknown = [code for code in codes if code not in self.bodies.by_code]
        if unknown:
            sentence = f"ไม่มีหน่วยงานรหัส {', '.join(unknown)} ให้ตรวจรหัส หรือกรอกชื่อคู่ตกลงแทน"
            yield Refusal("party_codes", sentence)
            return
        coded = [self.bodies.by_code[code] for code in codes]
        bodies, words = [], []
        for name in filter(None, map(str.strip, row.values.get("parties", "").split(";"))):
            for result in self._party(row, name, coded, answers):
                if isinstance(result, Organization):
                    bodies.append(result)
                elif isinstance(result, str):
                    words.append(result)
                else:
                    yield result
        bodies += [body for body in coded if body not in bodies]
        named = [{"organization": body, "words": ""} for body in bodies]
        yield {"parties": named + [{"organization": None, "words": name} for name in words]}

    def part_values(self, values):
        return values["parties"]

    def _party(self, row, name, coded, answers):
        """One of the organizations given by code, words that the agreement has already, or what the name means."""
        among = [body for body in self.bodies.names.same(name) if body in coded]
        if among or (row.values.get("code"), name) in self.words:
            return [among[0] if among else name]
        return self.bodies.named("parties", name, answers, words=True)

    def may_be_distinct(self, agreement, values):
        """Two agreements of one title may be two years'."""
        pairs = [(values.get(field), getattr(agreement, field)) for field in ("number", "signed_first")]
        return any(said and said != stored for said, stored in pairs)

    def check_whole(self, agreement, new_parties):
        standing = agreement.parties.all() if agreement.pk else []
        if len(standing) + len(new_parties) < 2:
            yield Refusal("parties", "คู่ตกลงต้องมีอย่างน้อยสองฝ่าย ให้กรอกทุกฝ่ายคั่นด้วย ;")
