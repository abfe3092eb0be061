"""The year as a workbook: real numbers, sums that carry their values, nothing that computes by itself."""

import datetime
from io import BytesIO

import openpyxl
import pytest

from reports.outputs.workbook.workbook import lines_of, workbook
from reports.report import report_of
from tests.factories import YEAR, make_contribution, make_person, make_project, make_things

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2014, 9, 30)


def workbook_of(content, *, values=True):
    """The workbook, with the values that its formulas carry or with the formulas."""
    return openpyxl.load_workbook(BytesIO(content), data_only=values)


def made_now(*, values=True):
    """The workbook of the records as they are."""
    return workbook_of(workbook(report_of(YEAR, today=TODAY)), values=values)


def cells_of(sheet):
    """The rows of a sheet, heads first."""
    return list(sheet.iter_rows(values_only=True))


def test_every_table_of_2557_has_its_sheet(workbook_2557):
    """Partners, projects, gifts, agreements, groups, evidence and control totals, with all rows of the year."""
    book = workbook_of(workbook_2557)
    lengths = {
        sheet.title: sum(1 for row in cells_of(sheet)[1:] if row[0] not in (None, "รวม")) for sheet in book
    }
    assert lengths == {
        "สรุปตามหน่วยงาน": 2,
        "สรุปตามประเภทโครงการ": 7,
        "ภาคี": 12,
        "โครงการ": 13,
        "เงินสนับสนุน": 11,
        "สิ่งของและบุคลากร": 5,
        "ข้อตกลง": 3,
        "เครือข่าย": 39,
        "หลักฐาน": 11,
        "ยอดควบคุม": 9,
    }


def test_sums_are_formulas_that_carry_their_values(workbook_2557):
    """1,189,260 baht stands below the gifts of 2557 as a sum over their cells."""
    shown, written = workbook_of(workbook_2557), workbook_of(workbook_2557, values=False)
    assert cells_of(shown["เงินสนับสนุน"])[-1][5] == 1_189_260
    assert cells_of(written["เงินสนับสนุน"])[-1][5] == "=SUM($F$2:$F$12)"
    assert written["เงินสนับสนุน"]["F2"].value == 45_500
    assert written["เงินสนับสนุน"]["F2"].number_format == "#,##0.00"


def test_each_sum_is_that_of_the_cells_above_it(workbook_2557):
    """Wherever a formula adds up a column, the value it carries is the sum of that column."""
    shown, written = workbook_of(workbook_2557), workbook_of(workbook_2557, values=False)
    checked = 0
    for sheet in written:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if str(cell.value).startswith("=SUM("):
                above = [shown[sheet.title].cell(line, cell.column).value for line in range(2, cell.row)]
                assert shown[sheet.title][cell.coordinate].value == sum(value or 0 for value in above)
                checked += 1
    assert checked == 10


def test_the_same_year_gives_the_same_bytes():
    """Nothing in it tells when it was made."""
    make_contribution()
    make_things()
    report = report_of(YEAR, today=TODAY)
    assert workbook(report) == workbook(report)


def test_an_unknown_amount_is_an_empty_cell_and_not_zero():
    """What nobody knows is empty in the table and ไม่ระบุ in the control totals."""
    make_contribution(amount=None)
    book = made_now()
    assert cells_of(book["เงินสนับสนุน"])[1][5] is None
    assert ("เงินสนับสนุนที่ระบุจำนวน", "ไม่ระบุ") in [row[1:3] for row in cells_of(book["ยอดควบคุม"])]


def test_nothing_that_was_typed_is_computed():
    """A title that looks like a formula stays words."""
    make_project(title='=HYPERLINK("http://example.org")')
    cell = made_now(values=False)["โครงการ"]["C2"]
    assert cell.data_type == "s"
    assert cell.value == '=HYPERLINK("http://example.org")'


def test_a_private_person_is_named_by_the_role():
    """The name of a person is in no cell."""
    make_contribution(giver=make_person("นายสมชาย ใจดี", "ผู้ปกครอง"))
    text = str([cells_of(sheet) for sheet in made_now()])
    assert "ผู้ปกครอง" in text
    assert "สมชาย" not in text


def test_heads_stay_in_sight_and_on_every_page():
    """The first row is frozen and repeated in print, on A4."""
    make_contribution()
    for sheet in made_now():
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert int(sheet.page_setup.paperSize) == 9


def test_an_empty_year_is_a_workbook_too():
    """A year of drafts has its headings and no sums."""
    make_project(status="draft")
    assert len(cells_of(made_now()["โครงการ"])) == 1


@pytest.mark.parametrize(("text", "lines"), [("", 1), ("ก" * 10, 1), ("ก" * 11, 2), ("กิ่" * 10, 1), (None, 1)])
def test_a_row_is_as_high_as_its_longest_text(text, lines):
    """Marks above and below letters take no room."""
    assert lines_of(text, 10) == lines


def test_names_typed_into_texts_are_hidden_too():
    """A person who is known to the portal is not named by a recipient's words or a title."""
    make_person("นายสมชาย ใจดี", "ผู้ปกครอง")
    make_contribution(project=make_project(title="ค่ายของนายสมชาย ใจดี"), recipient_words="นายสมชาย ใจดี")
    assert "สมชาย" not in str([cells_of(sheet) for sheet in made_now()])
