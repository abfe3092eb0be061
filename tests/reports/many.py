"""A report of as many projects as a test of growth asks for."""

import datetime

from partners.models import Document
from projects.models import Activity, Participation
from reports.models import AnnualReport, EvidenceLine, Paragraph, ReportItem, Section, Standard, StandardItem
from tests.factories import make_contribution, make_organization, make_project, make_things


def add_projects(item, number):
    """So many projects, each with its own partner, gift, bus, activity, participant and evidence."""
    for order in range(number):
        project = make_project(starts_on=datetime.date(2014, 1, 11), ends_on=datetime.date(2014, 1, 11))
        document = Document.objects.create(kind="project", title=f"หลักฐาน {order}", issuer=project.partner)
        project.documents.add(document)
        EvidenceLine.objects.create(item=item, document=document, order=order)
        make_contribution(project=project)
        make_things(project=project, giver=make_organization())
        Activity.objects.create(project=project, name="การแสดง")
        Participation.objects.create(project=project, organization=make_organization(kind="school"))


def make_item():
    """A point of the report of 2557, with one paragraph."""
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    report = AnnualReport.objects.create(fiscal_year=2557, standard=standard, title="รายงาน")
    point = StandardItem.objects.create(standard=standard, number="3", title="การมีส่วนร่วม")
    item = ReportItem.objects.create(report=report, standard_item=point)
    Paragraph.objects.create(report=report, item=item, section=Section.METHODS, text="ประสานความร่วมมือ")
    return item
