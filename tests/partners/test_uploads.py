"""What may be kept as evidence, and what is refused with a sentence that says what to do."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError

from partners.uploads import LARGEST_DOCUMENT, LARGEST_PHOTO, check_upload, clean_file_name, download_name
from tests import files
from tests.files import upload

WORD_WITH_MACRO = files.WORD.replace("main+xml", "macroEnabled.main+xml")
ASKED_WITH = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings"}


def refusal_of_upload(name, content):
    with pytest.raises(ValidationError) as refused:
        check_upload(upload(name, content))
    return refused.value.messages[0]


@pytest.mark.parametrize(
    ("name", "content", "suffix"),
    [
        ("สัญญา.pdf", files.pdf(), ".pdf"),
        ("ภาพ.jpeg", files.picture(), ".jpg"),
        ("ภาพ.png", files.picture("PNG"), ".png"),
        ("ภาพ.webp", files.picture("WEBP"), ".webp"),
        ("โครงการ ปี 2557.docx", files.docx(), ".docx"),
        ("ยอดเงิน.xlsx", files.smallest_xlsx(), ".xlsx"),
        ("ใบปลิว.pdf", files.pdf_with_script(), ".pdf"),
        ("ภาพ.exe", files.picture(), ".jpg"),
        ("ไม่มีนามสกุล", files.pdf(), ".pdf"),
    ],
)
def test_what_may_be_kept_bears_its_name_and_its_real_type(name, content, suffix):
    """The type is read from the content; the name stays as it was typed, vowels and tone marks included."""
    evidence = check_upload(upload(name, content))
    assert (evidence.name, evidence.suffix) == (name, suffix)


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("คำสั่ง.pdf", b"MZ\x90\x00" + bytes(200), "ไม่ใช่ชนิดไฟล์ที่เก็บได้"),
        ("คำสั่ง.pdf", b"<html><script>alert(1)</script></html>", "ไม่ใช่ชนิดไฟล์ที่เก็บได้"),
        ("คำสั่ง.pdf", b"%PDF-1.7 <html><script>alert(1)</script></html>", "เปิดเป็น PDF ไม่ได้"),
        ("ตรา.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "ไม่ใช่ชนิดไฟล์ที่เก็บได้"),
        ("ตรา.png", b'<?xml version="1.0"?><svg onload="alert(1)"/>', "ไม่ใช่ชนิดไฟล์ที่เก็บได้"),
        ("ภาพ.gif", files.picture("GIF"), "ไม่ใช่ชนิดไฟล์ที่เก็บได้"),
        ("ภาพ.heic", b"\0\0\0\x18ftypheic" + bytes(99), "แปลงเป็น JPEG"),
        ("เก่า.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "บันทึกเป็น .docx"),
        ("ว่าง.pdf", b"", "ไฟล์ว่าง"),
        ("ขาด.jpg", files.picture(size=(900, 900))[:3000], "เปิดเป็นภาพไม่ได้"),
        ("ขาด.png", files.picture("PNG", size=(900, 900))[:60], "เปิดเป็นภาพไม่ได้"),
        ("ใหญ่.png", files.huge_png(), "จุดภาพมากเกินไป"),
        ("ใหญ่.png", files.huge_png(10_000), "จุดภาพมากเกินไป"),
        ("ระเบิด.docx", files.zip_bomb(), "ใหญ่ผิดปกติ"),
        ("มาโคร.docm", files.package({"word/document.xml": ""}, WORD_WITH_MACRO), "มาโคร"),
        ("มาโคร.docx", files.docx(**{"word/vbaProject.bin": "x"}), "มาโคร"),
        ("หลุด.docx", files.docx(**{"../../etc/cron.d/x": "x"}), "ชี้ออกนอกตัวไฟล์"),
        ("ซิป.zip", files.package({"a.txt": "a"}, "text/plain"), "บันทึกใหม่"),
        ("ขาด.docx", files.docx()[:-30], "บันทึกใหม่"),
        ("ใหญ่.pdf", b"%PDF-" + bytes(LARGEST_DOCUMENT), "ใหญ่เกิน 20 เมกะไบต์"),
        ("ใหญ่.jpg", files.picture() + bytes(LARGEST_PHOTO), "ใหญ่เกิน 15 เมกะไบต์"),
    ],
)
def test_what_may_not_be_kept_is_named_with_the_remedy(name, content, advice):
    """The sentence names the file, and says what is the matter and what to do."""
    said = refusal_of_upload(name, content)
    assert said.startswith(f"“{name}” ")
    assert advice in said
    assert "ให้" in said


def test_a_long_list_of_parts_is_not_even_read():
    """A package of very many parts is refused before its list is read."""
    parts = {f"word/{number:0100}.xml": "" for number in range(9000)}
    assert "ใหญ่ผิดปกติ" in refusal_of_upload("มาก.docx", files.docx(**parts))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("โครงการ ค่ายวิชาการ ปี ๒๕๕๗ ครั้งที่ ๑.pdf", "โครงการ ค่ายวิชาการ ปี ๒๕๕๗ ครั้งที่ ๑.pdf"),
        ("น้ำใจผู้ปกครอง.jpg", "น้ำใจผู้ปกครอง.jpg"),
        ("../../../etc/passwd", "passwd"),
        ("C:\\Users\\somsri\\คำสั่ง.pdf", "คำสั่ง.pdf"),
        ("คำสั่ง\u202efdp.exe", "คำสั่งfdp.exe"),
        ("คำ\u2066สั่ง\u200b\x00\n.pdf", "คำสั่ง.pdf"),
        ("คำสั่ง.php.jpg", "คำสั่ง.php.jpg"),
        ("\u202e", "ไฟล์"),
        ("ก" * 300 + ".pdf", "ก" * 251 + ".pdf"),
    ],
)
def test_the_name_shown_is_as_typed_without_tricks(typed, shown):
    """Folders and unseen characters go, so that no name reads other than it is; Thai stays whole."""
    assert clean_file_name(typed) == shown


@pytest.mark.parametrize(
    ("name", "suffix", "saved"),
    [
        ("สัญญา.pdf", ".pdf", "สัญญา.pdf"),
        ("ภาพ.JPEG", ".jpg", "ภาพ.JPEG"),
        ("คำสั่งfdp.exe", ".pdf", "คำสั่งfdp.exe.pdf"),
        ("ภาพ.pdf.exe", ".png", "ภาพ.pdf.exe.png"),
    ],
)
def test_a_file_is_downloaded_under_its_real_type(name, suffix, saved):
    """However it was called, what is saved on the reader's disk ends as its real type does."""
    assert download_name(name, suffix) == saved


