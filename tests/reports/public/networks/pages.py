"""The page of a group or of a school, and the projects on it."""

from projects.models import Participation
from tests.factories import make_project
from tests.reading import page_at


def context_of(client, record, **query):
    response = client.get(record.get_absolute_url(), query)
    assert response.status_code == 200
    return response.context


def read(client, record, **query):
    return page_at(client, record.get_absolute_url(), **query)


def titles_of_year(client, record, **query):
    """Of the projects of the year that is shown."""
    return [row.project.title for row in context_of(client, record, **query)["of_year"].projects]


def took_part(project=None, **who):
    project = project or make_project()
    audience = who.pop("audience", next(iter(who)))
    return Participation.objects.create(project=project, audience=audience, **who)
