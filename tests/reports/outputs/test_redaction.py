"""The internal report names people; the public one, in every form, holds nothing of them that is not marked public.

A new form of the report is proven by one more line in FORMS; the PDF has tests of its own, for it is printed once for them.
"""

import datetime
import io
import json
import zipfile

import openpyxl
import pypdfium2
import pytest

from networks.models import GroupYear, KindYear
from partners.models import Contact, Document
from projects.models import Activity, Participation, Project
from reports.editions.snapshot import edition_data
from reports.models import AnnualReport, Paragraph, ReportItem, Section, Standard, StandardItem
from reports.outputs.book import FORM, report_html, report_pdf
from reports.outputs.datasets import data_file
from reports.outputs.word.document import word_file
from reports.outputs.workbook.workbook import workbook
from reports.report import report_of
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_member,
    make_office,
    make_person,
    make_project,
)
from tests.reading import squeezed, without_tags, words_of_pdf

pytestmark = pytest.mark.django_db

# Each stands in the internal report and never in the public one.
SECRETS = {
    "a private giver of cash": "ปกปิด ให้เงียบ",
    "a private giver of things": "เร้นลับ มอบรถ",
    "a member": "สมาชิก มิเผยแพร่",
    "a member's phone": "08 3333 4444",
    "a hidden member": "บทบาทสีแดงลับ",
    "a signatory": "ลงนาม มิเปิดเผย",
    "a contact in a story": "ซ่อนชื่อ ติดต่อลับ",
    "a mobile phone in a story": "089-765-4321",
    "an identity number in a story": "1-2345-67890-12-3",
}
# Each stands in both.
TOLD = {
    "the role of a giver": "ผู้มีจิตศรัทธา",
    "the post of a contact in a story": "ครูใหญ่ได้มอบ",
    "a member who may be named": "ประกาศ ยินดีเผย",
    "a role": "กำนันทุกตำบล",
    "the phone of the office in a story": "074-611-111",
}
NEVER = "หมายเหตุลับของแหล่งข้อมูล"


@pytest.fixture
def year_of_names(db):
    """A year in which every text of every record names somebody."""
    make_office()
    story = f"นาย{SECRETS['a contact in a story']}ได้มอบ"
    numbers = "โทร 089-765-4321 เลข 1-2345-67890-12-3 สำนักงาน 074-611-111"
    rich = make_person(f"นาย{SECRETS['a private giver of cash']}", "ผู้มีจิตศรัทธา")
    Contact.objects.create(
        organization=rich, position="ครูใหญ่", name=f"นาย{SECRETS['a contact in a story']}", phone="074 222 333"
    )
    agreement = make_agreement(rich, title=f"ข้อตกลง {story}")
    agreement.parties.update(signatory_name=f"นาง{SECRETS['a signatory']}", signatory_position="นายกสมาคม")
    project = make_project(
        agreement=agreement,
        story=f"{story} {numbers}",
        objective=story,
        co_organizers=story,
        posts=story,
        venue=story,
        source_note=NEVER,
    )
    project.documents.add(Document.objects.create(kind="summary", title=f"สรุปผล {story}", issuer=rich))
    make_contribution(project=project, giver=rich)
    bus = make_person(f"นางสาว{SECRETS['a private giver of things']}", "ศิษย์เก่า")
    make_contribution(project=project, giver=bus, form="thing", what=f"รถของ{story}", unit="คัน", quantity=1)
    Activity.objects.create(project=project, name=story)
    Participation.objects.create(project=project, audience="words", words=story)
    Participation.objects.create(project=project, organization=rich)
    groups(story)
    words(story)


def groups(story):
    network = make_group(kind=make_kind(purpose=story), purpose=story, duties=story)
    KindYear.objects.create(kind=network.kind, fiscal_year=2557, method=story)
    GroupYear.objects.create(group=network, fiscal_year=2557, activities=story)
    make_member(
        group=network, person=f"นาย{SECRETS['a member']}", phone=SECRETS["a member's phone"], position="chair"
    )
    make_member(group=network, person=f"นาง{TOLD['a member who may be named']}", is_public=True)
    make_member(group=network, role=TOLD["a role"])
    hidden = make_group(kind=make_kind(members_hidden=True))
    make_member(group=hidden, role=SECRETS["a hidden member"])


