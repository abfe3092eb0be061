"""Prose as it is read: bold, live figures, and nothing else."""

import pytest

from reports.text.markup import marked_html, other_years, plain_text, prose_html

FIGURES = {"จำนวนชมรม": "8", "ปีงบประมาณ": "2557"}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("มี {จำนวนชมรม} ชมรม", "มี 8 ชมรม"),
        ("มี { จำนวนชมรม } ชมรม", "มี 8 ชมรม"),
        ("มี **สำคัญ** มาก", "มี <strong>สำคัญ</strong> มาก"),
        ("หนึ่ง\nสอง", "หนึ่ง<br>สอง"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("**ไม่ปิด", "**ไม่ปิด"),
        ("{ไม่มี} {", "{ไม่มี} {"),
    ],
)
def test_marks_are_read_and_everything_else_stays_as_typed(text, html):
    """Closed stars make bold, known names give values; what is no mark is text."""
    assert prose_html(text, FIGURES) == html


def test_a_figure_may_stand_in_bold():
    """The value of a figure in bold words is bold too."""
    assert plain_text("**{จำนวนชมรม} ชมรม**", FIGURES) == "8 ชมรม"
    assert "<strong>8</strong>" in prose_html("**{จำนวนชมรม} ชมรม**", FIGURES)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "<b onclick='x'>ก</b>", "{<img src=x>}"])
def test_html_prints_as_typed(typed):
    """A tag in prose is text on paper and page, never a tag."""
    html = prose_html(typed, FIGURES)
    assert "<" not in html
    assert "&lt;" in html


def test_a_value_is_no_html_either():
    """What a record calls itself is escaped as all else."""
    assert prose_html("{จำนวนชมรม}", {"จำนวนชมรม": "<b>"}) == "&lt;b&gt;"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ปี 2556 และ ๒๕๕๘ กับ 2557 ๒๕๕๗", ["2556", "๒๕๕๘"]),
        ("เงิน 2,556 บาท รหัส 12556 และ 25561", []),
        ("ปีงบประมาณ 2556, 2556", ["2556"]),
    ],
)
def test_years_of_other_reports_are_told(text, years):
    """In either digits, each once; this year and longer numbers are none."""
    assert other_years(text, 2557) == years


def test_other_years_and_live_figures_are_marked_for_the_writer():
    """A year of another report is marked; the same year said by a figure is not."""
    html = marked_html("ปี 2556 ๒๕๕๗ {ปีงบประมาณ} {ผิด}", FIGURES, 2558)
    assert "<mark>2556</mark>" in html
    assert "<mark>๒๕๕๗</mark>" in html
    assert '<span class="live">2557</span>' in html
    assert '<span class="unknown">{ผิด}</span>' in html
