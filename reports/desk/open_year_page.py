"""The admin's page on which a year is opened: its report, and what of the year before recurs."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.fields import CountFormField
from portal.query_params import choose_year
from portal.thai.dates import fiscal_year
from reports.desk.open_year import last_report, open_year, recurring_projects, recurring_rows
from reports.figures.available_years import report_years
from reports.models import AnnualReport, Standard

TITLE = "รายงานผลการส่งเสริมการมีส่วนร่วมในการจัดการศึกษา"
RIGHTS = ("reports.add_annualreport", "reports.add_paragraph")


class YearForm(forms.Form):
    year = CountFormField(
        label="ปีงบประมาณ",
        min_value=2500,
        max_value=2699,
        error_messages={
            "required": "พิมพ์ปีงบประมาณ เช่น 2558",
            "min_value": "ปีงบประมาณเป็น พ.ศ. 2500–2699 เช่น 2558",
            "max_value": "ปีงบประมาณเป็น พ.ศ. 2500–2699 เช่น 2558",
        },
    )


class ProjectChoices(forms.ModelMultipleChoiceField):
    def label_from_instance(self, project):
        return f"{project} · {project.partner.public_short_name}"


class OpeningForm(forms.ModelForm):
    """The new report, and the choice of what is carried over into its year."""

    with_prose = forms.BooleanField(label="ยกข้อความของรายงานก่อนมาเป็นร่าง", required=False)

    class Meta:
        model = AnnualReport
        fields = ["standard", "title"]

    def __init__(self, *args, year, **kwargs):
        super().__init__(*args, instance=AnnualReport(fiscal_year=year), **kwargs)
        self.old = last_report(year)
        projects, self.already = recurring_projects(year)
        kinds, groups = recurring_rows(year)
        ticks = {"widget": forms.CheckboxSelectMultiple, "required": False}
        self.fields["projects"] = ProjectChoices(projects, label="โครงการของปีก่อนที่จัดอีก", **ticks)
        self.fields["kinds"] = forms.ModelMultipleChoiceField(kinds, label="ประเภทเครือข่าย", **ticks)
        self.fields["groups"] = forms.ModelMultipleChoiceField(groups, label="เครือข่าย ชมรม และคณะ", **ticks)
        if not self.old:
            del self.fields["with_prose"]
        self.initial |= {
            "standard": Standard.objects.first(),
            "title": self.old.title if self.old else TITLE,
            "with_prose": True,
            "kinds": kinds,
            "groups": groups,
        }

    def open_year(self) -> str:
        """Open the year and return a message of what was carried over; raise ValidationError if it cannot be."""
        chosen = {name: list(self.cleaned_data[name]) for name in ("projects", "kinds", "groups")}
        with_prose = self.cleaned_data.get("with_prose", False)
        left_behind = open_year(self.instance, with_prose=with_prose, **chosen)
        yearly_rows = len(chosen["kinds"]) + len(chosen["groups"])
        parts = [f"เปิดรายงานปีงบประมาณ {self.instance.fiscal_year} แล้ว"]
        if chosen["projects"]:
            parts.append(f"ยกโครงการมาเป็นร่าง {len(chosen['projects'])} โครงการ")
        if yearly_rows:
            parts.append(f"เตรียมข้อมูลรายปีของเครือข่าย {yearly_rows} รายการ")
        if paragraphs := self.instance.paragraphs.count():
            parts.append(f"ยกข้อความมา {paragraphs} ย่อหน้า ซึ่งต้องอ่านทวนและยืนยันทีละย่อหน้า")
        if left_behind:
            parts.append(f"มี {left_behind} ย่อหน้าที่ไม่ได้ยกมา เพราะมาตรฐานใหม่ไม่มีประเด็นนั้น")
        return " · ".join(parts)


def open_year_page(screen, request):
    """Open the requested year, else offer the year after the newest; link to the report of a year already open."""
    if not request.user.has_perms(RIGHTS):
        raise PermissionDenied
    newest = next(iter(report_years()), None)
    next_year = newest + 1 if newest else fiscal_year(timezone.localdate())
    year_form = YearForm(request.POST or (request.GET if "year" in request.GET else {"year": next_year}))
    year = year_form.cleaned_data["year"] if year_form.is_valid() else None
    open_report = AnnualReport.objects.filter(fiscal_year=year).first() if year else None
    form = None
    if year and not open_report:
        form = OpeningForm(request.POST if request.method == "POST" else None, year=year)
        if form.is_valid():
            try:
                message = form.open_year()
            except ValidationError as error:
                form.add_error(None, error)
            else:
                choose_year(request, year)
                messages.success(request, message)
                return redirect("admin:reports_annualreport_write", form.instance.pk)
    context = screen.admin_site.each_context(request) | {
        "title": "เปิดรายงานปี",
        "opts": screen.opts,
        "year_form": year_form,
        "year": year,
        "open_report": open_report,
        "form": form,
    }
    status = 200 if year and not (form and form.errors) else 400
    return render(request, "reports/desk/open_year.html", context, status=status)
