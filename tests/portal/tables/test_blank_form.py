"""The form to fill in: its heads, choices and notes; its example is never a record."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from networks.columns import GROUPS
from networks.imports import MembershipImport, SchoolImport
from partners.imports import AgreementImport, ContactImport, OrganizationImport
from portal.tables.blank_form import blank_form
from portal.tables.columns import SHOWN_ONLY
from projects.columns import PROJECTS
from projects.imports import ProjectImport
from projects.models import Category
from tests.factories import make_kind
from tests.spreadsheets import checked, found_problems, xlsx

pytestmark = pytest.mark.django_db

every_kind = pytest.mark.parametrize(
    "kind",
    [OrganizationImport, SchoolImport, ContactImport, AgreementImport, MembershipImport, ProjectImport],
    ids=lambda kind: kind.name,
)


def example(kind):
    """The example of a form by its heads."""
    heads, values = list(load_workbook(BytesIO(blank_form(kind))).active.iter_rows(values_only=True))[:2]
    return {head: value for head, value in zip(heads, values, strict=True) if value is not None}


@every_kind
def test_the_example_is_never_imported(staff, kind):
    """Neither a form as it is, nor one of which columns were taken away."""
    whole = example(kind)
    fewer = dict(list(whole.items())[:-1])
    for cells in (whole, fewer):
        plan = checked(kind, xlsx(cells), user=staff)
        assert (dict(plan.counts), plan.problems) == ({"skipped": 1}, [])


@every_kind
def test_an_example_typed_over_in_part_is_refused(staff, kind):
    """What still stands of the example is named."""
    cells = example(kind)
    cells[list(cells)[-1]] = "อย่างอื่น"
    assert "ยังเป็นคำตัวอย่างของแบบ" in " ".join(
        sentence for *_, sentence in found_problems(checked(kind, xlsx(cells), user=staff))
    )


@every_kind
def test_every_column_is_explained(kind):
    """With its note, but for what needs none beside its choices; choices can be picked from a list."""
    book = load_workbook(BytesIO(blank_form(kind)))
    explained = {row[0]: row for row in book["คำอธิบาย"].iter_rows(values_only=True)}
    for column in kind.sheet.columns:
        assert explained[column.head][2] == column.note != ""
        assert (column.parse is None) == (column.note == SHOWN_ONLY)
    with_choices = [column for column in kind.sheet.columns if column.offered]
    assert len(book.active.data_validations.dataValidation) == len(with_choices)


def test_kinds_and_categories_of_the_office_are_offered():
    """Records that staff add to are chosen from a list too."""
    make_kind(name="ชมรมครู")
    Category.objects.create(name="วิชาการ")
    offered = {column.key: column.offered for column in (*GROUPS.columns, *PROJECTS.columns)}
    assert (offered["kind"], offered["category"]) == (("ชมรมครู",), ("วิชาการ",))
