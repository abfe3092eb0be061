"""The quarter of the fiscal year in which a project took place."""

from django.db.models import Case, F, IntegerChoices, IntegerField, When
from django.db.models.functions import ExtractQuarter, ExtractYear


class Quarter(IntegerChoices):
    """The four quarters, and the cases of no single quarter."""

    FIRST = 1, "ไตรมาส 1 (ต.ค.–ธ.ค.)"
    SECOND = 2, "ไตรมาส 2 (ม.ค.–มี.ค.)"
    THIRD = 3, "ไตรมาส 3 (เม.ย.–มิ.ย.)"
    FOURTH = 4, "ไตรมาส 4 (ก.ค.–ก.ย.)"
    SEVERAL = 5, "หลายไตรมาส หรือทราบเพียงปี"
    UNDATED = 6, "ไม่ระบุวันที่"


def quarter_of(project=""):
    """Return an expression for the quarter of all days of a project; `project` is a path to it, ending in `__`."""
    first, last = f"{project}starts_on", f"{project}ends_on"
    within = {f"{first}__year": ExtractYear(last), f"{first}__quarter": ExtractQuarter(last)}
    return Case(
        When(**{f"{first}__isnull": True}, then=Quarter.UNDATED.value),
        When(**within, then=F(f"{first}__quarter") % 4 + 1),
        default=Quarter.SEVERAL.value,
        output_field=IntegerField(),
    )
