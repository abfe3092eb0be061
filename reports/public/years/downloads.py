"""The files of a year: workbook, Word file, data and auditor's folder; and the page of its control totals."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from portal.downloads import attachment
from portal.thai.dates import format_date
from reports.figures.available_years import report_years
from reports.models import FigureSource
from reports.outputs.access import internal_only, reads_internal
from reports.outputs.proof.measuring import proof_of
from reports.outputs.selection import requested_digits, selected_report, wants_internal
from reports.public.years.editions import figures_changed_since, newest_copy, of_copy, signed_for
from reports.report import report_of


def report_xlsx(request, year):
    """Return the workbook; that of a signed year names the figures that differ from the edition."""
    from reports.outputs.workbook.workbook import workbook

    report = _requested_report(request, year)
    copy = newest_copy(year)
    notes = [*_selection_note(report), *(_difference_notes(copy) if copy else ())]
    return attachment(workbook(report, notes=notes), f"report-{year}.xlsx")


def report_docx(request, year):
    """Return the Word file; redirect outsiders to the edition of a signed year."""
    from reports.outputs.word.document import word_file

    if edition := signed_for(request, year):
        address = reverse("edition-docx", args=[year, edition.number])
        return redirect(f"{address}?{request.GET.urlencode()}" if request.GET else address)
    content = word_file(_requested_report(request, year), digits=requested_digits(request.GET))
    return attachment(content, f"report-{year}.docx")


@of_copy
def edition_docx(request, copy):
    """Return the stored body of an edition as a Word file."""
    from reports.outputs.word.document import word_of

    edition = copy.edition
    content = word_of(copy.body, title=str(edition), digits=requested_digits(request.GET))
    name = f"annual-report-{edition.report.fiscal_year}-edition-{edition.number}.docx"
    return attachment(content, name)


def report_json(request, year):
    """Return the data as JSON; redirect outsiders to the edition of a signed year."""
    from reports.outputs.datasets import data_file

    if edition := signed_for(request, year):
        return redirect("edition-json", year, edition.number)
    return attachment(data_file(_requested_report(request, year)), f"data-{year}.json")


@internal_only
@permission_required("partners.view_document", raise_exception=True)
def folder_zip(request, year):
    """Stream the auditor's folder as a ZIP file."""
    from reports.outputs.auditor_folder import folder_of

    _check_year(year)
    pieces = folder_of(report_of(year, today=timezone.localdate(), public=False))
    return attachment(pieces, f"folder-{year}.zip")


def proof_page(request, year):
    """Show the control totals of a year in each form of its report and in the records."""
    _check_year(year)
    context = {"proof": proof_of(year), "sources": FigureSource, "year": year}
    return render(request, "reports/public/years/proof.html", context)


def _selection_note(report):
    """Return the note of a workbook of one partner, school or network."""
    if not report.only:
        return ()
    day = format_date(report.read_on)
    return (f"เฉพาะ{report.only} จากข้อมูล ณ วันที่ {day} ไม่ใช่ฉบับที่ลงนาม",)


def _difference_notes(copy):
    """Return the notes of a workbook whose figures differ from the signed edition."""
    edition, differing = copy.edition, figures_changed_since(copy)
    if not differing:
        return ()
    day = format_date(timezone.localdate())
    return (
        f"ข้อมูลในไฟล์นี้อ่านจากทะเบียน ณ วันที่ {day} ซึ่งต่างจากรายงานฉบับที่ {edition.number}",
        f"ฉบับที่ {edition.number} เผยแพร่เมื่อ {format_date(edition.published_on)} ตัวเลขที่ต่างคือ",
        *(f"{row['what']}: ฉบับที่ {edition.number} {row['old']} → ไฟล์นี้ {row['new']}" for row in differing),
    )


def _requested_report(request, year):
    """Return the report of the office on request by its readers, else the public one."""
    _check_year(year)
    inside = wants_internal(request.GET) and reads_internal(request.user)
    return selected_report(year, request.GET, today=timezone.localdate(), public=not inside)


def _check_year(year):
    if year not in report_years():
        raise Http404(f"ไม่มีข้อมูลของปี {year}")
