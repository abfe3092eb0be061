"""The lists of projects and of what was given, asked by who may read all and by who may not."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests.projects.admin.lists import PROJECTS
from tests.spreadsheets import rows_of


@pytest.fixture
def listed(staff_client):
    """The list of projects, or of gifts, for what it is asked."""

    def ask(address=PROJECTS, **query):
        response = staff_client.get(address, query)
        assert response.status_code == 200
        return response.context["cl"]

    return ask


@pytest.fixture
def exported(staff_client):
    """The rows of an export as dictionaries."""

    def ask(address=PROJECTS, client=staff_client, **query):
        return rows_of(client, f"{address}export/xlsx/", **query)

    return ask


@pytest.fixture
def clerk(django_user_model):
    """A user who sees projects and contributions, but not the names of people."""
    user = django_user_model.objects.create_user("เสมียน", is_staff=True)
    codenames = ["view_project", "view_contribution"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(user)
    return client
