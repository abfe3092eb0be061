"""The page on which two to five years stand side by side, and the same as a PDF."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from portal.models import Office
from portal.thai.dates import fiscal_year_bounds
from projects.models import Project
from reports.compare_charts import cash_charts, count_charts, whole_cash
from reports.compare_tables import part_tables, stage_table, whole_table
from reports.years_compared import compare

FEWEST, MOST, UNASKED = 2, 5, 3


@require_safe
def compare_page(request):
    """The years asked for, or the newest; of wrong ones the page says so."""
    told, years, note = asked_years(request)
    context = {"told": told, "years": years, "note": note, "most": MOST}
    if years:
        context |= compared(years, request.user)
    return render(request, "reports/compare.html", context)


@require_safe
def compare_pdf(request):
    _, years, _ = asked_years(request)
    if not years:
        return redirect("compare")
    from portal.printing import pdf_of

    digits = "arabic" if request.GET.get("digits") == "arabic" else "thai"
    pdf = pdf_of(compared_html(years, request, digits), "css/report.css", "css/compared.css")
    name = f"compare-{years[0]}-{years[-1]}.pdf"
    return HttpResponse(pdf, "application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})


def compared_html(years, request, digits):
    """The tables and charts as they go to print; their links lead to this portal."""
    from reports.printing import print_page

    office = Office.objects.first()
    body = render_to_string(
        "reports/compare_print.html", compared(years, request.user) | {"years": years, "office": office}
    )
    body = body.replace('href="/', f'href="{request.build_absolute_uri("/")}')
    title = f"เปรียบเทียบปีงบประมาณ {', '.join(map(str, years))}"
    return print_page(body, title=title, office=office.name if office else "", digits=digits)


def asked_years(request):
    """The years there are, newest first; those of ?years=, in order, or the newest; and what was wrong with them."""
    told = Project.objects.years()
    asked = [year.strip() for part in request.GET.getlist("years") for year in part.split(",")]
    asked = list(dict.fromkeys(filter(None, asked)))
    found = sorted(year for year in told if str(year) in asked)
    unknown = [year for year in asked if year not in map(str, told)]
    notes = [f"ไม่มีข้อมูลของปี “{', '.join(unknown)[:60]}”"] if unknown else []
    if len(found) > MOST:
        notes.append(f"เทียบได้ครั้งละไม่เกิน {MOST} ปี จึงแสดง {MOST} ปีหลังสุดที่เลือก")
    if len(found) >= FEWEST:
        return told, found[-MOST:], " ".join(notes)
    if len(told) < FEWEST:
        return told, [], ""
    years = sorted(told[:UNASKED])
    if asked:
        notes.append(f"ต้องเลือกอย่างน้อย {FEWEST} ปี จึงแสดงปี {' '.join(map(str, years))}")
    return told, years, " ".join(notes)


def compared(years, user):
    """What the page and the print tell of the years."""
    found = compare(years, user)
    return {
        "compared": found,
        "whole": whole_table(found),
        "stages": stage_table(found),
        "charts": count_charts(found),
        "cash": whole_cash(found),
        "parts": [
            _part(found, "ตามประเภทหน่วยงาน", "by_kind", asked="kind", partners=True),
            _part(found, "ตามประเภทโครงการ", "by_category", asked="category"),
            _part(found, "ตามไตรมาสของปีงบประมาณ", "by_quarter", asked="quarter"),
        ],
        "schools": [(year, _names(year.schools, year.fiscal_year)) for year in found],
    }


def _part(found, title, part, *, asked, partners=False):
    tables = part_tables(found, part, asked=asked, partners=partners)
    return title, part, tables, *cash_charts(found, part, asked=asked)


def _names(schools, year):
    """The schools under the names of the year: reached by nobody, only as every school, of themselves."""
    day = fiscal_year_bounds(year)[1]
    return [
        (words, key, [(school, school.body_on(day).public_short_name) for school in those])
        for words, key, those in (
            ("ไม่มีโครงการใดไปถึง", "by-nobody", schools.by_nobody),
            ("ได้รับเฉพาะโครงการสำหรับทุกโรงเรียน", "as-every-school", schools.as_every_school),
            ("มีโครงการไปถึง", "reached", schools.reached),
        )
    ]
