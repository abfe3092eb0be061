"""Official places, which stand in every database of the tests."""

from portal.models import Subdistrict
from tests.factories import make_office


def own_subdistrict():
    """ต.ควนขนุน of อ.เขาชัยสน, now a district of the office."""
    place = Subdistrict.objects.select_related("district").get(code="930302")
    make_office().districts.add(place.district)
    return place
