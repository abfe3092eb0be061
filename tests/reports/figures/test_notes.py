"""Figures of the report open what they count, and their notes say how."""

import lxml.html
import pytest

from reports.figures.metrics import METRICS
from reports.outputs.book import report_body, report_html
from reports.report import report_of
from tests.conftest import TODAY
from tests.factories import YEAR, make_contribution

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def parsed_2557(body_2557):
    """The body of the report of 2557, to be looked into."""
    return lxml.html.fromstring(body_2557)


def test_every_list_that_a_figure_opens_has_its_total(client, year_2557, parsed_2557):
    """Each address in the report of 2557 answers, and the figure stands on the page that it opens."""
    opened = {(link.get("href"), link.text_content()) for link in parsed_2557.find_class("opens")}
    assert len(opened) > 30
    for address, words in opened:
        answer = client.get(address)
        assert answer.status_code == 200
        if words[0].isdigit():
            assert words in answer.content.decode(), address


def test_every_mark_leads_to_its_note_and_back(parsed_2557):
    """Each number above the line names a note, and each note the first figure that bears it."""
    places = {element.get("id") for element in parsed_2557.iter() if element.get("id")}
    links = [link.get("href")[1:] for link in parsed_2557.xpath("//sup/a | //*[@class='how-counted']//a")]
    assert len(links) > 30
    assert set(links) <= places


def test_the_notes_are_the_words_of_the_one_place(parsed_2557):
    """No note says anything that is not in the list of how figures are counted."""
    told = {
        note.text_content().strip().split(maxsplit=1)[1]
        for note in parsed_2557.xpath("//*[@class='how-counted']/p")
    }
    assert told
    assert told <= {metric.definition for metric in METRICS.values()}


def test_a_print_leads_to_no_page_of_the_portal():
    """In print a figure has its note only, for paper opens nothing."""
    make_contribution()
    report = report_of(YEAR, today=TODAY)
    assert 'href="/' in report_body(report)
    printed = report_html(report)
    assert 'href="/' not in printed
    assert 'href="#how-summary-1"' in printed
