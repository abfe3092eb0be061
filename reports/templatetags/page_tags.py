"""Template tags of public pages: differences from a signed year, the print form, a director's own school."""

from django import template

from projects.totals import Totals
from reports.editions.changes_on_pages import figures_since, project_since, projects_since
from reports.editions.snapshot import project_data, totals_data
from reports.outputs.access import reads_internal
from reports.public.networks.my_school import my_school_of
from reports.public.years.print_form import PrintForm

register = template.Library()


@register.simple_tag
def projects_since_edition(year):
    """Return which projects of a signed year differ from its newest edition, or None for an unsigned year."""
    return projects_since(year) if year else None


@register.inclusion_tag("reports/public/_project_since.html", takes_context=True)
def project_since_edition(context):
    """Show the differences of the project of this page from the edition, using the rows in the context."""
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
def contributions_since_editions(organization, years):
    """Return the years in which the contributions of an organization differ from the edition."""
    now = {row["year"]: totals_data(row["totals"] or Totals()) for row in years}
    return figures_since(now, "partners", organization.code)


@register.inclusion_tag("reports/public/years/_print_form.html", takes_context=True)
def print_form(context, year):
    """Show the form that requests a printed report."""
    return {"form": PrintForm(year, inside=reads_internal(context["user"])), "year": year}


@register.inclusion_tag("reports/public/networks/_my_school.html", takes_context=True)
def my_school(context):
    """Show a director the school that they lead."""
    return {"mine": my_school_of(context["user"])}
