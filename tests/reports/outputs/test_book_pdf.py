"""The printed report of 2557: every fact in its text, tagged, the same bytes twice."""

import ctypes
import io
import re

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest
from django.core.management import call_command
from PIL import ImageFile

from portal.pdf.rendering import OwnFiles
from reports.outputs.book import report_html, report_pdf
from reports.report import report_of
from tests.conftest import TODAY
from tests.reading import squeezed, words_of_pdf

pytestmark = pytest.mark.django_db

FACTS = (
    """
องค์การบริหารส่วนจังหวัดพัทลุง|งานเปิดโลกการศึกษา|การแข่งขันทักษะทางวิชาการ|ตลาดนัดภูมิปัญญา|เวทีวิชาการ
ทัพเรือภาคที่ 2|เทศบาลตำบลแม่ขรี|เทศบาลเมือง|กองพันทหารช่าง 401|กองพันทหารช่าง 402|รถบัส|7 คัน
องค์การบริหารส่วนตำบลควนขนุน|มหกรรมสุขภาพตำบลควนขนุน|วันเสาร์ที่ 23 สิงหาคม 2557|45,500
ยกระดับผลสัมฤทธิ์ทางการเรียนของนักเรียนในเขตตำบลควนขนุน|51 คน|ภาษาอังกฤษ|คณิตศาสตร์|วิทยาศาสตร์|23,000
เปิดโลกการศึกษาสร้างปัญญาเด็กพัทลุง|เครือข่ายควนขนุนหานโพธิ์|30,000
วันเด็กแห่งชาติ|วันเสาร์ที่ 11 มกราคม 2557|180,000|278,500
เทศบาลตำบลสมหวัง|วันศุกร์ที่ 10 มกราคม 2557|50,000|บ้านพรุนาแด้|วัดหวัง|วัดพังกิ่ง|ชะรัดชนูปถัมภ์
เด็กดีศรีท้องถิ่น|โรงเรียนสตรีพัทลุง|ป.6|พ.ศ. 2551|วันพฤหัสบดีที่ 26 มิถุนายน 2557|5 หน่วย|บ้านพูด กรป.กลาง|14,200|64,200
องค์การบริหารส่วนตำบลวังใหม่|ครูสอนภาษาต่างประเทศ|36,560|2 มิถุนายน – 30 กันยายน 2557|23/2557|30 พฤษภาคม 2557
องค์การบริหารส่วนตำบลคลองเฉลิม|ไพรวัลย์เกมส์|ครั้งที่ 13|610,000
เทศบาลตำบลเกาะนางคำ|29–30 เมษายน 2557|2,000 คน|วัดสุภาษิตาราม|วัดแหลมดินสอ
เทศบาลตำบลอ่าวพะยูน|บ้านโพธิ์|เกษตรทฤษฎีใหม่ตามหลักปรัชญาเศรษฐกิจพอเพียง|ศิลปวัฒนธรรม|100,000|150,000
1,189,260|หนึ่งล้านหนึ่งแสนแปดหมื่นเก้าพันสองร้อยหกสิบบาทถ้วน|925,060|264,200|9 ใน 13
295/2557|296/2557|22 สิงหาคม 2557|ของปี 2555|เทศบัญญัติ
กลุ่มสีคุณภาพ|O-NET|NT|สมศ.|71 คน|กลุ่มดอกมะลิ|กลุ่มดอกดาวเรือง|กลุ่มดอกพุทธรักษา|กลุ่มดอกบัวหลวง|บอร์ดบริหาร
16 ชุด|ชุดละ 3 คน|48 คน|122 คน|44 ครัวเรือน|4–5 โรงเรียน|11 ชมรม|8 ชมรม
ชมรมปฐมวัย|ชมรมภาษาไทย|ชมรมสังคมศึกษา|ชมรมสุขศึกษาและพลศึกษา|ชมรมกิจกรรมพัฒนาผู้เรียน|ชมรมการศึกษาพิเศษ
เครือข่ายรังสีตรีมิตร|เครือข่ายสองเกาะ|เครือข่ายไพรวัลย์|เครือข่ายพันธปัญญา|เครือข่ายทุ่งธงทอง|เครือข่ายบูรพาป่าบอน
เครือข่ายมิตรภาพเขาชัยสน|เครือข่ายบางแก้ว|เครือข่ายคีรีรัตน์|เครือข่ายตะโหมด|เครือข่ายพลังศาสตร์|เครือข่ายเอกภาพ
คณะกรรมการเขตพื้นที่การศึกษา|คณะอนุกรรมการข้าราชการครูและบุคลากรทางการศึกษา|ก.ต.ป.น.|อ.ก.ค.ศ.
คลองใหญ่|ทุ่งนารี|คลองทรายขาว|ดอนประดู่|ท่ามะเดื่อ|6 อำเภอ|ธรรมาภิบาล|(P)|(D)|(C)|(A)
กองทุนพัฒนาการศึกษานักเรียนในเขตตำบลควนขนุน
""".strip()
    .replace("\n", "|")
    .split("|")
)


