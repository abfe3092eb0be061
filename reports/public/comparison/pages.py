"""The page on which two to five years stand side by side, and the same as a PDF."""

from pathlib import Path

from django.contrib.auth.models import AnonymousUser
from django.contrib.staticfiles import finders
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from portal.models import Office
from portal.thai.dates import fiscal_year_bounds
from reports.figures.comparison import compare
from reports.figures.facts import count_projects
from reports.outputs.access import reads_internal
from reports.outputs.book import print_page
from reports.outputs.print_jobs import print_job_of
from reports.outputs.selection import requested_digits
from reports.public.comparison.charts import cash_charts, count_charts, whole_cash
from reports.public.comparison.tables import part_tables, stage_table, whole_table
from reports.public.years.print_jobs import file_of

FEWEST, MOST, UNASKED = 2, 5, 3


@require_safe
def compare_page(request):
    """The years asked for, or the newest; of wrong ones the page says so."""
    counts = count_projects()
    offered, years, note = requested_years(request, counts)
    context = {"told": offered, "years": years, "note": note, "most": MOST}
    if years:
        context |= compared(years, request.user, counts)
    return render(request, "reports/public/comparison/page.html", context)


@require_safe
def compare_pdf(request):
    """The file of the years asked for, or the page that tells how far it is."""
    counts = count_projects()
    _, years, _ = requested_years(request, counts)
    if not years:
        return redirect("compare")
    inside, digits = reads_internal(request.user), requested_digits(request.GET)
    title = f"เปรียบเทียบปีงบประมาณ {', '.join(map(str, years))}"
    reader = request.user if inside else AnonymousUser()
    name = ["compare", *years] + ["internal"] * inside + ["arabic"] * (digits == "arabic")
    print_job = print_job_of(
        compared_html(years, reader, counts, title=title, digits=digits),
        title=title,
        file_name=f"{'-'.join(map(str, name))}.pdf",
        public=not inside,
        user=request.user,
    )
    return file_of(print_job) if print_job.is_done else redirect("print-job", print_job.pk)


def compared_html(years, user, counts, *, title, digits):
    """The tables and charts as they go to print."""
    office = Office.objects.first()
    context = compared(years, user, counts) | {"years": years, "office": office}
    return print_page(
        render_to_string("reports/public/comparison/print.html", context),
        title=title,
        office=office.name if office else "",
        digits=digits,
        layout="compared",
        sheet=Path(finders.find("css/compared.css")).read_text(),
    )


def requested_years(request, counts):
    """The years there are, newest first; the years of ?years=, in order, or the newest; and what was wrong with them."""
    known = sorted({row.year for row in counts}, reverse=True)
    wanted = [year.strip() for part in request.GET.getlist("years") for year in part.split(",")]
    wanted = list(dict.fromkeys(filter(None, wanted)))
    found = sorted(year for year in known if str(year) in wanted)
    unknown = [year for year in wanted if year not in map(str, known)]
    notes = [f"ไม่มีข้อมูลของปี “{', '.join(unknown)[:60]}”"] if unknown else []
    if len(found) > MOST:
        notes.append(f"เทียบได้ครั้งละไม่เกิน {MOST} ปี จึงแสดง {MOST} ปีหลังสุดที่เลือก")
    if len(found) >= FEWEST:
        return known, found[-MOST:], " ".join(notes)
    if len(known) < FEWEST:
        return known, [], ""
    years = sorted(known[:UNASKED])
    if wanted:
        notes.append(f"ต้องเลือกอย่างน้อย {FEWEST} ปี จึงแสดงปี {' '.join(map(str, years))}")
    return known, years, " ".join(notes)


def compared(years, user, counts):
    """What the page and the print show of the years."""
    found = compare(years, user, counts)
    return {
        "compared": found,
        "whole": whole_table(found),
        "stages": stage_table(found),
        "charts": count_charts(found),
        "cash": whole_cash(found),
        "parts": [
            _part(found, "ตามประเภทหน่วยงาน", "by_kind", query_key="kind", partners=True),
            _part(found, "ตามประเภทโครงการ", "by_category", query_key="category"),
            _part(found, "ตามไตรมาสของปีงบประมาณ", "by_quarter", query_key="quarter"),
        ],
        "schools": [(year, _names(year.schools, year.fiscal_year)) for year in found],
    }


def _part(found, title, part, *, query_key, partners=False):
    tables = part_tables(found, part, query_key=query_key, partners=partners)
    return title, part, tables, *cash_charts(found, part, query_key=query_key)


def _names(schools, year):
    """The schools under the names of the year: reached by nobody, only as every school, of themselves."""
    day = fiscal_year_bounds(year)[1]
    return [
        (words, key, [(school, school.as_of(day).public_short_name) for school in schools_of])
        for words, key, schools_of in (
            ("ไม่มีโครงการใดไปถึง", "by-nobody", schools.by_nobody),
            ("ได้รับเฉพาะโครงการสำหรับทุกโรงเรียน", "as-every-school", schools.as_every_school),
            ("มีโครงการไปถึง", "reached", schools.reached),
        )
    ]
