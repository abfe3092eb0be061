"""The fictional district's projects of one year: who gave, who took part, what proves them."""

from datetime import timedelta

from django.core.files.base import ContentFile

from partners.models import Document, DocumentKind
from portal.history import create_with_history
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
from reports.sample.district import pictures, words

PHOTOS_A_YEAR = PAPERS_A_YEAR = 8
STATUS_SHARES = (3, 96, 1)


def make_projects(chance, year, number, *, partners, schools, networks, agreements, last_year):
    """`number` projects of a fiscal year (พ.ศ.); returns them by partner and theme, for the next year's twins."""
    categories = {c.name: c for c in Category.objects.all()}
    themes = [chance.choice(words.THEMES) for _ in range(number)]
    projects = []
    for place, (title, category, _) in enumerate(themes, start=1):
        partner = partners[min(int(chance.expovariate(0.12)), len(partners) - 1)]
        projects.append(
            project_of(
                chance, year, place, title, partner, categories[category], last_year.get((partner.pk, title))
            )
        )
        if chance.happens(0.1):
            projects[-1].agreement = chance.choice(agreements)
    projects = create_with_history(projects, user=None)
    usual = {title: amount for title, _, amount in words.THEMES}
    gifts = [g for project in projects for g in gifts_of(chance, project, usual[project.title], partners)]
    keep_papers(chance, gifts)
    write(gifts)
    write(part for project in projects for part in parts_of(chance, project, schools, networks))
    write(
        Activity(project=project, order=n, name=name)
        for project in projects
        for n, name in enumerate(("เตรียมงานร่วมกับโรงเรียน", "จัดกิจกรรม", "สรุปผลและขอบคุณผู้สนับสนุน"))
    )
    write(
        ProjectResult(project=project, what=what, unit=unit, low=chance.near(number))
        for project in projects
        for what, unit, number in words.RESULTS[:1]
    )
    take_photos(chance, projects)
    return {(project.partner_id, project.title): project for project in projects}


def write(records):
    create_with_history(records, user=None)


def project_of(chance, year, place, title, partner, category, twin):
    first, last = fiscal_year_bounds(year)
    starts_on = chance.day(first, last - timedelta(days=3)) if chance.happens(0.97) else None
    return Project(
        title=title,
        occurrence=twin.occurrence + 1 if twin else 1,
        fiscal_year=year,
        academic_year=starts_on and academic_year(starts_on),
        status=chance.choices(list(Publication), STATUS_SHARES)[0],
        partner=partner,
        position=place,
        category=category,
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
    """Cash from the partner, of unknown amount now and then; sometimes cash or things from somebody else."""
    paper = evidence_of(chance, project) if chance.happens(0.85) else None
    amount = chance.near(usual) if chance.happens(0.95) else None
    yield Contribution(
        project=project,
        order=0,
        giver=project.partner,
        form=GiftForm.CASH,
        amount=amount,
        document=paper,
        receipt=Receipt.RECEIVED if chance.happens(0.97) else Receipt.PLANNED,
    )
    if chance.happens(0.25):
        yield Contribution(
            project=project,
            order=1,
            giver=chance.choice(partners),
            form=GiftForm.CASH,
            amount=chance.near(5000),
        )
    if chance.happens(0.2):
        what, unit, usual_number = chance.choice(words.THINGS)
        yield Contribution(
            project=project,
            order=2,
            giver=chance.choice(partners),
            form=GiftForm.THING,
            what=what,
            unit=unit,
            quantity=chance.near(usual_number),
        )


def evidence_of(chance, project):
    return Document(
        kind=chance.choice((DocumentKind.SUMMARY, DocumentKind.PROJECT, DocumentKind.ORDINANCE)),
        title=f"สรุปผล{project.full_title} ปี {project.fiscal_year}",
        number=f"{chance.randrange(1, 900)}/{project.fiscal_year}",
        issuer=project.partner,
        is_public=chance.happens(0.3),
    )


def parts_of(chance, project, schools, networks):
    yield Participation(
        project=project,
        order=0,
        audience=Audience.ORGANIZATION,
        organization=chance.choice(schools),
        part=Part.HOST,
        pupils=chance.near(60),
        teachers=chance.near(6),
    )
    if chance.happens(0.3):
        yield Participation(
            project=project,
            order=1,
            audience=Audience.GROUP,
            group=chance.choice(networks),
            part=Part.ATTENDED,
        )
    elif project.subdistrict and chance.happens(0.3):
        yield Participation(
            project=project, order=1, audience=Audience.SUBDISTRICT, subdistrict=project.subdistrict
        )
    elif chance.happens(0.08):
        yield Participation(project=project, order=1, audience=Audience.EVERY_SCHOOL)


def keep_papers(chance, gifts):
    """The papers of the gifts, some of them with a drawn page."""
    papers = [gift.document for gift in gifts if gift.document]
    write(papers)
    for gift in gifts:
        gift.document = gift.document
    for paper in chance.sample(papers, min(PAPERS_A_YEAR, len(papers))):
        paper.file = ContentFile(pictures.paper(chance, paper.title), "เอกสาร.jpg")
        paper.save()


def take_photos(chance, projects):
    """Photos of some projects, drawn, most of them public."""
    for project in chance.sample(projects, min(PHOTOS_A_YEAR, len(projects))):
        photo = Document(
            kind=DocumentKind.PHOTO, title=f"ภาพกิจกรรม{project.full_title}", is_public=chance.happens(0.7)
        )
        photo.file = ContentFile(pictures.photo(chance, project.title), "ภาพกิจกรรม.jpg")
        photo.save()
        project.documents.add(photo)
