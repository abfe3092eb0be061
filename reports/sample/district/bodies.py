"""The fictional office, its places, local governments, other partners and schools."""

from networks.models import School, SchoolYear
from partners.models import Affiliation, Contact, FormerName, Organization, OrganizationKind
from portal.history import create_with_history
from portal.models import District, Office, Province, Subdistrict
from portal.thai.dates import fiscal_year_bounds
from reports.sample.district import words

OTHERS = (
    (OrganizationKind.MILITARY, "กองพันทหารสมมติที่ 9"),
    (OrganizationKind.HEALTH, "โรงพยาบาลส่งเสริมสุขภาพตำบลตัวอย่าง"),
    (OrganizationKind.HEALTH, "โรงพยาบาลเมืองสมมติ"),
    (OrganizationKind.UNIVERSITY, "มหาวิทยาลัยตัวอย่างวิทยา"),
    (OrganizationKind.COMPANY, "บริษัท น้ำใจสมมติ จำกัด"),
    (OrganizationKind.COMMUNITY, "มูลนิธิแบ่งปันตัวอย่าง"),
    (OrganizationKind.GOVERNMENT, "สำนักงานเกษตรอำเภอสมมติ"),
)
PUPILS_OF_A_SCHOOL = 160


def make_places():
    province = Province.objects.create(code=words.PROVINCE[0], name=words.PROVINCE[1])
    districts = [District.objects.create(code=c, name=n, province=province) for c, n in words.DISTRICTS]
    places = [
        Subdistrict(
            code=f"{districts[n % 3].code}{n // 3 + 1:02d}",
            name=name,
            district=districts[n % 3],
        )
        for n, name in enumerate(words.SUBDISTRICTS)
    ]
    return districts, Subdistrict.objects.bulk_create(places)


def make_office(districts):
    office = Office.objects.create(
        name=words.OFFICE,
        short_name=words.OFFICE_SHORT,
        preparer="ผู้อำนวยการกลุ่มส่งเสริมการจัดการศึกษา",
        approver=f"ผู้อำนวยการ{words.OFFICE}",
    )
    office.districts.set(districts)
    Organization.objects.create(kind=OrganizationKind.OFFICE, name="สมมติ เขต 9 (ข้อมูลสมมติ)")


def make_partners(chance, subdistricts, years):
    """A local government in each subdistrict, one of the province, and others; returns them in that order."""
    kinds = OrganizationKind
    partners = [Organization(kind=kinds.PAO, name="สมมติ", subdistrict=subdistricts[0])]
    for number, place in enumerate(subdistricts):
        kind = kinds.TOWN if number == 0 else kinds.SUBDISTRICT_MUNICIPALITY if number % 3 == 0 else kinds.SAO
        partners.append(Organization(kind=kind, name=place.name, subdistrict=place))
    partners += [
        Organization(kind=kind, name=name, subdistrict=chance.choice(subdistricts)) for kind, name in OTHERS
    ]
    partners += [Organization(kind=kinds.TEMPLE, name=f"สมมติ{v}") for v in words.VILLAGES[:4]]
    partners += [
        Organization(kind=kinds.PERSON, name=chance.person(), public_role="ผู้มีจิตศรัทธา") for _ in range(3)
    ]
    partners = create_with_history(partners, user=None)
    grown = next(body for body in partners if body.kind == kinds.SUBDISTRICT_MUNICIPALITY)
    until = fiscal_year_bounds(years[len(years) // 2])[0]
    create_with_history(
        [FormerName(organization=grown, kind=kinds.SAO, name=grown.name, until=until)], user=None
    )
    make_contacts(chance, partners[:20], "ผู้อำนวยการกองการศึกษา")
    return partners


def make_schools(chance, subdistricts, years, number):
    schools = []
    for n in range(number):
        village = words.VILLAGES[n % len(words.VILLAGES)]
        prefix = ("บ้าน", "วัด", "ชุมชน")[n // len(words.VILLAGES) % 3]
        again = n // (3 * len(words.VILLAGES))
        private = n % 17 == 0
        schools.append(
            School(
                kind=OrganizationKind.SCHOOL,
                name=f"{prefix}{village}" + (f" {again + 1}" if again else ""),
                subdistrict=subdistricts[n % len(subdistricts)],
                affiliation=Affiliation.PRIVATE if private else Affiliation.OBEC,
                smis_code=f"99{n:06d}",
                moe_code=f"9900{n:06d}",
            )
        )
    schools = create_with_history(schools, user=None)
    make_contacts(chance, schools, "ผู้อำนวยการโรงเรียน")
    counts = []
    for school in schools:
        pupils = chance.near(PUPILS_OF_A_SCHOOL)
        for year in range(years[0], years[-1] + 2):
            pupils = max(20, int(pupils * chance.uniform(0.94, 1.05)))
            counts.append(
                SchoolYear(school=school, academic_year=year, pupils=pupils, teachers=pupils // 18 + 2)
            )
    create_with_history(counts, user=None)
    return schools


def make_contacts(chance, organizations, position):
    contacts = [
        Contact(
            organization=body,
            position=position,
            name=chance.person(),
            phone=chance.phone(),
            is_public=chance.happens(0.1),
        )
        for body in organizations
    ]
    create_with_history(contacts, user=None)