def words(story):
    """Two items, so that partners and groups are both told."""
    standard = Standard.objects.create(name="มาตรฐาน", version="1")
    report = AnnualReport.objects.create(fiscal_year=2557, standard=standard, title=f"รายงาน {story}")
    Paragraph.objects.create(report=report, section=Section.PREFACE, text=story)
    for number, results_by in (("3", "partners"), ("4", "groups")):
        point = StandardItem.objects.create(
            standard=standard, number=number, title="ประเด็น", results_by=results_by
        )
        item = ReportItem.objects.create(report=report, standard_item=point, level=3, level_reason=story)
        for section in (Section.METHODS, Section.RESULTS, Section.PROBLEMS, Section.RECOMMENDATIONS):
            Paragraph.objects.create(report=report, item=item, section=section, text=story, source_note=NEVER)


def metadata_of(pdf):
    """What the file says of itself, its bookmarks among it."""
    pdf = pypdfium2.PdfDocument(pdf)
    return str(pdf.get_metadata_dict()) + "".join(mark.get_title() for mark in pdf.get_toc())


def word_text(report):
    with zipfile.ZipFile(io.BytesIO(word_file(report))) as parts:
        xml = b"".join(parts.read(name) for name in sorted(parts.namelist())).decode(errors="ignore")
    return without_tags(xml)


def workbook_text(report):
    book = openpyxl.load_workbook(io.BytesIO(workbook(report)))
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return f"{book.properties.title} {' '.join(str(cell) for cell in cells if cell is not None)}"


FORMS = {
    "HTML": report_html,
    "HTML of the form": lambda report: report_html(report, layout=FORM),
    "Word file": word_text,
    "HTML in Arabic digits": lambda report: report_html(report, digits="arabic"),
}
# Of the tables alone: what each tells the office.
GIVERS = {"a private giver of cash", "a private giver of things"}
TABLES = {
    "workbook": (workbook_text, {*GIVERS, "a contact in a story"}),
    "data of an edition": (
        lambda report: json.dumps(edition_data(report), ensure_ascii=False),
        {*GIVERS, "a member", "a hidden member", "a contact in a story", "a mobile phone in a story"},
    ),
    "open data in one file": (data_file, set()),
}


def told_of(secrets, text):
    """Which of them a text tells."""
    text = squeezed(text)
    return {what for what, secret in secrets.items() if squeezed(secret) in text}


def reading(*, public):
    """The report of the year as one of its two readers is given it."""
    return report_of(2557, today=datetime.date(2026, 11, 25), public=public)


@pytest.mark.parametrize("form", FORMS)
def test_the_public_report_names_nobody(year_of_names, form):
    """Neither in a list nor in prose, and what is public stays."""
    text = FORMS[form](reading(public=True))
    assert told_of(SECRETS, text) == set()
    assert told_of(TOLD, text) == set(TOLD)


@pytest.mark.parametrize("form", FORMS)
def test_the_internal_report_names_everybody(year_of_names, form):
    """The office reads what was written; so the proof above could fail."""
    text = FORMS[form](reading(public=False))
    assert told_of(SECRETS, text) == set(SECRETS)


@pytest.mark.parametrize("form", TABLES)
def test_the_public_tables_name_nobody(year_of_names, form):
    """Neither in a cell nor in a title."""
    text, _ = TABLES[form]
    assert told_of(SECRETS, text(reading(public=True))) == set()


@pytest.mark.parametrize("form", TABLES)
def test_the_tables_of_the_office_name_people(year_of_names, form):
    """Those whom the internal report names there; the open data names nobody, whoever asks."""
    text, told = TABLES[form]
    found_there = told_of(SECRETS, text(reading(public=False)))
    assert told <= found_there if told else found_there == set()


@pytest.mark.parametrize("public", [True, False])
def test_a_note_on_a_source_is_in_neither(year_of_names, public):
    """It is a note of the desk, no part of a report."""
    assert NEVER not in report_html(reading(public=public))


