"""What the tests of projects may ask for."""

import pytest

from tests.factories import make_organization, make_project
from tests.projects.admin.lists import PROJECTS


@pytest.fixture
def partner(db):
    return make_organization(name="ควนขนุน")


@pytest.fixture
def project(partner):
    return make_project(title="ค่ายวิชาการ", partner=partner)


@pytest.fixture
def listed(staff_client):
    """The list of projects in the admin, or of gifts, for what it is asked."""

    def ask(address=PROJECTS, **query):
        response = staff_client.get(address, query)
        assert response.status_code == 200
        return response.context["cl"]

    return ask