STRANGERS = ("None", "เอกสารจาก", "xxx", "1,369,260", "1369260", "หาญโพธิ์/", "ป้าสี")


def language(document):
    """What the PDF says its language is."""
    size = pypdfium2.raw.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pypdfium2.raw.FPDFCatalog_GetLanguage(
        document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def test_every_fact_is_in_the_text_layer(pdf_2557):
    """A fact of 2557 can be searched for in the PDF."""
    text = squeezed(words_of_pdf(pdf_2557))
    assert [fact for fact in FACTS if squeezed(fact) not in text] == []


def test_no_stand_in_and_no_wrong_sum_is_printed(pdf_2557):
    """What was wrong in the typed report is not in the printed one; dots stand in the contents and on lines to sign."""
    text = squeezed(words_of_pdf(pdf_2557))
    assert [stranger for stranger in STRANGERS if stranger in text] == []
    assert "..." not in re.sub(r"สารบัญ.*?บทสรุปผู้บริหารในปี", "", re.sub(r"\.{4,}", "", text))


def test_the_same_report_gives_the_same_bytes(pdf_2557, year_2557):
    """Printing twice changes nothing."""
    assert report_pdf(report_of(2557, today=TODAY)) == pdf_2557


def test_digits_are_thai_by_default(pdf_2557):
    """The cover says ๒๕๕๗."""
    cover = pypdfium2.PdfDocument(pdf_2557)[0].get_textpage().get_text_range()
    assert "๒๕๕๗" in cover
    assert "2557" not in cover


def test_the_pdf_is_tagged_titled_and_bookmarked(pdf_2557):
    """Readers find language, title, tags and bookmarks."""
    document = pypdfium2.PdfDocument(pdf_2557)
    assert document.get_metadata_value("Title").startswith("รายงานผลการส่งเสริมการมีส่วนร่วม")
    assert document.is_tagged()
    assert language(document) == "th"
    assert any("บทสรุปผู้บริหาร" in mark.get_title() for mark in document.get_toc())


def test_the_pdf_is_for_those_who_hear_it_too(pdf_2557):
    """Every picture says in words what it shows."""
    with pikepdf.open(io.BytesIO(pdf_2557)) as document:
        tags = [tag for tag in document.objects if isinstance(tag, pikepdf.Dictionary) and "/S" in tag]
        figures = [tag for tag in tags if tag.S == "/Figure"]
        assert figures
        assert all(str(figure.Alt) for figure in figures)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "https://example.org/x.css", "file:///proc/self/environ"]
)
def test_nothing_but_its_own_files_is_opened(url):
    """A link in a record cannot make the printer open other files or addresses."""
    with pytest.raises(ValueError, match="not a file of the portal"):
        OwnFiles().fetch(url)


def test_an_empty_year_prints_without_empty_headings():
    """A year of which nothing is known has no heading over nothing."""
    html = report_html(report_of(2560, today=TODAY))
    for heading in ("บัญชีการสนับสนุน", "รายการเอกสารหลักฐาน", "ปัญหาอุปสรรค", "คำนำ"):
        assert f">{heading}" not in html
    assert "None" not in html


def test_the_command_refuses_a_year_without_records(tmp_path):
    """An unknown year is refused with the years there are, and no file is written."""
    from django.core.management import CommandError

    with pytest.raises(CommandError, match="ไม่มีข้อมูลของปีงบประมาณ 2590"):
        call_command("annual_report", "2590", output=tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_command_writes_the_pdf(year_2557, tmp_path, capsys):
    """For scripts the report is written to a file, with progress and with Arabic digits when asked."""
    call_command("annual_report", "2557", output=tmp_path / "x.pdf", digits="arabic")
    cover = pypdfium2.PdfDocument(io.BytesIO((tmp_path / "x.pdf").read_bytes()))[0].get_textpage()
    assert "2557" in cover.get_text_range()
    assert "๒๕๕๗" not in cover.get_text_range()
    assert "3/3" in capsys.readouterr().out


def test_the_printer_leaves_pillow_strict():
    """WeasyPrint would let every upload of this process be a broken image."""
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
