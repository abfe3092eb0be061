"""The form with the choices for printing a report."""

from django import forms

from networks.models import Group, School
from partners.models import Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Project

ALL = ("", "ทั้งหมด")


class PrintForm(forms.Form):
    """Choices sent by GET; the fields are the query parameters of the report's files."""

    digits = forms.ChoiceField(label="ตัวเลข", choices=[("thai", "เลขไทย"), ("arabic", "เลขอารบิก")])
    layout = forms.ChoiceField(
        label="การจัดหน้า (PDF)", choices=[("book", "แบบเล่ม"), ("form", "แบบตาราง เอกสารหลักฐานอยู่ข้างเนื้อหา")]
    )
    internal = forms.ChoiceField(
        label="ชื่อบุคคล", choices=[("", "ฉบับเปิดเผย ไม่ออกชื่อบุคคล"), ("yes", "ฉบับภายใน ออกชื่อบุคคล")]
    )
    annexes = forms.ChoiceField(label="ภาคผนวก", choices=[("", "มีภาคผนวก"), ("no", "ไม่มีภาคผนวก")])
    partner = forms.ChoiceField(label="เฉพาะภาคี")
    school = forms.ChoiceField(label="เฉพาะโรงเรียน")
    network = forms.ChoiceField(label="เฉพาะเครือข่าย")

    def __init__(self, year, *, inside):
        super().__init__(auto_id="print_%s", use_required_attribute=False)
        if not inside:
            del self.fields["internal"]
        for field in self.fields.values():
            field.required = False
        first_day, last_day = fiscal_year_bounds(year)
        projects = Project.objects.confirmed().in_year(year).order_by()
        schools = School.objects.exclude(active_to__lt=first_day).exclude(active_from__gt=last_day)
        partners = Organization.objects.filter(pk__in=projects.values("partner"))
        networks = Group.objects.existing_between(first_day, last_day).values_list("code", "name")
        choices = {
            "partner": ((partner.code, partner.public_name) for partner in partners),
            "school": ((school.code, school.public_name) for school in schools),
            "network": networks,
        }
        for name, rows in choices.items():
            self.fields[name].choices = [ALL, *rows]
