"""What was checked is written at once with its history, by whoever may, or not at all."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from networks.models import School
from partners.models import Organization
from portal.roles import ADMINISTRATOR, EDITOR
from portal.tables.imported_files import Import
from tests.factories import make_organization, make_school
from tests.spreadsheets import xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.database]

START = reverse("admin:networks_school_import", args=["schools"])
BODIES = reverse("admin:partners_organization_import", args=["organizations"])


def send_file(client, content, start=START, name="โรงเรียน.xlsx"):
    return client.post(start, {"file": SimpleUploadedFile(name, content)}, follow=True)


def confirm(client, page):
    """Presses the button of the preview."""
    digest = page.text.partition('name="digest" value="')[2].partition('"')[0]
    return client.post(page.request["PATH_INFO"], {"digest": digest}, follow=True)


def test_a_file_is_checked_then_written_and_kept(staff_client, staff):
    """Nothing is stored before the button; then all of it, with the file, its number, who and when."""
    page = send_file(staff_client, xlsx({"ชื่อเฉพาะ": "วัดใหม่"}))
    assert School.objects.count() == 0
    confirm(staff_client, page)
    kept = Import.objects.get()
    assert (kept.rows_new, kept.written_by, kept.file_name) == (1, staff, "โรงเรียน.xlsx")
    assert kept.file.size > 0
    assert School.objects.get().code


def test_the_history_says_who_and_from_which_file(staff_client, staff):
    """Each record written bears its entry."""
    confirm(staff_client, send_file(staff_client, xlsx({"ชื่อเฉพาะ": "วัดใหม่"})))
    entry = School.objects.get().history.get()
    assert (entry.history_user, entry.history_change_reason) == (staff, "นำเข้าจาก โรงเรียน.xlsx")


def test_a_change_is_shown_and_written(staff_client):
    """Old and new value on the preview; the keys follow the new name."""
    body = make_organization(name="เก่า")
    page = send_file(staff_client, xlsx({"รหัส": body.code, "ชื่อเฉพาะ": "ใหม่"}), BODIES)
    assert "<del>เก่า</del> → <ins>ใหม่</ins>" in page.text
    confirm(staff_client, page)
    assert Organization.objects.search("ใหม่").get().name == "ใหม่"


def test_a_file_is_never_written_twice(staff_client):
    """The button pressed again finds it done."""
    page = send_file(staff_client, xlsx({"ชื่อเฉพาะ": "วัดใหม่"}))
    confirm(staff_client, page)
    confirm(staff_client, page)
    assert School.objects.count() == 1


def test_what_somebody_changed_since_the_preview_is_refused(staff_client):
    """The other's change stays, and the preview is shown again."""
    body = make_organization(name="เก่า")
    page = send_file(staff_client, xlsx({"รหัส": body.code, "ชื่อเฉพาะ": "ใหม่"}), BODIES)
    body.name = "ของเพื่อนร่วมงาน"
    body.save()
    again = confirm(staff_client, page)
    assert "มีผู้แก้ไขข้อมูลที่เกี่ยวข้อง" in again.text
    body.refresh_from_db()
    assert body.name == "ของเพื่อนร่วมงาน"


def test_one_bad_row_writes_nothing(staff_client):
    """All or nothing: a file with a mistake has no button, and a made-up word to write is refused."""
    page = send_file(staff_client, xlsx({"ชื่อเฉพาะ": "วัดใหม่"}, {"ชื่อเฉพาะ": "วัดเก่า", "สังกัด": "ผิด"}))
    assert 'name="digest"' not in page.text
    confirm(staff_client, page)
    assert School.objects.count() == 0


def test_an_answer_is_kept_and_used(staff_client):
    """The choice on the preview decides."""
    school = make_school(name="วัดหานโพธิ์")
    page = send_file(staff_client, xlsx({"ชื่อเฉพาะ": "วัดหาญโพธิ์", "ที่ตั้ง": "หมู่ 2"}))
    address = page.request["PATH_INFO"]
    confirm(staff_client, staff_client.post(address, {"offers:row-2": school.code}, follow=True))
    assert (School.objects.count(), School.objects.get().address) == (1, "หมู่ 2")


def test_a_big_file_is_told_how_far_it_is(staff_client):
    """The page is sent while the rows are checked."""
    page = send_file(staff_client, xlsx(*[{"ชื่อเฉพาะ": f"ทดลองที่ {n}"} for n in range(1200)]))
    sent = b"".join(page.streaming_content).decode()
    assert "ตรวจแล้ว 500 จาก 1,200 แถว" in sent
    assert 'name="digest"' in sent


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_csv_of_any_thai_encoding_is_read(staff_client, encoding):
    """With the mark, without it, and in the old encoding."""
    page = send_file(staff_client, "ชื่อเฉพาะ\nวัดใหม่\n".encode(encoding), name="โรงเรียน.csv")
    assert "ร.ร.วัดใหม่" in page.text


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.xls", b"x", "รับเฉพาะไฟล์ Excel"),
        ("a.xlsx", b"x", "เปิดไฟล์ Excel นี้ไม่ได้"),
        ("a.csv", b"\xff\xfe\xdb", "อ่านตัวอักษรในไฟล์ CSV นี้ไม่ได้"),
        ("a.csv", "ชื่อเฉพาะ\n".encode(), "ไม่มีข้อมูลในไฟล์"),
        ("a.csv", b"x" * (10 * 1024 * 1024 + 1), "ใหญ่เกิน 10 เมกะไบต์"),
        ("a.csv", b"a\n" + b"x\n" * 20_001, "มากกว่า 20,000 แถว"),
    ],
)
def test_what_is_no_table_is_refused(staff_client, name, content, sentence):
    """With a sentence, and nothing is kept."""
    assert sentence in send_file(staff_client, content, name=name).text
    assert not Import.objects.exists()


def test_the_form_offers_choices_and_explains(staff_client):
    """Heads of the export, lists to choose from, an example row, a sheet of notes."""
    address = reverse("admin:networks_school_import_file", args=["schools", "blank"])
    book = load_workbook(BytesIO(staff_client.get(address).content))
    sheet, notes = book.worksheets[:2]
    export = staff_client.get(reverse("admin:networks_school_export", args=["xlsx"]))
    heads = [cell.value for cell in load_workbook(BytesIO(export.content)).active[1]]
    assert [cell.value for cell in sheet[1]] == heads
    assert len(sheet.data_validations.dataValidation) == 2
    assert {row[0].value for row in notes.iter_rows()} >= set(heads)


def test_the_example_row_is_left_out(staff_client):
    """A form sent back as it is holds nothing."""
    address = reverse("admin:networks_school_import_file", args=["schools", "blank"])
    page = send_file(staff_client, staff_client.get(address).content)
    assert "<b>1</b> แถวข้าม" in page.text
    assert 'name="digest"' not in page.text


@pytest.mark.parametrize(("role", "status"), [(EDITOR, 200), (ADMINISTRATOR, 403)])
def test_only_who_may_add_and_change_imports(somebody, client_of, role, status):
    """An editor imports; an administrator, who only looks, is not offered it either."""
    client = client_of(somebody(role))
    assert client.get(START).status_code == status
    listed = client.get(reverse("admin:networks_school_changelist")).text
    assert (START in listed) == (status == 200)
