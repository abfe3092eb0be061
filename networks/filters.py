"""Filters of the lists of groups and schools."""

from django.db.models import F
from django.utils import timezone
from django_filters import ChoiceFilter, ModelChoiceFilter

from networks.models import Group, GroupKind, Membership
from networks.models.schools import PUPILS_BY_SIZE, SchoolSize
from partners.models import Affiliation
from portal.query_params import DistrictFilter, ListFilters, SortFilter

NO_NETWORK = "none"


class GroupFilters(ListFilters):
    kind = ModelChoiceFilter(label="ประเภท", queryset=GroupKind.objects.all(), empty_label="ทุกประเภท")


def networks_of_schools(request):
    """Return today's networks whose schools the user may see."""
    today = timezone.localdate()
    found = Group.objects.existing_between(today, today).of_schools().order_by("sort_key", "pk")
    return found if request.user.is_authenticated else found.filter(kind__members_hidden=False)


class SchoolFilters(ListFilters):
    district = DistrictFilter(field_name="subdistrict__district")
    affiliation = ChoiceFilter(label="สังกัด", choices=Affiliation.choices, empty_label="ทุกสังกัด")
    network = ModelChoiceFilter(
        label="เครือข่าย",
        queryset=networks_of_schools,
        to_field_name="code",
        method="filter_network",
        empty_label="ทุกเครือข่าย",
        null_label="ไม่อยู่ในเครือข่ายใด",
        null_value=NO_NETWORK,
    )
    size = ChoiceFilter(label="ขนาด", choices=SchoolSize.choices, method="filter_size", empty_label="ทุกขนาด")
    sort = SortFilter(
        "ชื่อ",
        most=("นักเรียนมากไปน้อย", F("pupils").desc(nulls_last=True), "sort_key", "pk"),
        least=("นักเรียนน้อยไปมาก", F("pupils").asc(nulls_last=True), "sort_key", "pk"),
    )

    def filter_network(self, queryset, name, network):
        seats = Membership.objects.in_networks(timezone.localdate()).visible_to(self.request.user)
        if network == NO_NETWORK:
            return queryset.exclude(pk__in=seats.values("organization"))
        return queryset.filter(pk__in=seats.filter(group=network).values("organization"))

    def filter_size(self, queryset, name, size):
        least, most = PUPILS_BY_SIZE[size]
        queryset = queryset.filter(pupils__gte=least)
        return queryset if most is None else queryset.filter(pupils__lte=most)
