"""Records in any number at once, tied to one another in every way that a page shows, to see whether it asks more often."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from networks.models import (
    Group,
    GroupResult,
    GroupYear,
    KindDuty,
    Meeting,
    Membership,
    School,
    SchoolYear,
)
from partners.models import (
    Agreement,
    AgreementParty,
    Contact,
    Document,
    FormerName,
    Organization,
)
from portal.models import Subdistrict
from projects.models import Contribution, Participation, Project
from tests.admin_forms import admin_page
from tests.counting import queries_of
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_group,
    make_kind,
    make_member,
    make_organization,
    make_project,
)

PUBLIC = [
    "/partners/",
    "/partners/?q=X&kind=sao&part=1&sort=projects",
    "/partners/?download=csv",
    "/partners/HUB/",
    "/projects/",
    "/projects/?q=X&partner=HUB&giver=HUB&category=none&evidence=yes&amount=known&dated=no&sort=date",
    "/projects/?download=csv",
    "/projects/HUB-1/",
    "/contributions/",
    "/contributions/?q=X&giver=HUB&kind=sao&form=cash&category=none&sort=amount",
    "/contributions/?download=csv",
    "/agreements/",
    "/agreements/?q=X&state=unknown&sort=ends",
    "/agreements/?download=csv",
    "/agreements/HUB-A/",
    "/documents/",
    "/documents/?q=X&year=2557&kind=other&file=no",
    "/documents/?download=csv",
    "/documents/HUB-D/",
    "/networks/",
    "/networks/?q=X&year=2557",
    "/networks/?download=csv",
    "/schools/",
    "/schools/?q=X&size=small&network=HUB-G&sort=most",
    "/schools/?download=csv",
]
ADMIN = [
    reverse(f"admin:{name}_{page}", args=arguments)
    for name in (
        "partners_organization",
        "partners_document",
        "partners_agreement",
        "networks_school",
        "networks_group",
        "projects_project",
        "projects_contribution",
    )
    for page, arguments in (("changelist", []), ("export", ["xlsx"]), ("export", ["csv"]))
]
FORMS = {
    "project": (
        make_project,
        lambda project, body: (
            make_contribution(project=project, recipient=body),
            project.participations.create(organization=body),
        ),
    ),
    "group": (make_group, lambda group, body: make_member(group=group, organization=body)),
    "agreement": (make_agreement, lambda agreement, body: agreement.parties.create(organization=body)),
}


@dataclass
class Hub:
    """One record of each kind, to which all the others are tied."""

    organization: Model
    agreement: Model
    document: Model
    project: Model
    network: Model

    @classmethod
    def make(cls):
        body = make_organization(name="X", code="HUB")
        agreement = Agreement.objects.create(title="X", code="HUB-A", status="confirmed")
        project = make_project(title="X", code="HUB-1", partner=body, agreement=agreement)
        network = make_group(name="X", code="HUB-G", kind=make_kind(schools_belong=True))
        GroupYear.objects.create(group=network, fiscal_year=2557)
        return cls(body, agreement, make_document("X", code="HUB-D"), project, network)

    def grow(self, number):
        """As many partners with a former name, each with a project, gifts, a school, a group, an agreement, a paper."""
        start = Organization.objects.count()
        codes = [f"X-{n}" for n in range(start, start + number)]
        partners = self._bodies("sao", codes)
        schools = self._bodies("school", [f"S{code}" for code in codes])
        FormerName.objects.bulk_create(
            FormerName(organization=partner, kind="sao", name="เดิม", until="2020-01-01")
            for partner in partners
        )
        self._schools_and_groups(codes, schools)
        self._projects_and_gifts(codes, partners, schools)
        self._agreements_and_papers(codes, partners)

    def _bodies(self, kind, codes):
        places = Subdistrict.objects.order_by("code")[: len(codes)]
        Organization.objects.bulk_create(
            Organization(kind=kind, name=code, code=code, subdistrict=place)
            for code, place in zip(codes, places, strict=True)
        )
        return list(Organization.objects.filter(code__in=codes))

    def _schools_and_groups(self, codes, schools):
        SchoolYear.objects.bulk_create(
            SchoolYear(school_id=school.pk, academic_year=2557, pupils=1) for school in schools
        )
        Group.objects.bulk_create(
            Group(kind=self.network.kind, name=f"X {code}", code=f"G{code}") for code in codes
        )
        groups = Group.objects.filter(code__in=[f"G{code}" for code in codes])
        Membership.objects.bulk_create(Membership(group=self.network, organization=each) for each in schools)
        Membership.objects.bulk_create(
            Membership(group=group, position="chair", organization=schools[0]) for group in groups
        )

    def _projects_and_gifts(self, codes, partners, schools):
        Project.objects.bulk_create(
            Project(
                title=f"X {code}",
                code=f"{code}-{owner.code}",
                fiscal_year=2557,
                status="confirmed",
                partner=owner,
                agreement=self.agreement,
                last_year=self.project,
            )
            for code, partner in zip(codes, partners, strict=True)
            for owner in (self.organization, partner)
        )
        projects = list(Project.objects.filter(code__startswith="X-", contributions=None))
        Contribution.objects.bulk_create(
            Contribution(project=each, giver=giver, amount=1, document=self.document)
            for each in projects
            for giver in (self.organization, each.partner)
        )
        Contribution.objects.bulk_create(
            Contribution(project=self.project, giver=each, amount=1) for each in partners
        )
        Participation.objects.bulk_create(
            Participation(project=each, organization=school)
            for each in (self.project, projects[0])
            for school in schools
        )

    def _agreements_and_papers(self, codes, partners):
        Agreement.objects.bulk_create(
            Agreement(title=f"X {code}", code=f"A{code}", status="confirmed", renews=self.agreement)
            for code in codes
        )
        agreements = list(Agreement.objects.filter(code__in=[f"A{code}" for code in codes]))
        AgreementParty.objects.bulk_create(
            AgreementParty(agreement=each, organization=partner)
            for deal, other in zip(agreements, partners, strict=True)
            for each, partner in ((deal, self.organization), (deal, other), (self.agreement, other))
        )
        Document.objects.bulk_create(
            Document(kind="other", title=f"X {code}", code=f"D{code}", issuer=self.organization)
            for code in codes
        )
        papers = list(Document.objects.filter(code__in=[f"D{code}" for code in codes]))
        self.project.documents.add(*papers)
        self.agreement.documents.add(*papers[:10])
        self.document.agreements.add(*agreements)


def grow_network(network, number):
    """As many member schools with a director, and as much of all else that the page of a network shows."""
    start = School.objects.count()
    School.objects.bulk_create(School(kind="school", name=f"ที่ {n}") for n in range(start, start + number))
    schools = School.objects.order_by("pk")[start:]
    SchoolYear.objects.bulk_create(SchoolYear(school=s, academic_year=2557, pupils=1) for s in schools)
    Membership.objects.bulk_create(Membership(group=network, organization=s) for s in schools)
    Contact.objects.bulk_create(Contact(organization=s, position="ผอ.", name="ก") for s in schools)
    giver = make_organization()
    Project.objects.bulk_create(
        Project(title=s.name, fiscal_year=2557, status="confirmed", partner=giver, position=1)
        for s in schools
    )
    projects = Project.objects.order_by("pk")[start:]
    Participation.objects.bulk_create(
        Participation(project=p, organization=s) for p, s in zip(projects, schools, strict=True)
    )
    Contribution.objects.bulk_create(Contribution(project=p, giver=giver, amount=1) for p in projects)
    Meeting.objects.bulk_create(Meeting(group=network, held_on=date(2014, 1, 1)) for _ in schools)
    FormerName.objects.bulk_create(
        FormerName(organization=body, kind="sao", name="เก่า", until=date(2100, 1, 1))
        for body in (*schools, giver)
    )
    KindDuty.objects.bulk_create(KindDuty(kind=network.kind, text=s.name) for s in schools)
    year, _ = GroupYear.objects.get_or_create(group=network, fiscal_year=2557)
    GroupResult.objects.bulk_create(GroupResult(year=year, what=s.name, low=1, unit="คน") for s in schools)
    for school in schools[:10]:
        make_agreement(school, giver, end="dated", ends_on=timezone.localdate())


def grow_school(school, number):
    """As many projects with gifts and contacts, and ten of all else that the page of a school shows."""
    start = Project.objects.count()
    names = [f"ที่ {n}" for n in range(start, start + number)]
    Organization.objects.bulk_create(Organization(kind="sao", name=name) for name in names)
    givers = Organization.objects.filter(name__in=names)
    Project.objects.bulk_create(
        Project(title=giver.name, fiscal_year=2557, status="confirmed", partner=giver, position=1)
        for giver in givers
    )
    projects = Project.objects.order_by("pk")[start:]
    Participation.objects.bulk_create(Participation(project=p, organization=school) for p in projects)
    for gift in ({"recipient": school}, {"giver": school}):
        Contribution.objects.bulk_create(
            Contribution(**{"project": p, "giver": p.partner, "amount": 1} | gift) for p in projects
        )
    FormerName.objects.bulk_create(
        FormerName(organization=giver, kind="sao", name="เก่า", until=date(2100, 1, 1)) for giver in givers
    )
    Contact.objects.bulk_create(Contact(organization=school, position=name, is_public=True) for name in names)
    newest = SchoolYear.objects.filter(school=school).count() + 2500
    SchoolYear.objects.bulk_create(SchoolYear(school=school, academic_year=newest + n) for n in range(10))
    kind = make_kind()
    for _ in range(10):
        make_member(group=make_group(kind=kind), organization=school)
        make_agreement(school, make_organization())
        make_document(issuer=school, is_public=True)


def queries_while_growing(grow, client, addresses, then):
    """How many queries each address takes with ten rows, and with as many more."""
    counts = []
    for number in (10, then):
        grow(number)
        counts.append({address: queries_of(client, address) for address in addresses})
    return counts


def form_queries_while_growing(name, client, then):
    """The same of the form of a record, by the rows under it; a first visit, which opens the session, is not counted."""
    make, add_row = FORMS[name]
    record, body = make(), make_organization()
    address = admin_page(record)
    client.get(address)
    return queries_while_growing(
        lambda number: [add_row(record, body) for _ in range(number)], client, [address], then
    )
