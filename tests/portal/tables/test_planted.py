"""A file of projects with seven planted mistakes of different kinds: each is told, and nothing else."""

import pytest

from projects.imports import ProjectImport
from tests.factories import make_organization
from tests.spreadsheets import checked, xlsx

pytestmark = pytest.mark.django_db

PLANTED = {
    5: {"วันที่จัด": "31/2/2557"},
    9: {"จำนวนเงิน (บาท)": "สองหมื่น"},
    14: {"ภาคี": "อบต.ไม่มีจริง"},
    20: {"ปีงบประมาณ": 2577},
    26: {"ชื่อโครงการ": None},
    33: {"ผู้ให้": None},
}
TWICE = 40
TOLD = [
    ("5", "วันที่จัด", "31/2/2557", "พิมพ์วันที่ 1 ถึง 28"),
    ("9", "จำนวนเงิน (บาท)", "สองหมื่น", "พิมพ์เป็นตัวเลข เช่น 45,500"),
    ("14", "ภาคี", "อบต.ไม่มีจริง", "ไม่พบหน่วยงาน “อบต.ไม่มีจริง” ให้ตรวจตัวสะกด"),
    ("20", "วันที่จัด", "22/8/2557", "ไม่อยู่ในปีงบประมาณ 2577"),
    ("26", "ชื่อโครงการ", "", "ต้องกรอก “ชื่อโครงการ”"),
    ("33", "ผู้ให้", "", "ต้องกรอกผู้ให้"),
    ("40", "", "", "ซ้ำกับแถว 39 ทุกช่อง ให้ลบแถวใดแถวหนึ่ง"),
]


def file_with_mistakes():
    """The row of number n is of project n; row 40 says again what row 39 says."""
    rows = []
    for number in range(2, 51):
        row = {
            "ปีงบประมาณ": 2557,
            "ชื่อโครงการ": f"ค่ายวิชาการ รุ่น {number}",
            "ภาคี": "อบต.ควนขนุน",
            "วันที่จัด": "22/8/2557",
            "ผู้ให้": "อบต.ควนขนุน",
            "จำนวนเงิน (บาท)": "45,500 บาท",
        }
        rows.append(dict(rows[-1]) if number == TWICE else row | PLANTED.get(number, {}))
    return xlsx(*rows)


def test_seven_planted_mistakes_are_told_and_no_other(staff):
    """Row, column, what the file says and how to mend it, in the order of the rows."""
    make_organization(name="ควนขนุน")
    plan = checked(ProjectImport, file_with_mistakes(), user=staff)
    told = plan.mistakes
    assert [mistake[:3] for mistake in told] == [mistake[:3] for mistake in TOLD]
    for (*_, sentence), (*_, advice) in zip(told, TOLD, strict=True):
        assert advice in sentence
    assert not plan.is_ready


def test_one_mistake_in_many_rows_is_told_once(staff):
    """With all its rows, those that follow one another as a span."""
    make_organization(name="ควนขนุน")
    row = {"ปีงบประมาณ": 2557, "ชื่อโครงการ": "ค่าย", "ภาคี": "อบต.ควนขนุน", "สถานะ": "เสร็จ"}
    rows = [row | {"ชื่อโครงการ": f"ค่าย {n}", "สถานะ": "ร่าง" if n == 4 else "เสร็จ"} for n in range(2, 8)]
    [(where, column, *_)] = checked(ProjectImport, xlsx(*rows), user=staff).mistakes
    assert (where, column) == ("2–3, 5–7", "สถานะ")
