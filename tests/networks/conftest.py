"""What the tests of networks and schools may ask for."""

import pytest

from portal.models import District, Province, Subdistrict
from tests.factories import make_group, make_kind


@pytest.fixture
def network(db):
    return make_group(name="เครือข่ายบางแก้ว", kind=make_kind(name="ศูนย์เครือข่าย", schools_belong=True))


@pytest.fixture
def place(db):
    """ตำบลกงหรา, with its district and province."""
    province, _ = Province.objects.get_or_create(code="93", defaults={"name": "พัทลุง"})
    district, _ = District.objects.get_or_create(
        code="9302", defaults={"name": "กงหรา", "province": province}
    )
    return Subdistrict.objects.get_or_create(code="930201", defaults={"name": "กงหรา", "district": district})[
        0
    ]
