"""What the report's chapters and the public pages ask for: notes, prose, names, evidence, editions, a director's school.

Names are given as the report's readers may read them: outside the office, of a private person the role.
"""

from django import template

from networks.my_school import my_school_of
from projects.totals import Totals
from reports.control import control_totals
from reports.counting import Notes
from reports.edition_data import project_data
from reports.edition_figures import given
from reports.live_figures import live_figures, values_of
from reports.print_form import PrintForm
from reports.prose import marked_html, prose_html
from reports.readers import reads_inside
from reports.since_edition import figures_since, project_since, projects_since

register = template.Library()


# Figures that open what they count, and the notes that say how they are counted.


@register.simple_tag
def notes_of(part, summary):
    return Notes(part, summary.fiscal_year)


@register.simple_tag
def opened(notes, key, words, **asked):
    return notes.opened(key, words, **asked)


@register.simple_tag
def mark(notes, key):
    return notes.marked(key)


@register.inclusion_tag("reports/_control.html")
def control_table(summary):
    """The table of control totals at the end of the report, and what stands under its figures."""
    year = summary.fiscal_year
    figures = [(figure, figure.counted.address(year)) for figure in control_totals(summary)]
    return {"figures": figures, "year": year}


# Paragraphs, names and evidence.


@register.simple_tag
def prose(paragraph, summary, notes):
    """The paragraph's words, with the live figures of the year summed up, each with its list and its note."""
    figures = live_figures(summary) if "{" in paragraph.text else {}

    def opened(name, words):
        figure = figures[name]
        if not figure.counted:
            return words
        return notes.opened(figure.counted, words, **figure.asked) + notes.marked(figure.counted)

    return prose_html(paragraph.text, {name: figure.value for name, figure in figures.items()}, opened)


@register.filter
def marked_prose(paragraph, summary):
    """The same for whoever writes it; in one that was copied the years of other reports are marked."""
    return marked_html(paragraph.text, values_of(summary), summary.fiscal_year)


@register.filter
def named(record, report):
    return record.public_name if report.public else record.full_name


@register.filter
def short_named(organization, report):
    return organization.public_short_name if report.public else organization.short_name


@register.filter
def evidence_number(narrative, document):
    """The document's number in its item's list, or nothing when no list has it."""
    return narrative.evidence_numbers.get(document.pk)


@register.filter
def kinds_cited(line, summary):
    """The year's kinds of group that a paragraph of results cites."""
    if line.paragraph.section != "results":
        return []
    cited = {kind.pk for kind in line.paragraph.group_kinds.all()}
    return [kind for kind in summary.kinds if kind.kind.pk in cited]


# Where the records of today differ from the newest edition of a signed year.


@register.simple_tag
def projects_since_edition(year):
    """Which projects of the year differ; nothing of a year that is not signed."""
    return projects_since(year) if year else None


@register.inclusion_tag("reports/_project_since.html", takes_context=True)
def project_since_edition(context):
    """What of the project of this page differs, of the rows that the page has read."""
    project = context["project"]
    now = project_data(
        project,
        public=False,
        activities=context["activities"],
        participations=context["parts"],
        results=context["results"],
        gifts=[gift for gift, _ in context["gifts"]],
        totals=context["totals"],
        evidence=[*context["photos"], *context["papers"]],
    )
    return {"project": project, "since": project_since(project, now)}


@register.simple_tag
def given_since_editions(organization, years):
    """What the organization is now said to have given otherwise, of each signed year of its page."""
    now = {told["year"]: given(told["totals"] or Totals()) for told in years}
    return figures_since(now, "partners", organization.code)


# Parts of pages.


@register.inclusion_tag("reports/_print_form.html", takes_context=True)
def print_form(context, year):
    """The form on the report's page that asks for a printing."""
    return {"form": PrintForm(year, inside=reads_inside(context["user"])), "year": year}


@register.inclusion_tag("reports/_my_school.html", takes_context=True)
def my_school(context):
    """What the home page shows a director of the own school."""
    return {"mine": my_school_of(context["user"])}
