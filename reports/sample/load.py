"""Loading a sample year from its source files: all of it or nothing."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from networks.models import (
    Group,
    GroupKind,
    GroupResult,
    GroupYear,
    KindDuty,
    KindYear,
    LearningStrand,
    Membership,
)
from partners.models import Agreement, AgreementParty, Document, Organization
from portal.models import Office
from portal.records import Publication
from projects.models import Activity, Category, Contribution, Participation, Project, ProjectResult, Receipt
from reports.models import AnnualReport, EvidenceLine, Paragraph, ReportItem, Section, Standard, StandardItem
from reports.sample.source import SourceFile, take

FOLDER = Path(__file__).parent


def read_office(fiscal_year):
    """Return the fields of the office that a sample year belongs to."""
    return SourceFile(FOLDER / str(fiscal_year) / "office.toml").content


def other_office(name: str) -> str:
    """Return the name of the portal's office, or nothing if it has none or one of this name."""
    office = Office.objects.exclude(name=name).first()
    return office.name if office else ""


@transaction.atomic
def load(fiscal_year: int, write_message: Callable[[str], object] = print) -> None:
    """Write the records of a fiscal year (พ.ศ.), validated as in a form; the places must exist.

    Raise ValueError, with file, record and reason, if a source file is wrong.
    """
    for name, load_file in LOADERS.items():
        write_message(f"กำลังบันทึก {name}.toml")
        load_file(SourceFile(FOLDER / str(fiscal_year) / f"{name}.toml"), fiscal_year)


def load_office(source, fiscal_year):
    """Load the office unless the portal has one."""
    if Office.objects.exists():
        return
    (districts,) = take(source.content, "districts")
    source.save(Office, source.content).districts.set(districts)


def load_organizations(source, fiscal_year):
    """Load the organizations that the portal does not have under the same code, kind and name."""
    for row in source.rows("organization"):
        if not Organization.objects.filter(code=row["code"], kind=row["kind"], name=row["name"]).exists():
            source.save(Organization, row)


def load_documents(source, fiscal_year):
    for row in source.rows("document"):
        source.save(Document, row)


def load_agreements(source, fiscal_year):
    for row in source.rows("agreement"):
        parties, documents = take(row, "parties", "documents")
        agreement = source.save(Agreement, row)
        source.save_rows(AgreementParty, parties, agreement=agreement)
        agreement.documents.set(source.find(Document, documents))


def load_groups(source, fiscal_year):
    source.save_rows(LearningStrand, source.rows("strand"))
    for order, row in enumerate(source.rows("kind"), start=1):
        year, duties, groups = take(row, "year", "duties", "group")
        kind = source.save(GroupKind, row, order=order)
        source.save(KindYear, year, kind=kind, fiscal_year=fiscal_year)
        source.save_rows(KindDuty, duties, kind=kind)
        for place, group in enumerate(groups, start=1):
            load_group(source, group, fiscal_year, kind=kind, order=place)


def load_group(source, row, fiscal_year, **fields):
    year, members = take(row, "year", "members")
    group = source.save(Group, row, **fields)
    source.save_rows(Membership, members, group=group)
    if year:
        (results,) = take(year, "results")
        group_year = source.save(GroupYear, year, group=group, fiscal_year=fiscal_year)
        source.save_rows(GroupResult, results, year=group_year)


def load_projects(source, fiscal_year):
    names = source.rows("categories")
    source.save_rows(Category, [{"name": name} for name in names if not Category.objects.filter(name=name)])
    for position, row in enumerate(source.rows("project"), start=1):
        load_project(source, row, fiscal_year=fiscal_year, position=position)


def load_project(source, row, **fields):
    documents, activities, results = take(row, "documents", "activities", "results")
    participations, contributions = take(row, "participations", "contributions")
    project = source.save(Project, row, status=Publication.CONFIRMED, **fields)
    project.documents.set(source.find(Document, documents))
    source.save_rows(Activity, [{"name": name} for name in activities], project=project)
    source.save_rows(ProjectResult, results, project=project)
    source.save_rows(Participation, participations, project=project)
    source.save_rows(Contribution, contributions, project=project, receipt=Receipt.RECEIVED)


def load_report(source, fiscal_year):
    standard_row, preface, items = take(source.content, "standard", "preface", "item")
    standard = source.save(Standard, standard_row)
    report = source.save(AnnualReport, source.content, fiscal_year=fiscal_year, standard=standard)
    load_paragraphs(source, preface, report=report, section=Section.PREFACE)
    for order, row in enumerate(items, start=1):
        sections = [(section, *take(row, section)) for section in Section.values]
        (evidence,) = take(row, "evidence")
        standard_item = source.save(StandardItem, row, standard=standard, order=order)
        item = source.save(ReportItem, {}, report=report, standard_item=standard_item)
        for section, paragraphs in sections:
            load_paragraphs(source, paragraphs, report=report, item=item, section=section)
        source.save_rows(EvidenceLine, [{"document": code} for code in evidence], item=item)


def load_paragraphs(source, rows, **fields):
    """Load the paragraphs of one level, each with its child paragraphs."""
    for order, row in enumerate(rows, start=1):
        children, kinds = take(row, "under", "group_kinds")
        groups, projects, agreements = take(row, "groups", "projects", "agreements")
        paragraph = source.save(Paragraph, row, order=order, **fields)
        paragraph.group_kinds.set(source.find(GroupKind, kinds, "name"))
        paragraph.groups.set(source.find(Group, groups))
        paragraph.projects.set(source.find(Project, projects))
        paragraph.agreements.set(source.find(Agreement, agreements))
        load_paragraphs(source, children, **fields | {"parent": paragraph})


LOADERS = {
    "office": load_office,
    "organizations": load_organizations,
    "documents": load_documents,
    "agreements": load_agreements,
    "groups": load_groups,
    "projects": load_projects,
    "report": load_report,
}
