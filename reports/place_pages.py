"""What happens in a district or a subdistrict."""

from django.shortcuts import get_object_or_404, render

from portal.models import District, Subdistrict


def district_page(request, code):
    district = get_object_or_404(District.objects.select_related("province"), code=code)
    return render(request, "reports/place_page.html", {"place": district})


def subdistrict_page(request, code):
    subdistrict = get_object_or_404(Subdistrict.objects.select_related("district__province"), code=code)
    return render(request, "reports/place_page.html", {"place": subdistrict})
