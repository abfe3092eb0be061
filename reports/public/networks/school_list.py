"""The schools of today: filtered, sorted, counted and downloaded."""

from django.db.models import Count, Sum
from django.shortcuts import render
from django.utils import timezone

from networks.columns import SCHOOLS
from networks.filters import SchoolFilters
from networks.models import School
from networks.models.schools import SIZES_EXPLAINED, prefetch_networks, size_of
from portal.query_params import requested_page
from portal.tables.export import requested_download
from portal.thai.dates import file_date


def school_list(request):
    """A page of the filtered schools, and the pupils and teachers of all of them."""
    today = timezone.localdate()
    standing = School.objects.exclude(active_to__lt=today).with_newest_numbers()
    filters = SchoolFilters(request.GET, standing, request=request)
    if file := requested_download(request, SCHOOLS, filters.qs, "โรงเรียน", file_date(today)):
        return file
    shown = filters.qs.select_related("subdistrict__district").prefetch_related(
        prefetch_networks(today, request.user)
    )
    page, note = requested_page(request, shown)
    context = {
        "page": page,
        "rows": [(school, size_of(school.pupils)) for school in page],
        "sums": filters.qs.order_by().aggregate(
            all_pupils=Sum("pupils"),
            all_teachers=Sum("teachers"),
            known=Count("pupils"),
            number=Count("pk"),
        ),
        "sizes": SIZES_EXPLAINED,
        "filters": filters,
        "notes": [filters.note, note],
    }
    return render(request, "reports/public/networks/school_list.html", context)
