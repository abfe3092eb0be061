"""What the tests of networks and schools may ask for."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from networks.models import SchoolAccount
from portal.accounts.sign_in import AccountBackend
from tests.factories import make_group, make_kind, make_member, make_school


@pytest.fixture
def network(db):
    """A network of schools, without members."""
    return make_group(name="เครือข่ายบางแก้ว", kind=make_kind(name="ศูนย์เครือข่าย", schools_belong=True))


@pytest.fixture
def school(db):
    return make_school(name="วัดเขา", affiliation="obec", smis_code="93020001", moe_code="1093020001")


@pytest.fixture
def own_network(network, school):
    """The network that the school belongs to."""
    make_member(group=network, organization=school)
    return network


@pytest.fixture
def own_director(school):
    """The director of the school, as the portal reads whoever asks."""
    user = User.objects.create_user("93020001")
    today = timezone.localdate()
    SchoolAccount.objects.create(user=user, school=school, since=today, slip_made_at=timezone.now())
    return AccountBackend().get_user(user.pk)