def test_the_public_pdf_names_nobody(year_of_names):
    """Nor does its title; its author is the office, no date is in it, and what is public stays."""
    pdf = report_pdf(reading(public=True), digits="arabic")
    text, told = words_of_pdf(pdf), metadata_of(pdf)
    assert told_of(SECRETS, text) == set()
    assert told_of(TOLD, text) == set(TOLD)
    assert told_of(SECRETS, told) == set()
    assert "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง" in told
    assert "D:20" not in told


def test_the_internal_pdf_names_everybody(year_of_names):
    """And bears its title; so the proof above could fail."""
    pdf = report_pdf(reading(public=False), digits="arabic")
    assert told_of(SECRETS, words_of_pdf(pdf)) == set(SECRETS)
    assert told_of(SECRETS, metadata_of(pdf)) == {"a contact in a story"}


@pytest.mark.parametrize(
    "written",
    ["นายซ่อนชื่อ ติดต่อลับ", "ซ่อนชื่อ  ติดต่อลับ", "คุณซ่อนชื่อ", "นายซ่อนชื่อติดต่อลับ", "อาจารย์ซ่อนชื่อ ติดต่อลับ"],
)
def test_a_name_is_known_however_it_is_written(written):
    """With another title, without one, without a space, or by the first name after a title."""
    body = make_person("นางเศรษฐี ใจบุญ", "ผู้มีจิตศรัทธา")
    Contact.objects.create(organization=body, position="ครูใหญ่", name="นายซ่อนชื่อ ติดต่อลับ")
    make_project(story=f"ในงานนี้{written}มอบทุน")
    html = report_html(reading(public=True))
    assert "ซ่อนชื่อ" not in html
    assert "มอบทุน" in html


@pytest.mark.parametrize("word", ["กลุ่มสีแดง", "ที่แดงไปทั้งงาน"])
def test_a_short_name_that_is_a_word_leaves_the_word_alone(word):
    """A member who is called แดง and no more."""
    make_member(person="แดง")
    make_project(story=f"{word} กับป้าแดง")
    html = report_html(reading(public=True), digits="arabic")
    assert word in html
    assert "ป้าแดง" not in html


def test_a_name_that_may_be_told_stays_in_prose():
    """Marked public in one place, it is public in the story too."""
    make_member(person="นางประกาศ ยินดีเผย", is_public=True)
    make_member(person="นางประกาศ ยินดีเผย")
    make_project(story="นางประกาศ ยินดีเผย มอบทุน")
    assert "นางประกาศ ยินดีเผย มอบทุน" in report_html(reading(public=True))


def test_the_records_themselves_stay_as_they_are(year_of_names):
    """What is hidden in a report is hidden in no record."""
    reading(public=True)
    assert told_of(SECRETS, Paragraph.objects.first().text) == {"a contact in a story"}


def test_what_was_read_of_the_records_stays_as_it_is(year_of_names):
    """A redacted report holds other values than the sum that it was made of, of which no text is changed."""
    public = reading(public=True)
    summary, narrative = public.records
    (paragraph,) = (line.paragraph for line in narrative.preface)
    assert told_of(SECRETS, paragraph.text) == {"a contact in a story"}
    assert told_of(SECRETS, summary.projects[0].project.story) >= {"a contact in a story"}
    assert told_of(SECRETS, public.summary.projects[0].project.story) == set()


def test_what_a_record_computes_is_computed_of_hidden_texts(year_of_names):
    """A title with its time, the words of an activity, and whatever else a model makes of its texts."""
    project = reading(public=True).summary.projects[0].project
    assert [told_of(SECRETS, str(activity)) for activity in project.activities.all()] == [set()]
    assert told_of(SECRETS, " ".join(part.public_name for part in project.participations.all())) == set()
    assert project == Project.objects.get()


def test_the_checks_run_only_where_their_findings_are_read(year_of_names):
    """Neither the workbook nor the data asks for them; a printed report does."""
    read = reading(public=True)
    workbook(read)
    data_file(read)
    assert "findings" not in vars(read)
    report_html(read)
    assert "findings" in vars(read)
