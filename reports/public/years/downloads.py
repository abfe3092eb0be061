"""The forms in which a year goes out of the portal: workbook, Word file, auditor's folder, and its proof."""

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
    """The year as a workbook; of a signed year it says where the records differ from the edition."""
    from reports.outputs.workbook.workbook import workbook

    report = _report(request, year)
    copy = newest_copy(year)
    notes = [*_of_today(report), *(_notes(copy) if copy else ())]
    return attachment(workbook(report, notes=notes), f"report-{year}.xlsx")


def report_docx(request, year):
    """The year as a Word file; outsiders are given the edition of a signed year."""
    from reports.outputs.word.document import word_file

    if edition := signed_for(request, year):
        address = reverse("edition-docx", args=[year, edition.number])
        return redirect(f"{address}?{request.GET.urlencode()}" if request.GET else address)
    content = word_file(_report(request, year), digits=requested_digits(request.GET))
    return attachment(content, f"report-{year}.docx")


@of_copy
def edition_docx(request, copy):
    """The stored body of an edition as a Word file."""
    from reports.outputs.word.document import word_of

    edition = copy.edition
    content = word_of(copy.body, title=str(edition), digits=requested_digits(request.GET))
    name = f"annual-report-{edition.report.fiscal_year}-edition-{edition.number}.docx"
    return attachment(content, name)


def report_json(request, year):
    """The year's data as one file; outsiders are given the edition of a signed year."""
    from reports.outputs.datasets import data_file

    if edition := signed_for(request, year):
        return redirect("edition-json", year, edition.number)
    return attachment(data_file(_report(request, year)), f"data-{year}.json")


@internal_only
@permission_required("partners.view_document", raise_exception=True)
def folder_zip(request, year):
    """The auditor's folder, sent piece by piece as it is made."""
    from reports.outputs.auditor_folder import folder_of

    _known(year)
    pieces = folder_of(report_of(year, today=timezone.localdate(), public=False))
    return attachment(pieces, f"folder-{year}.zip")


def proof_page(request, year):
    """The control totals of a year: what every form of its report said, and what the records say now."""
    _known(year)
    context = {"proof": proof_of(year), "sources": FigureSource, "year": year}
    return render(request, "reports/public/years/proof.html", context)


def _of_today(report):
    """What stands before a workbook of one partner, school or network."""
    if not report.only:
        return ()
    day = format_date(report.read_on)
    return (f"เฉพาะ{report.only} จากข้อมูล ณ วันที่ {day} ไม่ใช่ฉบับที่ลงนาม",)


def _notes(copy):
    """What stands before a workbook that is not the edition itself, while the two differ."""
    edition, differing = copy.edition, figures_changed_since(copy)
    if not differing:
        return ()
    day = format_date(timezone.localdate())
    return (
        f"ข้อมูลในไฟล์นี้อ่านจากทะเบียน ณ วันที่ {day} ซึ่งต่างจากรายงานฉบับที่ {edition.number}",
        f"ฉบับที่ {edition.number} เผยแพร่เมื่อ {format_date(edition.published_on)} ตัวเลขที่ต่างคือ",
        *(f"{row['what']}: ฉบับที่ {edition.number} {row['old']} → ไฟล์นี้ {row['new']}" for row in differing),
    )


def _report(request, year):
    """For readers in the office who ask for it, else for the public."""
    _known(year)
    inside = wants_internal(request.GET) and reads_internal(request.user)
    return selected_report(year, request.GET, today=timezone.localdate(), public=not inside)


def _known(year):
    if year not in report_years():
        raise Http404(f"ไม่มีข้อมูลของปี {year}")