JUDGING = """
import os, resource, sys, time
import django
django.setup()
from django.core.exceptions import ValidationError
from django.core.files.base import File
from partners.uploads import check_upload

def peak(who):
    return resource.getrusage(who).ru_maxrss // 1024

for path in sys.argv[1:]:
    child = os.fork()
    if not child:
        before, begun = peak(resource.RUSAGE_SELF), time.monotonic()
        with open(path, "rb") as content:
            try:
                check_upload(File(content, name="x"))
            except ValidationError:
                pass
        more = peak(resource.RUSAGE_SELF) - before
        print(time.monotonic() - begun, more, peak(resource.RUSAGE_CHILDREN), flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""
HEAVY = {
    "50,000 × 50,000 PNG": files.huge_png,
    "zip bomb": files.zip_bomb,
    "20 MB PDF": lambda: files.pdf() + bytes(LARGEST_DOCUMENT - 10_000),
    "20 MB in a package": lambda: files.docx(**{"word/x.bin": bytes(LARGEST_DOCUMENT)}),
}


def test_it_is_answered_quickly_and_in_little_memory(tmp_path):
    """Within two seconds and 150 MB more than before, each in a process of its own so that nothing else is measured."""
    paths = {name: tmp_path / str(number) for number, name in enumerate(HEAVY)}
    for name, content in HEAVY.items():
        paths[name].write_bytes(content())
    asked = [sys.executable, "-c", JUDGING, *map(str, paths.values())]
    run = subprocess.run(asked, capture_output=True, text=True, check=True, env=ASKED_WITH)
    for name, line in zip(paths, run.stdout.splitlines(), strict=True):
        seconds, megabytes, in_child = map(float, line.split())
        assert seconds < 2, name
        assert megabytes < 150, name
        assert in_child < 150, name
