"""The open data of each year: the page that describes it, and its files for machines."""

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from portal.downloads import attachment
from portal.query_params import requested_year
from portal.tables.csv_text import csv_text
from reports.figures.available_years import report_years
from reports.figures.summary import summarize
from reports.outputs.datasets import DATASETS, json_value
from reports.public.context_processors import office_and_update

LICENCE = {
    "name": "DGA-OGL",
    "title": "DGA Open Government License",
    "path": "https://data.go.th/pages/dga-open-government-license",
}
FORMS = {"csv": "text/csv", "json": "application/json"}


def open_data_page(request):
    """Show the files of the requested or newest year with their descriptions."""
    years = report_years()
    year, note = requested_year(request, years)
    context = {"years": years, "year": year, "notes": [note], "datasets": DATASETS}
    return render(request, "reports/public/open_data.html", context | {"licence": LICENCE})


def open_data_file(request, year, name, form):
    """Return one file of a year; its address never changes."""
    dataset = next((dataset for dataset in DATASETS if dataset.name == name), None)
    if dataset is None or form not in FORMS or year not in report_years():
        raise Http404("ไม่มีข้อมูลเปิดของปีหรือชื่อนี้")
    summary = summarize(year, today=timezone.localdate())
    if form == "json":
        return _json(dataset.json_rows(summary))
    cells = ([_csv_value(value) for value in row.values()] for row in dataset.table(summary))
    return attachment(csv_text([column.name for column in dataset.columns], cells), f"{name}-{year}.csv")


def data_package(request, year):
    """Return a Frictionless data package of a year with the fields that data.go.th requires."""
    if year not in report_years():
        raise Http404("ไม่มีข้อมูลเปิดของปีนี้")
    return _json(_package(request, year, *office_and_update()))


def _package(request, year, office, updated):
    owner = office.name if office else ""
    return {
        "name": f"education-partners-{year}",
        "title": f"การมีส่วนร่วมในการจัดการศึกษา ปีงบประมาณ {year} {owner}".strip(),
        "description": "โครงการ การสนับสนุน ภาคี โรงเรียน ข้อตกลง และเครือข่าย เฉพาะรายการที่ยืนยันแล้ว ไม่มีชื่อบุคคล "
        "วันเป็น ค.ศ. ตาม ISO 8601 ปีงบประมาณเป็น พ.ศ. ช่องว่างคือไม่ทราบ",
        "homepage": request.build_absolute_uri(reverse("open-data")),
        "licenses": [LICENCE],
        "contributors": [{"title": owner, "role": "publisher"}],
        "updated": updated,
        "keywords": ["การศึกษา", "การมีส่วนร่วม", "องค์กรปกครองส่วนท้องถิ่น", "โรงเรียน"],
        "data_type": "ข้อมูลระเบียน",
        "maintainer": owner,
        "maintainer_email": office.email if office else "",
        "objective": "เพื่อการให้บริการประชาชน",
        "update_frequency_unit": "ปี",
        "update_frequency_interval": 1,
        "geo_coverage": "อำเภอ",
        "data_source": owner,
        "data_format": ["CSV", "JSON"],
        "data_category": "ข้อมูลสาธารณะ",
        "license_id": LICENCE["title"],
        "resources": [_resource(request, year, dataset, form) for dataset in DATASETS for form in FORMS],
    }


def _resource(request, year, dataset, form):
    return {
        "name": f"{dataset.name}-{form}",
        "title": dataset.title,
        "description": dataset.description,
        "path": request.build_absolute_uri(reverse("open-data-file", args=[year, dataset.name, form])),
        "format": form,
        "mediatype": FORMS[form],
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type, "description": column.description}
                for column in dataset.columns
            ]
        },
    }


def _csv_value(value):
    return str(value).lower() if isinstance(value, bool) else json_value(value)


def _json(content):
    return JsonResponse(content, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1})
