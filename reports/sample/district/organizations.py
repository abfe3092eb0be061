"""The fictional office, its places, local governments, other partners and schools."""

from networks.models import School, SchoolYear
from partners.models import Affiliation, Contact, FormerName, Organization, OrganizationKind
from portal.models import District, Office, Province, Subdistrict
from portal.thai.dates import fiscal_year_bounds
from reports.sample.district.chance import WORDS, save_all

PUPILS_OF_A_SCHOOL = 160


def make_places():
    code, name = WORDS.province
    province = Province.objects.create(code=code, name=name)
    districts = [District.objects.create(code=c, name=n, province=province) for c, n in WORDS.districts]
    subdistricts = []
    for number, name in enumerate(WORDS.subdistricts):
        district = districts[number % 3]
        code = f"{district.code}{number // 3 + 1:02d}"
        subdistricts.append(Subdistrict(code=code, name=name, district=district))
    return districts, Subdistrict.objects.bulk_create(subdistricts)


def make_office(districts):
    Office.objects.create(**WORDS.office).districts.set(districts)
    Organization.objects.create(kind=OrganizationKind.OFFICE, name="สมมติ เขต 9 (ข้อมูลสมมติ)")


def make_partners(chance, subdistricts, years):
    """Return a local government of the province, one of each subdistrict and other partners, in that order."""
    kinds = OrganizationKind
    rows = [(kinds.PAO, "สมมติ", subdistricts[0])]
    for number, place in enumerate(subdistricts):
        kind = kinds.TOWN if number == 0 else kinds.SUBDISTRICT_MUNICIPALITY if number % 3 == 0 else kinds.SAO
        rows.append((kind, place.name, place))
    rows += [(kinds(kind), name, chance.choice(subdistricts)) for kind, name in WORDS.organizations]
    rows += [(kinds.TEMPLE, f"สมมติ{village}", None) for village in WORDS.villages[:4]]
    partners = [Organization(kind=kind, name=name, subdistrict=place) for kind, name, place in rows]
    partners += [
        Organization(kind=kinds.PERSON, name=chance.person(), public_role="ผู้มีจิตศรัทธา") for _ in range(3)
    ]
    partners = save_all(partners)
    renamed = next(partner for partner in partners if partner.kind == kinds.SUBDISTRICT_MUNICIPALITY)
    until = fiscal_year_bounds(years[len(years) // 2])[0]
    save_all([FormerName(organization=renamed, kind=kinds.SAO, name=renamed.name, until=until)])
    save_all(contacts_of(chance, partners[:20], "ผู้อำนวยการกองการศึกษา"))
    return partners


def make_schools(chance, subdistricts, years, number):
    """Return this number of schools, with their pupils and teachers in each year."""
    villages, schools = WORDS.villages, []
    for n in range(number):
        prefix = ("บ้าน", "วัด", "ชุมชน")[n // len(villages) % 3]
        again = n // (3 * len(villages))
        school = School(
            kind=OrganizationKind.SCHOOL,
            name=f"{prefix}{villages[n % len(villages)]}" + (f" {again + 1}" if again else ""),
            subdistrict=subdistricts[n % len(subdistricts)],
            affiliation=Affiliation.OBEC if n % 17 else Affiliation.PRIVATE,
            smis_code=f"99{n:06d}",
            moe_code=f"9900{n:06d}",
        )
        schools.append(school)
    schools = save_all(schools)
    save_all(contacts_of(chance, schools, "ผู้อำนวยการโรงเรียน"))
    save_all(count for school in schools for count in yearly_counts(chance, school, years))
    return schools


def yearly_counts(chance, school, years):
    pupils = chance.near(PUPILS_OF_A_SCHOOL)
    for year in range(years[0], years[-1] + 2):
        pupils = max(20, int(pupils * chance.uniform(0.94, 1.05)))
        yield SchoolYear(school=school, academic_year=year, pupils=pupils, teachers=pupils // 18 + 2)


def contacts_of(chance, organizations, position):
    for organization in organizations:
        contact = Contact(organization=organization, position=position, name=chance.person())
        contact.phone, contact.is_public = chance.phone(), chance.happens(0.1)
        yield contact
