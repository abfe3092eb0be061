"""How often the public pages of partners, projects, agreements and documents ask the database: as often for many rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import Agreement, AgreementParty, Document, FormerName, Organization
from projects.models import Contribution, Participation, Project

pytestmark = pytest.mark.django_db

PAGES = [
    "/partners/",
    "/partners/?q=X&kind=sao&part=1&sort=projects",
    "/partners/HUB/",
    "/projects/",
    "/projects/?q=X&partner=HUB&giver=HUB&category=none&evidence=yes&amount=known&dated=no&sort=date",
    "/projects/HUB-1/",
    "/contributions/",
    "/contributions/?q=X&giver=HUB&kind=sao&form=cash&category=none&sort=amount",
    "/agreements/",
    "/agreements/?q=X&state=unknown&sort=ends",
    "/agreements/HUB-A/",
    "/documents/",
    "/documents/?q=X&year=2557&kind=other&file=no",
    "/documents/HUB-D/",
]
FILES = [f"{address}?download=csv" for address in PAGES if address.count("/") == 2 and "?" not in address]


@pytest.fixture
def hub():
    """One organization, agreement, document and project to which all the others are tied."""
    hub = Organization.objects.create(kind="sao", name="X", code="HUB")
    agreement = Agreement.objects.create(title="X", code="HUB-A", status="confirmed")
    document = Document.objects.create(kind="other", title="X", code="HUB-D")
    project = Project.objects.create(
        title="X", code="HUB-1", fiscal_year=2557, status="confirmed", partner=hub, agreement=agreement
    )
    return hub, agreement, document, project


def many(number, hub, agreement, document, project):
    """As many partners with a former name, each with a project, gifts, schools, an agreement and a document."""
    start = Organization.objects.count()
    codes = [f"X-{n}" for n in range(start, start + number)]
    Organization.objects.bulk_create(Organization(kind="sao", name=code, code=code) for code in codes)
    Organization.objects.bulk_create(
        Organization(kind="school", name=code, code=f"S{code}") for code in codes
    )
    partners = list(Organization.objects.filter(code__in=codes))
    schools = list(Organization.objects.filter(code__in=[f"S{code}" for code in codes]))
    FormerName.objects.bulk_create(
        FormerName(organization=partner, kind="sao", name="เดิม", until="2020-01-01") for partner in partners
    )
    Project.objects.bulk_create(
        Project(
            title=f"X {code}",
            code=f"{code}-{owner.code}",
            fiscal_year=2557,
            status="confirmed",
            partner=owner,
            agreement=agreement,
            last_year=project,
        )
        for code, partner in zip(codes, partners, strict=True)
        for owner in (hub, partner)
    )
    projects = list(Project.objects.filter(code__startswith="X-", contributions=None))
    Contribution.objects.bulk_create(
        Contribution(project=each, giver=giver, amount=1, document=document)
        for each in projects
        for giver in (hub, each.partner)
    )
    Participation.objects.bulk_create(
        Participation(project=each, organization=school)
        for each in (project, projects[0])
        for school in schools
    )
    Contribution.objects.bulk_create(Contribution(project=project, giver=each, amount=1) for each in partners)
    Agreement.objects.bulk_create(
        Agreement(title=f"X {code}", code=f"A{code}", status="confirmed", renews=agreement) for code in codes
    )
    agreements = list(Agreement.objects.filter(code__in=[f"A{code}" for code in codes]))
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=each, organization=partner)
        for deal, other in zip(agreements, partners, strict=True)
        for each, partner in ((deal, hub), (deal, other), (agreement, other))
    )
    Document.objects.bulk_create(
        Document(kind="other", title=f"X {code}", code=f"D{code}", issuer=hub) for code in codes
    )
    papers = list(Document.objects.filter(code__in=[f"D{code}" for code in codes]))
    project.documents.add(*papers)
    agreement.documents.add(*papers[:10])
    document.agreements.add(*agreements)


def asked(client, address):
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


def test_a_thousand_rows_take_the_queries_of_ten(client, hub):
    """No page and no file asks more often for more rows, and no page more than twelve times."""
    many(10, *hub)
    few = {address: asked(client, address) for address in PAGES + FILES}
    many(990, *hub)
    assert {address: asked(client, address) for address in PAGES + FILES} == few
    assert {address: count for address, count in few.items() if count > 12} == {}
