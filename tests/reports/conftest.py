"""What tests of the report may ask for: the forms of 2557, made once, and reports on their way to an edition."""

import pytest

from reports.outputs.book import report_body, report_html
from reports.outputs.word.document import word_file
from reports.outputs.workbook.workbook import workbook
from reports.report import report_of
from tests.conftest import TODAY
from tests.reports.desk.bare_year import make_bare_year
from tests.reports.desk.writing import make_draft
from tests.signing import make_report, sign


@pytest.fixture(scope="session")
def html_2557(from_2557):
    """The HTML that the printed report of 2557 is made of."""
    return from_2557(lambda: report_html(report_of(2557, today=TODAY)))


@pytest.fixture(scope="session")
def body_2557(from_2557):
    """The body of the page of 2557, of which the Word file is made too."""
    return from_2557(lambda: report_body(report_of(2557, today=TODAY)))


@pytest.fixture(scope="session")
def word_2557(from_2557):
    """The bytes of the Word file of 2557."""
    return from_2557(lambda: word_file(report_of(2557, today=TODAY)))


@pytest.fixture(scope="session")
def workbook_2557(from_2557):
    """The bytes of the workbook of 2557."""
    return from_2557(lambda: workbook(report_of(2557, today=TODAY)))


@pytest.fixture
def draft(db):
    """A draft of 2557 with two points of a standard, in which nothing is written."""
    return make_draft()


@pytest.fixture
def bare_report(db):
    """The report of a year of which so little is known that its checks have much to say."""
    return make_bare_year()


@pytest.fixture
def report_to_sign(db):
    """A report of one paragraph about one project with its gift of 30,000 baht."""
    return make_report()


@pytest.fixture
def edition(report_to_sign, editor, approver):
    """That report as it was signed."""
    return sign(report_to_sign, editor, approver)
