"""A report to write in tests, and what the writing screen sends of it."""

from django.urls import reverse

from reports.desk.writing_screen import newest_entries
from reports.models import AnnualReport, Section, Standard
from reports.text.narrative import narrate

HTMX = {"headers": {"hx-request": "true"}}  # answered with a fragment


def make_draft(**fields):
    """A draft of 2557 with two points of a standard."""
    standard = fields.pop("standard", None) or Standard.objects.create(name="มาตรฐานทดสอบ", version="ทดสอบ")
    for number in ("3", "4"):
        standard.items.get_or_create(number=number, defaults={"title": f"ประเด็น {number}"})
    report = AnnualReport.objects.create(
        **{"fiscal_year": 2557, "standard": standard, "title": "รายงาน"} | fields
    )
    for point in standard.items.all():
        report.items.create(standard_item=point)
    return report


def write(report, *texts, section=Section.METHODS, **fields):
    """Paragraphs of the report's first item, in their order."""
    item = fields.pop("item", report.items.first())
    return [
        report.paragraphs.create(item=item, section=section, text=text, order=order, **fields)
        for order, text in enumerate(texts, start=1)
    ]


def write_url(report):
    return reverse("admin:reports_annualreport_write", args=[report.pk])


def paragraph_url(paragraph):
    return f"{write_url(paragraph.report)}{paragraph.pk}/"


def shown(paragraph, **typed):
    """What is sent of the form of a paragraph as it was shown, but for what was typed."""
    ticks = {name: "on" for name in ("is_lead", "is_waiting") if getattr(paragraph, name)}
    seen = newest_entries(type(paragraph), pk=paragraph.pk)[paragraph.pk]
    return {"text": paragraph.text, "_seen": seen, "do": "save"} | ticks | typed


def do(client, paragraph, what, **typed):
    """One of the buttons of a paragraph is pressed."""
    return client.post(paragraph_url(paragraph), shown(paragraph, do=what, **typed))


def outline_of(report):
    """Number and text of each paragraph of the report's first item, in the order of reading."""
    sections = narrate(report.fiscal_year, waiting=True).items[0].sections
    return [(row.number, row.paragraph.text) for section in sections.values() for row in section]
