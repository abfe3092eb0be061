"""The fictional district's yearly reports, with a few written paragraphs."""

from partners.models import Document
from portal.history import create_with_history
from reports.models import (
    AnnualReport,
    EvidenceLine,
    Paragraph,
    ReportItem,
    Results,
    Section,
    Standard,
    StandardItem,
)

ITEMS = (
    ("3", "การส่งเสริมการมีส่วนร่วมในการจัดการศึกษาของบุคคล ชุมชน และหน่วยงาน", Results.PARTNERS),
    ("4", "การสร้างเครือข่ายความร่วมมือในการจัดการศึกษา", Results.GROUPS),
)
WRITTEN = {
    Section.METHODS: "สำนักงานประสานแผนกับภาคีก่อนต้นปีงบประมาณ และติดตามงานร่วมกันทุกไตรมาส",
    Section.PROBLEMS: "โรงเรียนขนาดเล็กบางแห่งอยู่ไกล ภาคีเข้าถึงได้น้อยกว่าโรงเรียนในตัวอำเภอ",
    Section.RECOMMENDATIONS: "ควรจัดปฏิทินกิจกรรมร่วมกันล่วงหน้า เพื่อให้โรงเรียนขนาดเล็กเข้าร่วมได้ทั่วถึง",
}


def make_reports(years):
    standard = Standard.objects.create(name="มาตรฐานสมมติ", version="ฉบับตัวอย่าง")
    points = [
        StandardItem.objects.create(standard=standard, order=n, number=number, title=title, results_by=by)
        for n, (number, title, by) in enumerate(ITEMS)
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
        for point in points:
            write_item(report, point)


def write_item(report, point):
    item = ReportItem.objects.create(report=report, standard_item=point)
    create_with_history(
        [
            Paragraph(report=report, item=item, section=section, text=text)
            for section, text in WRITTEN.items()
        ],
        user=None,
    )
    papers = Document.objects.filter(contributions__project__fiscal_year=report.fiscal_year).distinct()
    lines = [
        EvidenceLine(item=item, document=paper, order=n) for n, paper in enumerate(papers.order_by("pk")[:40])
    ]
    create_with_history(lines if point.results_by == Results.PARTNERS else [], user=None)
