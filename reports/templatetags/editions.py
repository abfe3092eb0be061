"""What live pages say of a signed year: where the records of today differ from its newest edition."""

from django import template

from projects.totals import Totals
from reports.editions.changes_on_pages import figures_since, project_since, projects_since
from reports.editions.snapshot import project_data
from reports.editions.snapshot_figures import given

register = template.Library()


@register.simple_tag
def projects_since_edition(year):
    """Which projects of the year differ; nothing of a year that is not signed."""
    return projects_since(year) if year else None


@register.inclusion_tag("reports/public/_project_since.html", takes_context=True)
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
