"""What a reader asks of a list in its address: the year and the page."""

from django.core.paginator import InvalidPage, Paginator

ROWS = 100


def asked_year(request, years):
    """The year of ?year=, or the newest; with a note when there is no such year."""
    asked = request.GET.get("year", "")
    year = next((year for year in years if str(year) == asked), None)
    note = f"ไม่มีข้อมูลของปี “{asked}”" if asked and year is None else ""
    return year or (years[0] if years else None), note


def asked_page(request, rows):
    """The page of ?page=, or the first; with a note when there is no such page."""
    pages = Paginator(rows, ROWS)
    asked = request.GET.get("page", "1")
    try:
        return pages.page(asked), ""
    except InvalidPage:
        return pages.page(1), f"ไม่มีหน้า “{asked}” จึงแสดงหน้าแรก"
