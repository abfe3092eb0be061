"""The screen of contributions."""

from django.contrib import admin
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.html import format_html

from partners.admin.organizations import KindFilter
from partners.models import Organization
from portal.admin.base import PortalAdmin
from portal.admin.filters import DistrictListFilter, FiscalYearFilter
from portal.admin.lists import PortalList, choice_display, in_order, status_words
from portal.records import Publication
from portal.templatetags.thai import UNKNOWN, baht
from projects.columns import CONTRIBUTIONS
from projects.models import Contribution, GiftForm, Project, Receipt
from projects.totals import Totals

GiverDistrictFilter = DistrictListFilter.at("giver__subdistrict__district", "อำเภอของผู้ให้")


class ContributionList(PortalList):
    """A list that sums up the contributions of all its pages, by the status of their project."""

    def get_results(self, request):
        super().get_results(request)
        totals = self.contributions().totals_by("project__status")
        self.totals = Totals.of(totals.values())
        self.totals_by_status = [
            (status.label, totals[(status.value,)])
            for status in [Publication.CONFIRMED, Publication.DRAFT, Publication.CANCELLED]
            if (status.value,) in totals
        ]

    def contributions(self):
        return Contribution.objects.filter(pk__in=self.queryset.order_by().values("pk"))


@admin.register(Contribution)
class ContributionAdmin(PortalAdmin):
    """Contributions, to find and add up; the screen of the project edits them."""

    list_display = [
        "giver_name",
        "project_link",
        "gift",
        "amount_words",
        "receipt_words",
        "fiscal_year",
        "status_words",
    ]
    receipt_words = choice_display("receipt", "การได้รับ", Receipt)
    list_display_links = None
    list_filter = [
        FiscalYearFilter.at("project__fiscal_year"),
        "project__status",
        "form",
        "receipt",
        KindFilter.at("giver__kind", "ประเภทผู้ให้"),
        GiverDistrictFilter,
    ]
    list_select_related = ["giver", "project"]
    ordering = ["-project__fiscal_year", "giver__sort_key", "project__position", "order", "pk"]
    search_fields = ["giver__search_key"]
    search_help_text = "ชื่อผู้ให้ ชื่อโครงการ หรือรหัสโครงการ"
    actions = None
    sheet = CONTRIBUTIONS

    def has_change_permission(self, request, obj=None):
        return False

    has_add_permission = has_change_permission

    def get_changelist(self, request, **kwargs):
        return ContributionList

    def get_search_results(self, request, queryset, search_term):
        found = self.search_related(request, queryset, search_term, giver=Organization, project=Project)
        return found, False

    def read_page(self, request, records):
        """Read the givers' names of the year that the user may read."""
        prefetch_related_objects(records, "giver__former_names")
        for gift in records:
            gift.giver_name = gift.project.in_its_year(gift.giver).display_name(request.user, short=True)

    @admin.display(description="ผู้ให้", ordering="giver__sort_key")
    def giver_name(self, gift):
        return gift.giver_name

    @admin.display(description="โครงการ", ordering="project__sort_key")
    def project_link(self, gift):
        link = reverse("admin:projects_project_change", args=[gift.project_id])
        return format_html('<a href="{}">{}</a>', link, gift.project)

    @admin.display(description="สิ่งที่ให้", ordering=in_order("form", GiftForm))
    def gift(self, gift):
        return gift.what or gift.get_form_display()

    @admin.display(description="จำนวน", ordering="amount")
    def amount_words(self, gift):
        number, unit = (gift.amount, "บาท") if gift.form == GiftForm.CASH else (gift.quantity, gift.unit)
        return UNKNOWN if number is None else f"{baht(number)} {unit}"

    @admin.display(description="ปีงบประมาณ", ordering="project__fiscal_year")
    def fiscal_year(self, gift):
        return gift.project.fiscal_year

    @admin.display(description="สถานะโครงการ", ordering=in_order("project__status", Publication))
    def status_words(self, gift):
        return status_words(gift.project)
