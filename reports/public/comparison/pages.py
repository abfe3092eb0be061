"""The page and the PDF that compare two to five fiscal years."""

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
from reports.public.years.print_jobs import file_or_progress

FEWEST, MOST, DEFAULT = 2, 5, 3


@require_safe
def compare_page(request):
    """Show the requested years, or the newest ones."""
    counts = count_projects()
    offered, years, note = requested_years(request, counts)
    context = {"offered": offered, "years": years, "note": note, "most": MOST}
    if years:
        context |= comparison_of(years, request.user, counts)
    return render(request, "reports/public/comparison/page.html", context)


@require_safe
def compare_pdf(request):
    """Return the PDF of the requested years, or redirect to the progress page of its print job."""
    counts = count_projects()
    _, years, _ = requested_years(request, counts)
    if not years:
        return redirect("compare")
    inside, digits = reads_internal(request.user), requested_digits(request.GET)
    title = f"เปรียบเทียบปีงบประมาณ {', '.join(map(str, years))}"
    reader = request.user if inside else AnonymousUser()
    name = ["compare", *years] + ["internal"] * inside + ["arabic"] * (digits == "arabic")
    print_job = print_job_of(
        comparison_html(years, reader, counts, title=title, digits=digits),
        title=title,
        file_name=f"{'-'.join(map(str, name))}.pdf",
        public=not inside,
        user=request.user,
    )
    return file_or_progress(print_job)


def comparison_html(years, user, counts, *, title, digits):
    """Return the tables and charts as HTML to print."""
    office = Office.objects.first()
    context = comparison_of(years, user, counts) | {"years": years, "office": office}
    return print_page(
        render_to_string("reports/public/comparison/print.html", context),
        title=title,
        office=office.name if office else "",
        digits=digits,
        layout="compared",
        sheet=Path(finders.find("css/print-comparison.css")).read_text(),
    )


def requested_years(request, counts):
    """Return the years that can be compared, newest first, those to compare in order, and a note on wrong input.

    Years come as ?years=2556,2557 or as ?years=2556&years=2557; without them the newest are compared.
    """
    offered = sorted({row.year for row in counts}, reverse=True)
    requested = [year.strip() for part in request.GET.getlist("years") for year in part.split(",")]
    requested = list(dict.fromkeys(filter(None, requested)))
    matched = sorted(year for year in offered if str(year) in requested)
    unknown = [year for year in requested if year not in map(str, offered)]
    notes = [f"ไม่มีข้อมูลของปี “{', '.join(unknown)[:60]}”"] if unknown else []
    if len(matched) > MOST:
        notes.append(f"เทียบได้ครั้งละไม่เกิน {MOST} ปี จึงแสดง {MOST} ปีหลังสุดที่เลือก")
    if len(matched) >= FEWEST:
        return offered, matched[-MOST:], " ".join(notes)
    if len(offered) < FEWEST:
        return offered, [], ""
    years = sorted(offered[:DEFAULT])
    if requested:
        notes.append(f"ต้องเลือกอย่างน้อย {FEWEST} ปี จึงแสดงปี {' '.join(map(str, years))}")
    return offered, years, " ".join(notes)


def comparison_of(years, user, counts):
    """Return the template context that the page and the print share."""
    compared = compare(years, user, counts)
    return {
        "compared": compared,
        "whole": whole_table(compared),
        "stages": stage_table(compared),
        "charts": count_charts(compared),
        "cash": whole_cash(compared),
        "parts": [
            _part(compared, "ตามประเภทหน่วยงาน", "by_kind", query_key="kind", partners=True),
            _part(compared, "ตามประเภทโครงการ", "by_category", query_key="category"),
            _part(compared, "ตามไตรมาสของปีงบประมาณ", "by_quarter", query_key="quarter"),
        ],
        "schools": [(year, _school_lists(year.schools, year.fiscal_year)) for year in compared],
    }


def _part(compared, title, part, *, query_key, partners=False):
    tables = part_tables(compared, part, query_key=query_key, partners=partners)
    return title, part, tables, *cash_charts(compared, part, query_key=query_key)


def _school_lists(schools, year):
    """Return title, key and named schools of each list, under the names that the schools had in the year."""
    day = fiscal_year_bounds(year)[1]
    return [
        (title, key, [(school, school.as_of(day).public_short_name) for school in listed])
        for title, key, listed in (
            ("ไม่มีโครงการใดไปถึง", "by-nobody", schools.by_nobody),
            ("ได้รับเฉพาะโครงการสำหรับทุกโรงเรียน", "as-every-school", schools.as_every_school),
            ("มีโครงการไปถึง", "reached", schools.reached),
        )
    ]
