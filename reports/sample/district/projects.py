"""The fictional district's projects of one year: who gave, who took part, what proves them."""

from datetime import timedelta

from django.core.files.base import ContentFile

from partners.models import Document, DocumentKind
from portal.records import Publication
from portal.thai.dates import academic_year, fiscal_year_bounds
from projects.models import (
    Activity,
    Audience,
    Category,
    Contribution,
    GiftForm,
    Part,
    Participation,
    Project,
    ProjectResult,
    Receipt,
)
from reports.sample.district import pictures
from reports.sample.district.chance import WORDS, save_all

PHOTOS_A_YEAR = PAPERS_A_YEAR = 8
STATUS_SHARES = (3, 96, 1)


def make_projects(chance, year, number, *, partners, schools, networks, agreements, last_year):
    """Make this number of projects of a fiscal year (พ.ศ.); return them by partner and theme."""
    categories = {category.name: category for category in Category.objects.all()}
    themes = [chance.choice(WORDS.project_themes) for _ in range(number)]
    projects = []
    for position, (title, category, _) in enumerate(themes, start=1):
        partner = partners[min(int(chance.expovariate(0.12)), len(partners) - 1)]
        twin = last_year.get((partner.pk, title))
        project = project_of(chance, year, title, partner, twin)
        project.position, project.category = position, categories[category]
        if chance.happens(0.1):
            project.agreement = chance.choice(agreements)
        projects.append(project)
    projects = save_all(projects)
    costs = {title: cost for title, _, cost in WORDS.project_themes}
    gifts = [g for project in projects for g in gifts_of(chance, project, costs[project.title], partners)]
    save_documents(chance, gifts)
    save_all(gifts)
    save_all(part for project in projects for part in participations_of(chance, project, schools, networks))
    save_all(
        Activity(project=project, order=order, name=name)
        for project in projects
        for order, name in enumerate(WORDS.activities)
    )
    what, unit, usual = WORDS.results[0]
    save_all(
        ProjectResult(project=project, what=what, unit=unit, low=chance.near(usual)) for project in projects
    )
    add_photos(chance, projects)
    return {(project.partner_id, project.title): project for project in projects}


def project_of(chance, year, title, partner, twin):
    first, last = fiscal_year_bounds(year)
    starts_on = chance.day(first, last - timedelta(days=3)) if chance.happens(0.97) else None
    return Project(
        title=title,
        occurrence=twin.occurrence + 1 if twin else 1,
        fiscal_year=year,
        academic_year=starts_on and academic_year(starts_on),
        status=chance.choices(list(Publication), STATUS_SHARES)[0],
        partner=partner,
        starts_on=starts_on,
        ends_on=starts_on and starts_on + timedelta(days=chance.randrange(3)),
        venue=f"ลานกิจกรรม{partner.public_role or partner.name}",
        subdistrict=partner.subdistrict,
        objective=f"ให้นักเรียนได้เรียนรู้จาก{title}ร่วมกับชุมชน",
        story=f"{partner.public_short_name} จัด{title}ร่วมกับโรงเรียนในพื้นที่ นักเรียน ครู และผู้ปกครองช่วยกันจนสำเร็จตามแผน",
        partner_plans=chance.happens(0.7),
        partner_does=True,
        partner_checks=chance.happens(0.5),
        partner_improves=chance.happens(0.3),
        last_year=twin,
    )


def gifts_of(chance, project, usual, partners):
    """Yield cash from the partner, of unknown amount now and then; sometimes cash or things from another."""
    document = evidence_of(chance, project) if chance.happens(0.85) else None
    amount = chance.near(usual) if chance.happens(0.95) else None
    yield Contribution(
        project=project,
        order=0,
        giver=project.partner,
        form=GiftForm.CASH,
        amount=amount,
        document=document,
        receipt=Receipt.RECEIVED if chance.happens(0.97) else Receipt.PLANNED,
    )
    if chance.happens(0.25):
        giver, amount = chance.choice(partners), chance.near(5000)
        yield Contribution(project=project, order=1, giver=giver, form=GiftForm.CASH, amount=amount)
    if chance.happens(0.2):
        what, unit, usual = chance.choice(WORDS.things)
        gift = Contribution(project=project, order=2, form=GiftForm.THING, what=what, unit=unit)
        gift.giver, gift.quantity = chance.choice(partners), chance.near(usual)
        yield gift


def evidence_of(chance, project):
    return Document(
        kind=chance.choice((DocumentKind.SUMMARY, DocumentKind.PROJECT, DocumentKind.ORDINANCE)),
        title=f"สรุปผล{project.full_title} ปี {project.fiscal_year}",
        number=f"{chance.randrange(1, 900)}/{project.fiscal_year}",
        issuer=project.partner,
        is_public=chance.happens(0.3),
    )


def participations_of(chance, project, schools, networks):
    """Yield the school that was host, and sometimes a network, a subdistrict or every school."""
    host = Participation(project=project, order=0, audience=Audience.ORGANIZATION, part=Part.HOST)
    host.organization, host.pupils, host.teachers = chance.choice(schools), chance.near(60), chance.near(6)
    yield host
    others = Participation(project=project, order=1)
    if chance.happens(0.3):
        others.audience, others.group, others.part = Audience.GROUP, chance.choice(networks), Part.ATTENDED
        yield others
    elif project.subdistrict and chance.happens(0.3):
        others.audience, others.subdistrict = Audience.SUBDISTRICT, project.subdistrict
        yield others
    elif chance.happens(0.08):
        others.audience = Audience.EVERY_SCHOOL
        yield others


def save_documents(chance, gifts):
    """Save the documents that prove gifts, some of them with a drawn page."""
    documents = [gift.document for gift in gifts if gift.document]
    save_all(documents)
    for gift in gifts:
        gift.document = gift.document  # takes over the primary key
    for document in chance.sample(documents, min(PAPERS_A_YEAR, len(documents))):
        document.file = ContentFile(pictures.paper(chance, document.title), "เอกสาร.jpg")
        document.save()


def add_photos(chance, projects):
    """Add drawn photos to some projects, most of them public."""
    for project in chance.sample(projects, min(PHOTOS_A_YEAR, len(projects))):
        photo = Document(
            kind=DocumentKind.PHOTO, title=f"ภาพกิจกรรม{project.full_title}", is_public=chance.happens(0.7)
        )
        photo.file = ContentFile(pictures.photo(chance, project.title), "ภาพกิจกรรม.jpg")
        photo.save()
        project.documents.add(photo)
