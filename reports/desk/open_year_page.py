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
    """The fiscal year that is asked for."""

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
    """The new report, and ticks at what is carried into its year."""

    with_prose = forms.BooleanField(label="ยกข้อความของรายงานก่อนมาเป็นร่าง", required=False)

    class Meta:
        model = AnnualReport
        fields = ["standard", "title"]

    def __init__(self, *args, year, **kwargs):
        super().__init__(*args, instance=AnnualReport(fiscal_year=year), **kwargs)
        self.old = last_report(year)
        projects, self.carried = recurring_projects(year)
        kinds, groups = recurring_rows(year)
        ticks = {"widget": forms.CheckboxSelectMultiple, "required": False}
        open_projects = projects.exclude(pk__in=self.carried)
        self.fields["projects"] = ProjectChoices(open_projects, label="โครงการของปีก่อนที่จัดอีก", **ticks)
        self.fields["kinds"] = forms.ModelMultipleChoiceField(kinds, label="ประเภทเครือข่าย", **ticks)
        self.fields["groups"] = forms.ModelMultipleChoiceField(groups, label="เครือข่าย ชมรม และคณะ", **ticks)
        self.already = projects.filter(pk__in=self.carried)
        if not self.old:
            del self.fields["with_prose"]
        self.initial |= {
            "standard": Standard.objects.first(),
            "title": self.old.title if self.old else TITLE,
            "with_prose": True,
            "kinds": kinds,
            "groups": groups,
        }

    def ticked(self):
        """What was chosen, as `open_year` takes it."""
        chosen = {name: list(self.cleaned_data[name]) for name in ("projects", "kinds", "groups")}
        return chosen | {"with_prose": self.cleaned_data.get("with_prose", False)}


def open_year_page(screen, request):
    """The year after the newest unless another is asked for; one that is open already is shown the way to."""
    if not all(request.user.has_perm(right) for right in RIGHTS):
        raise PermissionDenied
    newest = next(iter(report_years()), None)
    opening = newest + 1 if newest else fiscal_year(timezone.localdate())
    asked = YearForm(request.POST or (request.GET if "year" in request.GET else {"year": opening}))
    year = asked.cleaned_data["year"] if asked.is_valid() else None
    standing = AnnualReport.objects.filter(fiscal_year=year).first() if year else None
    form = None
    if year and not standing:
        form = OpeningForm(request.POST if request.method == "POST" else None, year=year)
        if form.is_bound and form.is_valid() and (opened := _opened(form)):
            choose_year(request, year)
            messages.success(request, _said(opened))
            return redirect("admin:reports_annualreport_write", opened.report.pk)
    context = screen.admin_site.each_context(request) | {
        "title": "เปิดรายงานปี",
        "opts": screen.opts,
        "asked": asked,
        "year": year,
        "standing": standing,
        "form": form,
    }
    status = 200 if asked.is_valid() and not (form and form.errors) else 400
    return render(request, "reports/desk/open_year.html", context, status=status)


def _opened(form):
    try:
        return open_year(form.instance, **form.ticked())
    except ValidationError as error:
        form.add_error(None, error)
        return None


def _said(opened):
    words = [f"เปิดรายงานปีงบประมาณ {opened.report.fiscal_year} แล้ว"]
    if opened.projects:
        words.append(f"ยกโครงการมาเป็นร่าง {opened.projects} โครงการ")
    if opened.yearly:
        words.append(f"เตรียมข้อมูลรายปีของเครือข่าย {opened.yearly} รายการ")
    if opened.paragraphs:
        words.append(f"ยกข้อความมา {opened.paragraphs} ย่อหน้า ซึ่งต้องอ่านทวนและยืนยันทีละย่อหน้า")
    if opened.left:
        words.append(f"มี {opened.left} ย่อหน้าที่ไม่ได้ยกมา เพราะมาตรฐานใหม่ไม่มีประเด็นนั้น")
    return " · ".join(words)
