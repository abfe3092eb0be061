"""The fictional district's yearly reports, with a few written paragraphs."""

from partners.models import Document
from reports.models import (
    AnnualReport,
    EvidenceLine,
    Paragraph,
    ReportItem,
    ResultsBy,
    Section,
    Standard,
    StandardItem,
)
from reports.sample.district.chance import WORDS, save_all


def make_reports(years):
    standard = Standard.objects.create(name="มาตรฐานสมมติ", version="ฉบับตัวอย่าง")
    standard_items = [
        StandardItem.objects.create(standard=standard, order=order, **fields)
        for order, fields in enumerate(WORDS.standard_items)
    ]
    for year in years:
        report = AnnualReport.objects.create(
            fiscal_year=year, standard=standard, title="รายงานการมีส่วนร่วมในการจัดการศึกษา (ข้อมูลสมมติ)"
        )
        Paragraph.objects.create(
            report=report,
            section=Section.PREFACE,
            is_lead=True,
            text=f"รายงานฉบับนี้จัดทำจากข้อมูลสมมติของปีงบประมาณ {year} สำหรับทดลองและฝึกอบรมเท่านั้น",
        )
        for standard_item in standard_items:
            make_item(report, standard_item)


def make_item(report, standard_item):
    item = ReportItem.objects.create(report=report, standard_item=standard_item)
    save_all(
        Paragraph(report=report, item=item, section=section, text=text)
        for section, text in WORDS.paragraphs.items()
    )
    if standard_item.results_by == ResultsBy.PARTNERS:
        documents = Document.objects.filter(contributions__project__fiscal_year=report.fiscal_year)
        evidence = documents.distinct().order_by("pk")[:40]
        save_all(EvidenceLine(item=item, document=each, order=n) for n, each in enumerate(evidence))
