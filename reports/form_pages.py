"""The forms in which a year goes out of the portal: workbook, Word file, auditor's folder, and its proof."""

import tempfile

from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from reports.models import Source
from reports.proof import proof_of
from reports.readers import inside_only, reads_inside
from reports.report import report_of
from reports.selection import asked_report
from reports.years import report_years

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report_xlsx(request, year):
    """The year as a workbook."""
    from reports.workbook import workbook

    return _file(workbook(_report(request, year)), XLSX, f"report-{year}.xlsx")


def report_docx(request, year):
    """The year as a Word file, in Thai digits unless asked otherwise."""
    from reports.word import word_file

    digits = "arabic" if request.GET.get("digits") == "arabic" else "thai"
    return _file(word_file(_report(request, year), digits=digits), DOCX, f"report-{year}.docx")


def report_json(request, year):
    """The year's data as one file."""
    from reports.data_file import data_file

    return _file(data_file(_report(request, year)), "application/json", f"data-{year}.json")


@inside_only
@permission_required("partners.view_document", raise_exception=True)
def folder_zip(request, year):
    """The auditor's folder, written to a file on the disk and sent piece by piece."""
    from reports.folder import write_folder

    target = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    _known(year)
    write_folder(report_of(year, today=timezone.localdate(), public=False), target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=f"folder-{year}.zip")


def proof_page(request, year):
    """The control totals of a year: what every form of its report said, and what the records say now."""
    _known(year)
    context = {"proof": proof_of(year), "sources": Source, "year": year}
    return render(request, "reports/proof.html", context)


def _report(request, year):
    """For readers in the office who ask for it, else for the public."""
    _known(year)
    inside = "internal" in request.GET and reads_inside(request.user)
    return asked_report(report_of(year, today=timezone.localdate(), public=not inside), request.GET)


def _known(year):
    if year not in report_years():
        raise Http404(f"ไม่มีข้อมูลของปี {year}")


def _file(content, kind, name):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
