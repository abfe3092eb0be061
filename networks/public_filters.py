"""The filters above the public lists of groups and of schools."""

from django.db.models import F
from django.utils import timezone
from django_filters import ChoiceFilter, ModelChoiceFilter

from networks.models import Group, GroupKind, Membership, School
from networks.sizes import PUPILS, Size
from partners.models import Affiliation
from portal.models import District
from portal.public_filters import ListFilters

NO_NETWORK = "none"
SORTS = [("-pupils", "นักเรียนมากไปน้อย"), ("pupils", "นักเรียนน้อยไปมาก")]


class GroupFilters(ListFilters):
    kind = ModelChoiceFilter(label="ประเภท", queryset=GroupKind.objects.all(), empty_label="ทุกประเภท")

    class Meta:
        model = Group
        fields = []


def networks_of_schools(request):
    """The networks of today that a reader may ask for the schools of."""
    today = timezone.localdate()
    found = Group.objects.standing_in(today, today).of_schools().order_by("sort_key", "pk")
    return found if request.user.is_authenticated else found.filter(kind__members_hidden=False)


class SchoolFilters(ListFilters):
    district = ModelChoiceFilter(
        label="อำเภอ",
        field_name="subdistrict__district",
        queryset=District.objects.filter(offices__isnull=False).select_related("province"),
        empty_label="ทุกอำเภอ",
    )
    affiliation = ChoiceFilter(label="สังกัด", choices=Affiliation.choices, empty_label="ทุกสังกัด")
    network = ModelChoiceFilter(
        label="เครือข่าย",
        queryset=networks_of_schools,
        to_field_name="code",
        method="in_network",
        empty_label="ทุกเครือข่าย",
        null_label="ไม่อยู่ในเครือข่ายใด",
        null_value=NO_NETWORK,
    )
    size = ChoiceFilter(label="ขนาด", choices=Size.choices, method="of_size", empty_label="ทุกขนาด")
    sort = ChoiceFilter(label="เรียงตาม", choices=SORTS, method="sorted_by", empty_label="ชื่อ")

    class Meta:
        model = School
        fields = []

    def in_network(self, queryset, name, network):
        seats = Membership.objects.in_networks(timezone.localdate()).shown_to(self.request.user)
        if network == NO_NETWORK:
            return queryset.exclude(pk__in=seats.values("organization"))
        return queryset.filter(pk__in=seats.filter(group=network).values("organization"))

    def of_size(self, queryset, name, size):
        least, most = PUPILS[size]
        queryset = queryset.filter(pupils__gte=least)
        return queryset if most is None else queryset.filter(pupils__lte=most)

    def sorted_by(self, queryset, name, sort):
        """Those whose number is unknown come last either way."""
        pupils = F("pupils").desc(nulls_last=True) if sort == "-pupils" else F("pupils").asc(nulls_last=True)
        return queryset.order_by(pupils, "sort_key", "pk")
